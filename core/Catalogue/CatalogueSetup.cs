using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Texts;
using Puskesos.Core.Texts.Overrides;

namespace Puskesos.Core.Catalogue;

/// <summary>Wires the catalogue.</summary>
public static class CatalogueSetup
{
    public static IHostApplicationBuilder AddCatalogue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CatalogueSnapshot>();
        builder.Services.AddSingleton<CatalogueRefresh>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CatalogueRefresh>());
        builder.Services.TryAddSingleton(new TextCatalog());
        builder.Services.AddScoped<LexiconEditing>();
        builder.Services.AddScoped<LexiconTeaching>();
        builder.Services.AddScoped<NeedEditing>();
        builder.Services.AddScoped<TextEditing>();
        builder.Services.AddScoped<ProgrammeEditing>();
        return builder;
    }
}
