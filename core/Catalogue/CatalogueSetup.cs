using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Catalogue.Programmes;

namespace Puskesos.Core.Catalogue;

/// <summary>Wires the catalogue.</summary>
public static class CatalogueSetup
{
    public static IHostApplicationBuilder AddCatalogue(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CatalogueSnapshot>();
        builder.Services.AddSingleton<CatalogueRefresh>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CatalogueRefresh>());
        builder.Services.AddScoped<LexiconEditing>();
        builder.Services.AddScoped<ProgrammeEditing>();
        return builder;
    }
}
