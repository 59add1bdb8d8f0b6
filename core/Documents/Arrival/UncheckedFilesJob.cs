using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>Asks the virus scanner again about files that came while it was away; until then nobody can open them.</summary>
public sealed class UncheckedFilesJob(BotDbContext database, DocumentVault vault, VirusScan viruses, LateFaults late, TimeProvider clock, ILogger<UncheckedFilesJob> log) : IRecurringJob
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
        // The files of one talk together: what is wrong with them is told in one message.
        foreach (var files in due.GroupBy(document => document.ConversationId ?? -document.Id))
        {
            var verdicts = new Dictionary<long, ScanVerdict?>();
            foreach (var document in files)
            {
                verdicts[document.Id] = await ScanAsync(document, cancellationToken);
                if (verdicts[document.Id] == ScanVerdict.Away) break;
            }

            opened += await TakeAsync(verdicts, now, cancellationToken);
            if (!verdicts.ContainsValue(ScanVerdict.Away)) continue;
            await database.Documents.Where(row => row.State == DocumentState.Unchecked && row.NextAttemptAt <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAttemptAt, now + Every), cancellationToken);
            break;
        }

        if (due.Count > 0) log.LogInformation("{Opened} of {Count} files that came while the virus scanner was away are checked now", opened, due.Count);
    }

    /// <summary>The scanner's word; null for a file that the store does not give now: it is asked about again. One that is lost or changed there is as good as one that must be sent again.</summary>
    private async Task<ScanVerdict?> ScanAsync(Document document, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        try
        {
            await using var plain = document is { StoreKey: { } key, WrappedKey: { } wrapped } ? await vault.OpenAsync(key, wrapped, cancellationToken) : null;
            if (plain is null) return ScanVerdict.Infected;
            await plain.CopyToAsync(content, cancellationToken);
        }
        catch (Exception refused) when (StoreRefusals.Is(refused))
        {
            log.LogWarning("Document {Document} is checked later, the store did not give it: {Reason}", document.Id, refused.GetType().Name);
            return null;
        }
        catch (CryptographicException)
        {
            log.LogError("Document {Document} was changed in the store", document.Id);
            return ScanVerdict.Infected;
        }

        return await viruses.ScanAsync(content.GetBuffer().AsMemory(0, (int)content.Length), cancellationToken);
    }

    /// <summary>Writes the verdicts on files of one talk; gives how many are checked now.</summary>
    private async Task<int> TakeAsync(Dictionary<long, ScanVerdict?> verdicts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = verdicts.Keys.ToArray();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"select id from conversations where id in (select conversation_id from documents where id = any({ids})) for no key update", cancellationToken);
        var documents = await database.Documents.FromSql($"select * from documents where id = any({ids}) and state = {(int)DocumentState.Unchecked} order by id for no key update").ToListAsync(cancellationToken);
        foreach (var document in documents)
        {
            document.NextAttemptAt = now + Every;
            if (verdicts[document.Id] is null or ScanVerdict.Away) continue;
            document.State = verdicts[document.Id] == ScanVerdict.Infected ? DocumentState.Erased : DocumentState.Stored;
            if (document.State == DocumentState.Stored) continue;
            document.Marks = DocumentMarks.Infected;
            await late.NoteAsync(document, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        foreach (var talk in documents.Select(document => document.ConversationId).OfType<long>().Distinct()) await late.TellAsync(talk, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return documents.Count(document => document.State != DocumentState.Unchecked);
    }
}
