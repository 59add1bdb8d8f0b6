using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>What officers decide together about a case: refusals with four eyes, duplicates, who has it, what an agency answered.</summary>
public sealed class OfficerDecisions(BotDbContext database, CaseMoves moves, RefusalProposals refusals, ReferralNews referrals, CaseTransfers transfers, TimeProvider time)
{
    /// <summary>"Usul tolak": the back office proposes, nobody is told yet.</summary>
    public Task<MoveResult> ProposeRefusalAsync(OfficerReach reach, string ticket, int? item, RefusalForm form, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, (held, actor) => refusals.ProposeAsync(database, held.Case, item, form, actor, cancellationToken), cancellationToken);

    /// <summary>The TKSK returns a proposal with a note.</summary>
    public Task<MoveResult> ReturnRefusalAsync(OfficerReach reach, string ticket, int? item, string? note, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, (held, actor) => Task.FromResult(refusals.Return(database, held.Case, item, note, actor)), cancellationToken);

    /// <summary>"Gabungkan": the whole case joins another one that this officer sees too.</summary>
    public Task<MoveResult> MergeAsync(OfficerReach reach, string ticket, uint? seenVersion, string? other, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, async (held, actor) =>
        {
            if (seenVersion is { } seen && seen != held.Case.Version) return new MoveResult(MoveAnswer.Changed);
            if (held.Case.Items.Any(item => item.Status is not (CaseStatus.New or CaseStatus.UnderReview))) return new MoveResult(MoveAnswer.NotAllowed);
            var into = Ticket.Parse(other) is { } parsed
                ? await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).SingleOrDefaultAsync(row => row.Ticket == parsed, cancellationToken) : null;
            if (into is null) return new MoveResult(MoveAnswer.Incomplete);
            var result = await moves.ApplyAsync(database, held.Case, new MoveRequest(CaseMove.Merge) { MergeInto = into, Words = into.Ticket }, actor, cancellationToken);
            if (result.Answer == MoveAnswer.Done) held.AskWhatWasAsked(result.Told, time.GetUtcNow());
            return result;
        }, cancellationToken);

    /// <summary>Another unit or officer gets the case.</summary>
    public Task<MoveResult> TransferAsync(OfficerReach reach, string ticket, TransferForm form, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, (held, actor) => transfers.TransferAsync(database, held.Case, form, reach, actor, cancellationToken), cancellationToken);

    /// <summary>The agency acknowledged, works on it or answered.</summary>
    public Task<MoveResult> ReferralHeardAsync(OfficerReach reach, string ticket, long referralId, ReferralState state, string? words, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, (held, actor) => referrals.HeardAsync(database, held.Case, referralId, state, words, actor, cancellationToken), cancellationToken);
}
