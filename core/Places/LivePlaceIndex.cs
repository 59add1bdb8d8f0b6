using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Puskesos.Core.Places;

/// <summary>
/// Holds the place index that is current in this process, and swaps in a new one when the lists have moved. A turn takes
/// <see cref="Current"/> once and uses it to its end.
/// </summary>
public sealed class LivePlaceIndex(PlaceRowsReader reader, ILogger<LivePlaceIndex> log) : BackgroundService
{
    /// <summary>How often an instance looks whether the lists have moved; all must follow within 30 s.</summary>
    public static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private volatile PlaceIndex _current = PlaceIndex.Empty;

    public PlaceIndex Current => _current;

    /// <summary>False until the first index is loaded; the process is not ready before.</summary>
    public bool IsLoaded => !ReferenceEquals(_current, PlaceIndex.Empty);

    /// <summary>Loads the index when the lists have moved since the last load.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (IsLoaded && await reader.VersionAsync(cancellationToken) == _current.Version)
        {
            return;
        }

        var (rows, version) = await reader.ReadAsync(cancellationToken);
        var index = new PlaceIndex(rows, version);
        _current = index;
        log.LogInformation("Place index {Version} loaded: {Villages} villages, {Regencies} regencies served", version, index.VillageCount, index.ServedRegencies.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Poll;
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or InvalidOperationException)
            {
                // Before the first migration, or while the database is away: the last index stays in use.
                log.LogWarning("Place index not loaded: {Error}", (failure as PostgresException)?.SqlState ?? failure.GetType().Name);
                wait = AfterFailure;
            }

            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
