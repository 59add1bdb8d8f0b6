using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Moves;

/// <summary>Writes what a move leaves beside the case itself: a visit, a referral, the ticket that it was merged into.</summary>
public sealed class MoveRecords(VisitBook visits, ReferralBook referrals)
{
    /// <summary>Why the move cannot be written as it was asked for; null when it can.</summary>
    public async Task<MoveAnswer?> ObjectionAsync(BotDbContext database, Case moved, MoveRequest request, Actor actor, int? item, CancellationToken cancellationToken)
    {
        switch (request.Move)
        {
            case CaseMove.PlanVisit:
                return request.Visit is { } plan && await visits.MayPlanAsync(database, plan, moved.UnitCode, cancellationToken) ? null : MoveAnswer.Incomplete;
            case CaseMove.ReportVisit:
                return request.Report is { IsComplete: true } ? null : MoveAnswer.Incomplete;
            case CaseMove.ProposeReferral:
                return request.Referral is { IsComplete: true } ? null : MoveAnswer.Incomplete;
            case CaseMove.Refer:
                return await ReferObjectionAsync(database, moved, request, actor, item, cancellationToken);
            case CaseMove.Merge:
                return request.MergeInto is { } other && other.Id != moved.Id && other.RegencyCode == moved.RegencyCode && other.Status.IsOpen() ? null : MoveAnswer.Incomplete;
            default:
                return null;
        }
    }

    /// <summary>Writes the records of a move that was made.</summary>
    public async Task<MoveFacts> WriteAsync(BotDbContext database, Case moved, MoveRequest request, Actor actor, CaseSurroundings around, int? item, CancellationToken cancellationToken)
    {
        switch (request.Move)
        {
            case CaseMove.PlanVisit:
                var planned = await visits.PlanAsync(database, moved, request.Visit!, item, actor, cancellationToken);
                var visitor = await database.Users.Where(row => row.Id == planned.FasilitatorId).Select(row => row.Name).SingleAsync(cancellationToken);
                return new MoveFacts { RecordId = planned.Id, Visitor = visitor, VisitAt = planned.StartsAt };
            case CaseMove.ReportVisit:
                return new MoveFacts { RecordId = (await visits.ReportAsync(database, moved, request.Report!, cancellationToken))?.Id };
            case CaseMove.ProposeReferral:
                if (await VisitBook.AheadAsync(database, moved.Id, cancellationToken) is { } unmade) unmade.CancelledAt = around.Now;
                var proposed = await referrals.ProposeAsync(database, moved, request.Referral!, item, actor, around.Unit, cancellationToken);
                return Of(proposed, ReferralState.Proposed);
            case CaseMove.Refer or CaseMove.ReturnReferral or CaseMove.AgencyReturned:
                return await DecideAsync(database, moved, request, actor, around, item, cancellationToken);
            case CaseMove.Resolve:
                if (await ReferralBook.CurrentAsync(database, moved.Id, item, cancellationToken) is { IsOutsideNow: true } outside) referrals.Heard(outside, ReferralState.Answered, null);
                return MoveFacts.None;
            case CaseMove.Merge:
                moved.MergedIntoId = request.MergeInto!.Id;
                return new MoveFacts { OtherTicket = request.MergeInto.Ticket };
            case CaseMove.Unmerge:
                moved.MergedIntoId = null;
                return MoveFacts.None;
            default:
                return MoveFacts.None;
        }
    }

    /// <summary>Takes the records of a move back.</summary>
    public async Task UndoAsync(BotDbContext database, Case moved, MoveDetails details, CancellationToken cancellationToken)
    {
        if (details.Move is CaseMove.Merge) moved.MergedIntoId = null;
        if (details.RecordId is not { } id) return;
        if (details.Move is CaseMove.PlanVisit or CaseMove.ReportVisit) await visits.UndoAsync(database, id, details.Move, cancellationToken);
        else await referrals.UndoAsync(database, id, details.Move, details.ReferralBefore ?? ReferralState.Proposed, cancellationToken);
    }

    private static async Task<MoveAnswer?> ReferObjectionAsync(BotDbContext database, Case moved, MoveRequest request, Actor actor, int? item, CancellationToken cancellationToken)
    {
        if (request.Referral is not { AnswerDueAt: { } due } form || due <= moved.FiledAt) return MoveAnswer.Incomplete;
        var proposed = await ReferralBook.CurrentAsync(database, moved.Id, item, cancellationToken);
        var leavesRegency = form.HasAgency ? form.IsOutside : proposed?.IsOutside == true;
        if (leavesRegency && !actor.HasAny(Role.Slrt)) return MoveAnswer.NotAllowed;
        // Urgent and straight from the intake: nobody has proposed it, so the form and the reason come now.
        return proposed is not null || (form.IsComplete && !string.IsNullOrWhiteSpace(request.Words)) ? null : MoveAnswer.Incomplete;
    }

    private async Task<MoveFacts> DecideAsync(BotDbContext database, Case moved, MoveRequest request, Actor actor, CaseSurroundings around, int? item, CancellationToken cancellationToken)
    {
        var referral = await ReferralBook.CurrentAsync(database, moved.Id, item, cancellationToken);
        if (referral is null && request.Move == CaseMove.Refer) referral = await referrals.ProposeAsync(database, moved, request.Referral!, item, actor, around.Unit, cancellationToken);
        if (referral is null) return MoveFacts.None;
        var before = referral.State;
        if (request.Move == CaseMove.Refer) referrals.Send(referral, request.Referral!, actor);
        if (request.Move == CaseMove.ReturnReferral) referrals.SendBack(referral, request.Words!, actor);
        if (request.Move == CaseMove.AgencyReturned) referrals.Heard(referral, ReferralState.Returned, request.Words);
        await database.SaveChangesAsync(cancellationToken);
        return Of(referral, before) with { IsForCompanion = request.Move == CaseMove.Refer && referral.Kind == AgencyKind.PkhCompanion };
    }

    private static MoveFacts Of(Referral referral, ReferralState before) =>
        new() { RecordId = referral.Id, ReferralBefore = before, Agency = referral.Agency, AnswerDueAt = referral.AnswerDueAt };
}

/// <summary>What the records of a move tell its text and its history.</summary>
public sealed record MoveFacts
{
    public static readonly MoveFacts None = new();

    /// <summary>The visit or referral.</summary>
    public long? RecordId { get; init; }

    public ReferralState? ReferralBefore { get; init; }

    public string? Visitor { get; init; }

    public DateTimeOffset? VisitAt { get; init; }

    public string? Agency { get; init; }

    public DateTimeOffset? AnswerDueAt { get; init; }

    public string? OtherTicket { get; init; }

    /// <summary>Sent to the PKH companions, who are officers of the service and told in their chats.</summary>
    public bool IsForCompanion { get; init; }
}
