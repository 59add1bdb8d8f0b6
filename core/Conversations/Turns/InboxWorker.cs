using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Hot;

namespace Puskesos.Core.Conversations;

/// <summary>Takes unread messages in batches, all of one person at a time, many persons in one transaction. Nothing is sent here.</summary>
public sealed class InboxWorker(
    NpgsqlDataSource database, IServiceScopeFactory scopes, TurnRunner runner, TurnSignals signals, TimeProvider time, ILogger<InboxWorker> log) : BackgroundService
{
    /// <summary>Talks in one transaction: more gain nothing (measured, STACK sheet "many people's turns").</summary>
    public const int MostTalks = 64;

    /// <summary>After this many failed turns a message is parked for an officer and no longer holds up its sender.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Deals with everything that is ready; gives back how many talks had a turn. Also what tests call.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var all = 0;
        for (var count = MostTalks; count == MostTalks; all += count)
            count = await BatchAsync(cancellationToken);
        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunOnceAsync(stoppingToken) > 0) continue;
                await signals.Turns.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) when (error is NpgsqlException or DbUpdateException or InvalidOperationException or TimeoutException)
            {
                log.LogError("Turns stopped for a second: {Error}", error.GetType().Name);
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task<int> BatchAsync(CancellationToken cancellationToken)
    {
        long[] claimed = [];
        try
        {
            return await TurnsAsync(MostTalks, 0, ids => claimed = ids, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException && claimed.Length > 0)
        {
            log.LogWarning("A batch of {Count} turns failed ({Error}); each is tried alone", claimed.Length, error.GetType().Name);
            foreach (var id in claimed) await AloneAsync(id, cancellationToken);
            return claimed.Length;
        }
    }

    private async Task AloneAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await TurnsAsync(1, id, _ => { }, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException and not NpgsqlException { IsTransient: true })
        {
            log.LogError("The turn of conversation {Conversation} failed: {Error} at {Place}", id, error.GetType().Name, error.TargetSite?.Name);
            await CountFailureAsync(id, error.GetType().Name, cancellationToken);
        }
    }

    private async Task<int> TurnsAsync(int most, long only, Action<long[]> claimed, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var ids = await TurnSql.ClaimAsync(connection, transaction, now, most, only, cancellationToken);
        claimed(ids);
        if (ids.Length == 0) return 0;
        await using var scope = scopes.CreateAsyncScope();
        await using var context = new BotDbContext(StorageSetup.On(connection, scope.ServiceProvider.GetRequiredService<DbContextOptions<BotDbContext>>()));
        await context.Database.UseTransactionAsync(transaction, cancellationToken);
        var rows = await runner.RunAsync(scope.ServiceProvider, context, ids, now, async origins =>
            await TurnSql.WelcomeAsync(connection, transaction, ids, origins, now, cancellationToken), cancellationToken);
        await TurnSql.WriteAsync(connection, transaction, rows, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signals.Sends.Wake();
        if (rows.Count < ids.Length) signals.Files.Wake();
        return ids.Length;
    }

    /// <summary>Counted in a transaction of its own, so that a turn that always fails is parked after some tries.</summary>
    private async Task CountFailureAsync(long id, string error, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("""
            update inbox_messages set attempts = attempts + 1, error = @error,
                parked_at = case when attempts + 1 >= @most then @now end
            where id = (select id from inbox_messages where conversation_id = @id and processed_at is null and parked_at is null order by received_at, id limit 1)
            """);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("error", error);
        command.Parameters.AddWithValue("most", MostAttempts);
        command.Parameters.AddWithValue("now", time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
