using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases;

/// <summary>What an officer writes about a case: words to the resident and notes for the desk. Runs inside the caller's transaction, with the case locked.</summary>
public sealed class CaseAnswers(CaseNews news, FieldCipher cipher, TimeProvider time)
{
    /// <summary>
    /// Sends the officer's words to the people of the case. <paramref name="introduce"/> puts duty and unit behind the name:
    /// the first words of a chat that the officer has not taken over before.
    /// </summary>
    public async Task<NewsResult> WriteAsync(BotDbContext database, Case about, Actor officer, WrittenLine written, bool introduce, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(written);
        var around = await CaseSurroundings.LoadAsync(database, about, cancellationToken);
        var name = introduce ? $"{officer.Name}, petugas {around.Unit.Name}" : officer.Name;
        var told = new Notice(Questions.Handover_Words, ("officer", name)).WithPersons("text", written.Words.Trim());
        var sent = await news.TellAsync(database, about, told, new NewsRoute($"case/{about.Id}/{around.LastEventId}", Priority: Priority.Reply), cancellationToken);
        if (sent.Rows.Count == 0) return sent;
        database.CaseEvents.Add(Line(about, officer, CaseEventKind.OfficerWrote, written, sent.Rows[0].Id));
        await database.SaveChangesAsync(cancellationToken);
        return sent;
    }

    /// <summary>A note that only officers read.</summary>
    public async Task NoteAsync(BotDbContext database, Case about, Actor officer, WrittenLine written, CancellationToken cancellationToken)
    {
        database.CaseEvents.Add(Line(about, officer, CaseEventKind.Note, written));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The officer becomes the one who acts; no state moves and nobody is told.</summary>
    public async Task TakeAsync(BotDbContext database, Case taken, Actor officer, CancellationToken cancellationToken)
    {
        if (taken.OwnerId == officer.OfficerId) return;
        taken.OwnerId = officer.OfficerId;
        database.CaseEvents.Add(Line(taken, officer, CaseEventKind.Taken));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Keeps that an officer looked at the case: once an hour, at a secret one every look (DOMAIN §3, §9).</summary>
    public async Task ViewedAsync(BotDbContext database, Case seen, Actor officer, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - TimeSpan.FromHours(1);
        var known = seen.Secrecy != Secrecy.Secret && await database.CaseEvents.AnyAsync(
            line => line.CaseId == seen.Id && line.Kind == CaseEventKind.Viewed && line.OfficerId == officer.OfficerId && line.At > since, cancellationToken);
        if (known) return;
        database.CaseEvents.Add(Line(seen, officer, CaseEventKind.Viewed));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The last line in which an officer wrote to the resident; zero when nobody did.</summary>
    public static async Task<long> LastWordsOfOfficerAsync(BotDbContext database, long caseId, CancellationToken cancellationToken) =>
        await database.CaseEvents.Where(line => line.CaseId == caseId && line.Kind == CaseEventKind.OfficerWrote).MaxAsync(line => (long?)line.Id, cancellationToken) ?? 0;

    /// <summary>True when this form was sent before and its line stands: nothing is written twice.</summary>
    public static Task<bool> IsKeptAsync(BotDbContext database, Guid? onceKey, CancellationToken cancellationToken) =>
        onceKey is null ? Task.FromResult(false) : database.CaseEvents.AnyAsync(line => line.OnceKey == onceKey, cancellationToken);

    private CaseEvent Line(Case about, Actor officer, CaseEventKind kind, WrittenLine? written = null, long? outboxId = null) => new()
    {
        CaseId = about.Id,
        At = time.GetUtcNow(),
        Kind = kind,
        OfficerId = officer.OfficerId,
        ActorRole = officer.RoleCode,
        Words = written is null ? null : cipher.Seal(written.Words.Trim()),
        OutboxId = outboxId,
        OnceKey = written?.OnceKey,
    };
}

/// <summary>What an officer wrote.</summary>
/// <param name="Words">The words.</param>
/// <param name="OnceKey">The key of the form, so that a form sent twice counts once; null when ordered by chat.</param>
public sealed record WrittenLine(string Words, Guid? OnceKey = null);
