using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Messaging;
using Puskesos.Core.People;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Helped;

/// <summary>Keeps what the person helped said to a case that somebody else filed, and tells the reporter without a reason. Runs inside the caller's transaction, with the case locked.</summary>
public sealed class HelpedAnswers(Outbox outbox, TextCatalog texts, FieldCipher cipher, RightsFiling rights, TimeProvider time)
{
    /// <summary>A withdrawal is carried out within this time (UU 27/2022, DOMAIN §4.6).</summary>
    public static readonly TimeSpan WithdrawalTime = RightsRequest.AnswerWithin;

    /// <summary>Keeps the answer. A refusal sets the person's erasure; closing the case is the caller's.</summary>
    public async Task KeepAsync(BotDbContext database, Case asked, HelpedAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(answer);
        var now = time.GetUtcNow();
        asked.HelpedConsent = answer.Consent;
        if (answer.Consent == HelpedConsent.Given && asked.HelpedId is { } person)
            database.Consents.Add(new Consent { ResidentId = person, AddressId = answer.AddressId, TextVersion = Consent.CurrentTextVersion, GivenAt = now });
        if (answer.Consent == HelpedConsent.Refused && asked.HelpedId is { } erased) await EraseAsync(database, asked, erased, answer, cancellationToken);
        database.CaseEvents.Add(new CaseEvent
        {
            CaseId = asked.Id,
            At = now,
            Kind = CaseEventKind.Consent,
            OfficerId = answer.Officer?.OfficerId,
            ActorRole = answer.Officer?.RoleCode ?? "helped",
            Words = string.IsNullOrWhiteSpace(answer.Words) ? null : cipher.Seal(answer.Words.Trim()),
        });
        if (answer.Consent != HelpedConsent.CannotBeAsked) await TellReporterAsync(database, asked, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who never agreed is erased in time; the data-protection officer sees that it happens.</summary>
    private async Task EraseAsync(BotDbContext database, Case asked, long person, HelpedAnswer answer, CancellationToken cancellationToken)
    {
        var by = time.GetUtcNow() + WithdrawalTime;
        await database.Residents.Where(row => row.Id == person).ExecuteUpdateAsync(set => set.SetProperty(row => row.EraseBy, by), cancellationToken);
        var source = answer.AddressId is null ? RightsSource.Visit : RightsSource.Chat;
        await rights.FileAsync(
            database,
            new RightsWish(asked.RegencyCode, RightsKind.Withdrawal, source) { ResidentId = person, ConversationId = answer.AddressId, RecordedBy = answer.Officer?.OfficerId, ErasureRuns = true },
            cancellationToken);
    }

    private async Task TellReporterAsync(BotDbContext database, Case asked, CancellationToken cancellationToken)
    {
        if (asked.ConversationId is not { } reporter || asked.Secrecy == Secrecy.Secret) return;
        var name = await database.Residents.Where(row => row.Id == asked.HelpedId).Select(row => row.Name).SingleAsync(cancellationToken);
        var notice = asked.HelpedConsent == HelpedConsent.Given
            ? new Notice(CaseUpdates.ConfirmHelped_ToHelper, ("ticket", asked.Ticket)).WithPersons("name", name)
            : new Notice(CaseUpdates.ConfirmHelped_RefusedToHelper, ("ticket", asked.Ticket));
        database.Outbox.Add(outbox.Compose(
            new OutboxTarget(reporter, asked.Channel, asked.Id), NoticeMessage.Of(notice, texts.For(asked.RegencyCode), TextCatalog.Indonesian), notice.Key, Priority.Status,
            dedupeKey: $"helped-answer/{asked.Id}"));
    }
}

/// <summary>What the person helped said.</summary>
/// <param name="Consent">Given, refused, or cannot be asked.</param>
/// <param name="AddressId">The chat in which it was said; null on paper.</param>
/// <param name="Officer">Who saw the paper; null in a chat.</param>
/// <param name="Words">What the paper is, or why the person cannot be asked.</param>
public sealed record HelpedAnswer(HelpedConsent Consent, long? AddressId = null, Actor? Officer = null, string? Words = null);
