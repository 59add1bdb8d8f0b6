using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Documents.Retention;

/// <summary>Has files deleted at the provider 48 hours after we have them, where its API can (CHANNELS §2.6); tries again when it does not.</summary>
public sealed class ProviderDeletionJob(BotDbContext database, ProviderCopies copies, TimeProvider clock, ILogger<ProviderDeletionJob> log) : IRecurringJob
{
    /// <summary>How often it runs.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Files of one run; the next run takes the rest.</summary>
    private const int MostAtOnce = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await database.Documents.Where(row => row.ForgetAt != null && row.ForgetAt <= now).OrderBy(row => row.ForgetAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        foreach (var document in due)
        {
            await copies.ForgetAsync(document, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        if (due.Count > 0) log.LogInformation("{Gone} of {Count} files deleted at their provider", due.Count(row => row.ForgetAt is null), due.Count);
    }
}
