#if UPSTREAM_PACKAGES
using System.Net;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.Jobs;

/// <summary>Wires Hangfire on our PostgreSQL. It makes and changes the tables of its own schema by itself.</summary>
internal static class HangfireSetup
{
    public static IHostApplicationBuilder AddHangfire(this IHostApplicationBuilder builder)
    {
        var connectionString = builder.Configuration.GetConnectionString(StorageSetup.ConnectionName);
        builder.Services.AddScoped<HangfireJob>();
        builder.Services.AddHangfire(hangfire => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UsePostgreSqlStorage(storage => storage.UseNpgsqlConnection(connectionString), new PostgreSqlStorageOptions { SchemaName = "hangfire" }));
        builder.Services.AddSingleton<IJobScheduler, HangfireScheduler>();
        return builder;
    }

    public static void MapDashboard(WebApplication app) =>
        app.MapHangfireDashboard("/hangfire", new DashboardOptions { Authorization = [new LoopbackOnly()] });

    /// <summary>Only somebody on this machine, and not through a proxy on it.</summary>
    private sealed class LoopbackOnly : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context)
        {
            var http = context.GetHttpContext();
            return http.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
                && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
        }
    }
}
#endif
