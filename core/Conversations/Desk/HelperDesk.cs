using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>Cases that a helper (ketua RT, kader, fasilitator) files for somebody at the desk, and the word of the person concerned: by chat, or on a signed paper.</summary>
public sealed class HelperDesk(BotDbContext database, WalkIn walkIn, HelpedAsking asking, HelpedAnswers answers, HelpedPerson people, ResidentMoves moves)
{
    /// <summary>Files the form and asks the person helped in the same transaction.</summary>
    public async Task<FiledCase> FileAsync(OfficerReach officer, WalkInForm form, CatalogueIndex catalogue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var filed = await walkIn.FileAsync(officer, form, catalogue, cancellationToken);
        if (filed.HelpedAsked) await asking.AskAsync(database, filed.Case, cancellationToken);
        if (filed.Case.HelpedConsent == HelpedConsent.Given)
            await answers.KeepAsync(database, filed.Case, new HelpedAnswer(HelpedConsent.Given, Officer: Actor.Officer(officer, filed.Case)), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return filed;
    }

    /// <summary>The paper is signed, the person says no, or cannot be asked for a reason. A refusal closes the case, but for S1, where an officer must check safety.</summary>
    public Task<MoveResult> AnswerAsync(OfficerReach reach, string ticket, HelpedConsent consent, string? words, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, async (held, actor) =>
        {
            if (held.Case.HelpedConsent == consent && consent != HelpedConsent.Pending) return new MoveResult(MoveAnswer.AlreadyDone);
            if (!OfficerDesk.MayWrite(actor) || held.Case.HelpedConsent != HelpedConsent.Pending) return new MoveResult(MoveAnswer.NotAllowed);
            if (words?.Length > MoveRequest.LongestWords || (consent == HelpedConsent.CannotBeAsked && string.IsNullOrWhiteSpace(words))) return new MoveResult(MoveAnswer.Incomplete);
            if (consent is not (HelpedConsent.Given or HelpedConsent.Refused or HelpedConsent.CannotBeAsked)) return new MoveResult(MoveAnswer.Incomplete);
            await answers.KeepAsync(database, held.Case, new HelpedAnswer(consent, Officer: actor, Words: words), cancellationToken);
            if (consent == HelpedConsent.Refused && held.Case.Secrecy != Secrecy.Secret) await moves.CancelAsync(database, held.Case, null, null, cancellationToken);
            return new MoveResult(MoveAnswer.Done);
        }, cancellationToken);

    /// <summary>Asks the person helped by WhatsApp under this number (E.164); not in a secret case, whose phone others may read.</summary>
    public Task<MoveResult> AskAsync(OfficerReach reach, string ticket, string? phone, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, async (held, actor) =>
        {
            if (!OfficerDesk.MayWrite(actor) || held.Case is not { HelpedConsent: HelpedConsent.Pending, HelpedId: { } person } || held.Case.Secrecy == Secrecy.Secret) return new MoveResult(MoveAnswer.NotAllowed);
            if (phone is null || await database.Residents.FindAsync([person], cancellationToken) is not { } helped) return new MoveResult(MoveAnswer.Incomplete);
            held.Case.HelpedConversationId = await people.ReachAtAsync(database, helped, phone, cancellationToken);
            return new MoveResult(await asking.AskAsync(database, held.Case, cancellationToken) ? MoveAnswer.Done : MoveAnswer.AlreadyDone);
        }, cancellationToken);
}
