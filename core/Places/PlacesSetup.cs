using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Places.Learning;

namespace Puskesos.Core.Places;

/// <summary>Wires the place index, which every process keeps up to date by itself, and the router.</summary>
public static class PlacesSetup
{
    public static IHostApplicationBuilder AddPlaces(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PlaceRowsReader>();
        builder.Services.AddSingleton<LivePlaceIndex>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LivePlaceIndex>());
        builder.Services.AddScoped<PuskesosRouter>();
        builder.Services.AddScoped<RouteQuestion>();
        builder.Services.AddScoped<AliasTeaching>();
        builder.Services.AddScoped<CoverageList>();
        return builder;
    }
}
