using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.Operations;

/// <summary>Ready when the schema fits this version, the places are loaded and the database answers; the first query is made here, not by a resident.</summary>
public sealed class Readiness(IServiceScopeFactory scopes, LivePlaceIndex places, ILogger<Readiness> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private volatile bool fits;
    private bool said;

    public bool IsReady => fits && places.IsLoaded;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            fits = await LookAsync(stoppingToken);
            if (!fits && !said) log.LogWarning("Not ready: the database is away or its schema is older than this version (run: deploy/puskesos migrate)");
            said = !fits;
            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            return fits
                ? await database.Database.CanConnectAsync(cancellationToken)
                : await DatabaseMigration.FitsAsync(database, cancellationToken) && await database.Conversations.CountAsync(row => row.Id < 0, cancellationToken) == 0;
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            return false;
        }
    }
}
