using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.HttpOverrides;

namespace Puskesos.Bot.Operations;

/// <summary>What operators see: health, metrics, and whose forwarded addresses are believed.</summary>
public static class OperationsSetup
{
    public static WebApplicationBuilder AddOperations(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section);
        builder.Services.AddSingleton<ServiceFigures>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ServiceFigures>());
        builder.Services.AddSingleton<MeterFigures>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Readiness>());
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in builder.Configuration.GetSection("ForwardedHeaders:KnownProxies").Get<string[]>() ?? [])
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        return builder;
    }

    public static WebApplication MapOperations(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Services.GetRequiredService<MeterFigures>(); // counts from the start, not from the first scrape
        app.MapGet("/health/live", () => Results.Text("hidup"));
        app.MapGet("/health/ready", (Readiness readiness) => readiness.IsReady ? Results.Text("siap") : Results.Text("belum siap", statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/metrics", (HttpContext http, ServiceFigures figures, MeterFigures meters, Microsoft.Extensions.Options.IOptions<MetricsOptions> options) =>
            MayRead(http, options.Value.Token) ? Results.Text(figures.Write() + meters.Write(), "text/plain; version=0.0.4") : Results.StatusCode(StatusCodes.Status403Forbidden));
        return app;
    }

    /// <summary>From loopback without a proxy, else with the token.</summary>
    private static bool MayRead(HttpContext http, string? token)
    {
        var isLocal = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey("X-Forwarded-For");
        if (isLocal) return true;
        var told = http.Request.Headers.Authorization.ToString();
        return !string.IsNullOrEmpty(token)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(told), Encoding.UTF8.GetBytes($"Bearer {token}"));
    }
}

/// <summary>Who may read the figures from outside (section <c>Metrics</c>).</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Bearer token; empty = loopback only.</summary>
    public string? Token { get; set; }
}
