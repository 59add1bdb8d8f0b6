using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>Asks the virus scanner again about files that came while it was away; until then nobody can open them.</summary>
public sealed class UncheckedFilesJob(BotDbContext database, DocumentVault vault, VirusScan viruses, ArrivalRecord record, TimeProvider clock, ILogger<UncheckedFilesJob> log) : IRecurringJob
{
    /// <summary>How often it runs, and how long a file waits between two tries.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Files of one run; the next run takes the rest.</summary>
    private const int MostAtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await database.Documents.AsNoTracking().Where(row => row.State == DocumentState.Unchecked && row.NextAttemptAt <= now)
            .OrderBy(row => row.NextAttemptAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        var opened = 0;
        foreach (var document in due)
        {
            var verdict = await ScanAsync(document, cancellationToken);
            if (verdict == ScanVerdict.Away)
            {
                await database.Documents.Where(row => row.State == DocumentState.Unchecked && row.NextAttemptAt <= now)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, now + Every), cancellationToken);
                break;
            }

            await TakeAsync(document.Id, verdict, cancellationToken);
            opened++;
        }

        if (due.Count > 0) log.LogInformation("{Opened} of {Count} files that came while the virus scanner was away are checked now", opened, due.Count);
    }

    private async Task<ScanVerdict> ScanAsync(Document document, CancellationToken cancellationToken)
    {
        await using var plain = document is { StoreKey: { } key, WrappedKey: { } wrapped } ? await vault.OpenAsync(key, wrapped, cancellationToken) : null;
        if (plain is null) return ScanVerdict.Infected; // lost in the store: as good as a file that must be sent again
        using var content = new MemoryStream();
        await plain.CopyToAsync(content, cancellationToken);
        return await viruses.ScanAsync(content.GetBuffer().AsMemory(0, (int)content.Length), cancellationToken);
    }

    private async Task TakeAsync(long id, ScanVerdict verdict, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"select id from conversations where id = (select conversation_id from documents where id = {id}) for no key update", cancellationToken);
        var document = await database.Documents.FromSql($"select * from documents where id = {id} for no key update").SingleAsync(cancellationToken);
        if (document.State != DocumentState.Unchecked) return;
        document.State = verdict == ScanVerdict.Infected ? DocumentState.Erased : DocumentState.Stored;
        if (verdict == ScanVerdict.Infected)
        {
            document.Marks = DocumentMarks.Infected;
            await record.TellLaterAsync(document, FileFault.Unreadable, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
