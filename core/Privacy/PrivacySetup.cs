using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Privacy.Breaches;

namespace Puskesos.Core.Privacy;

/// <summary>Wires what the data-protection officer works with.</summary>
public static class PrivacySetup
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<PersonalCopies>();
        builder.Services.AddScoped<BreachBook>();
        return builder;
    }
}
