using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Puskesos.Core.Calendar;

/// <summary>Keeps this process's clock on the demo's offset; a second behind at most.</summary>
public sealed class ServiceClockFollower(NpgsqlDataSource database, ServiceClock clock, ILogger<ServiceClockFollower> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                log.LogWarning("The demo clock could not be read: {Error}", error.GetType().Name);
            }

            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select \"offset\" from demo_clocks where id = 1");
        if (await command.ExecuteScalarAsync(cancellationToken) is TimeSpan offset) clock.Offset = offset;
    }
}
