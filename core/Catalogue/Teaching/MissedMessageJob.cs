using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue.Teaching;

/// <summary>Removes what was not understood and taught by nobody within a month.</summary>
public sealed class MissedMessageJob(BotDbContext database, TimeProvider clock) : IRecurringJob
{
    /// <summary>Long enough for a monthly look, and no longer: what people wrote is not ours to keep (DOMAIN §4.6).</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var old = clock.GetUtcNow() - Kept;
        return database.Set<MissedMessage>().Where(row => row.LastAt < old).ExecuteDeleteAsync(cancellationToken);
    }
}
