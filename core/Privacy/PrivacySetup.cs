using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Puskesos.Core.Privacy;

/// <summary>Wires what the data-protection officer works with.</summary>
public static class PrivacySetup
{
    public static IHostApplicationBuilder AddPrivacy(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<PersonalCopies>();
        return builder;
    }
}
