using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Rights;

/// <summary>Tells who asked in a chat how the request ended. Runs inside the caller's transaction.</summary>
public sealed class RightsAnswer(Outbox outbox, TextCatalog texts)
{
    /// <summary>Adds the message; nothing for a letter or a visit, nor after BERHENTI, when no news may be sent.</summary>
    public async Task TellAsync(BotDbContext database, RightsRequest closed, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(closed);
        if (closed is not { ConversationId: { } talk, Outcome: { } outcome }) return;
        var chat = await database.Addresses.AsNoTracking().SingleAsync(row => row.Id == talk, cancellationToken);
        if (chat.NoticesStoppedAt is not null) return;
        var language = await database.Conversations.Where(row => row.Id == talk).Select(row => row.Language).SingleAsync(cancellationToken);
        var own = texts.For(closed.RegencyCode);
        var notice = new Notice(CaseUpdates.RightsAnswered_ToResident, ("number", closed.Number), ("outcome", own.Get($"RightsOutcome_{outcome}", language))).WithPersons("answer", words);
        database.Outbox.Add(outbox.Compose(new OutboxTarget(talk, chat.Channel), NoticeMessage.Of(notice, own, language), notice.Key, Priority.Status, dedupeKey: $"rights-closed/{closed.Id}"));
        await database.SaveChangesAsync(cancellationToken);
    }
}
