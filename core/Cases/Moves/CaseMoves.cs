using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Moves;

/// <summary>
/// Makes one move of a case: asks the machine, writes needs, clocks and history, and the one message by which the resident is told.
/// Runs inside the caller's transaction, which holds the locks conversation → case; the case comes with its items.
/// </summary>
public sealed class CaseMoves(CaseNews news, MoveTexts moveTexts, MoveRecords records, DeskNotices desk, CaseClock clock, FieldCipher cipher)
{
    /// <summary>How long papers are awaited (DOMAIN §6).</summary>
    public static readonly TimeSpan DocumentsWithin = TimeSpan.FromDays(30);

    /// <summary>The outcomes that an examination alone can have (DESIGN §16): information, unreachable, redirected.</summary>
    public static readonly IReadOnlyList<Outcome> OutcomesOfReview = [Outcome.InformationGiven, Outcome.Unreachable, Outcome.Redirected];

    /// <summary>Makes the move, or says why not.</summary>
    public async Task<MoveResult> ApplyAsync(BotDbContext database, Case moved, MoveRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var items = moved.Items.Where(item => request.Item is null || item.Number == request.Item).OrderBy(item => item.Number).ToList();
        var able = items.Where(item => CaseStatusMachine.Allows(item.Status, request.Move, Situation(moved, item, actor))).ToList();
        if (request.Move == CaseMove.Reopen && able.Any(item => item.Status == CaseStatus.Resolved)) able.RemoveAll(item => item.Status != CaseStatus.Resolved);
        if (able.Count == 0)
            return await FindRepeatAsync(database, moved, request, actor, cancellationToken) is { } same ? new MoveResult(MoveAnswer.AlreadyDone, same) : new MoveResult(MoveAnswer.NotAllowed);
        if (IsIncomplete(able, request, actor)) return new MoveResult(MoveAnswer.Incomplete);

        int? number = able.Count == 1 ? able[0].Number : null;
        if (await records.ObjectionAsync(database, moved, request, actor, number, cancellationToken) is { } objection) return new MoveResult(objection);

        var around = await CaseSurroundings.LoadAsync(database, moved, cancellationToken) with { Now = clock.Now };
        var before = CaseSnapshot.Of(moved);
        var from = able[0].Status;
        foreach (var item in able) Write(item, request, Situation(moved, item, actor));
        var facts = await records.WriteAsync(database, moved, request, actor, around, number, cancellationToken);
        if (request.Move == CaseMove.AskDocuments) await AskForAsync(database, moved, able, request, cancellationToken);
        WriteCase(moved, request, actor, around, facts);
        // A move of one need may leave the case's own row as it is; its version must change all the same.
        database.Entry(moved).Property(row => row.LastToldAt).IsModified = true;

        var key = $"case/{moved.Id}/{around.LastEventId}";
        var told = moveTexts.Of(moved, able, request, actor, around, facts);
        var sent = told is null ? null : await news.TellAsync(database, moved, told, new NewsRoute(
            key, actor.IsOfficer ? CaseNews.UndoWindow : default, MoveTexts.StepOf(told), request.RepliedTo, PriorityOf(request.Move)), cancellationToken);
        var line = new CaseEvent
        {
            CaseId = moved.Id,
            ItemNumber = number,
            At = clock.Now,
            Kind = request.Move is CaseMove.Merge or CaseMove.Unmerge ? CaseEventKind.Merged : CaseEventKind.Moved,
            FromStatus = from,
            ToStatus = able[0].Status,
            OfficerId = actor.OfficerId,
            ActorRole = actor.RoleCode,
            Words = string.IsNullOrWhiteSpace(request.Words) ? null : cipher.Seal(request.Words.Trim()),
            OutboxId = sent is { Rows.Count: > 0 } ? sent.Rows[0].Id : null,
            InboxId = request.InboxId,
            Details = new MoveDetails(request.Move, key, before) { Outcome = request.Outcome, Documents = request.Documents, Skipped = sent?.Skipped, RecordId = facts.RecordId, ReferralBefore = facts.ReferralBefore }.ToJson(),
        };
        database.CaseEvents.Add(line);
        await database.SaveChangesAsync(cancellationToken);
        if (facts.IsForCompanion)
        {
            var companions = await desk.CompanionsAsync(database, around.Unit, cancellationToken);
            await desk.TellAsync(database, companions, new Notice(OfficerMessages.ReferralNew_ToCompanion), new CaseLink(moved.Ticket, around.Unit, CaseNews.UndoWindow), $"{key}/pkh", cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        return new MoveResult(MoveAnswer.Done, line, told);
    }

    /// <summary>The last move of the case, when this person made it and it is the one asked for again: a double click.</summary>
    public static async Task<CaseEvent?> FindRepeatAsync(BotDbContext database, Case moved, MoveRequest request, Actor actor, CancellationToken cancellationToken)
    {
        var last = await database.CaseEvents.AsNoTracking().Where(line => line.CaseId == moved.Id && line.Kind == CaseEventKind.Moved)
            .OrderByDescending(line => line.Id).FirstOrDefaultAsync(cancellationToken);
        var isSame = last is not null && last.OfficerId == actor.OfficerId && last.ActorRole == actor.RoleCode && MoveDetails.Of(last) is { } details && details.Move == request.Move
            && (request.Item is null || last.ItemNumber is null || request.Item == last.ItemNumber)
            && details.Outcome == request.Outcome && details.Documents.SequenceEqual(request.Documents) && await IsSameVisitAsync(database, details, request, cancellationToken);
        return isSame ? last : null;
    }

    /// <summary>Another day or visitor is another plan, though it is the same move.</summary>
    private static async Task<bool> IsSameVisitAsync(BotDbContext database, MoveDetails details, MoveRequest request, CancellationToken cancellationToken)
    {
        if (request.Visit is not { } plan) return true;
        var (starts, visitor) = (plan.StartsAt.ToUniversalTime(), plan.FasilitatorId);
        return await database.Visits.AnyAsync(row => row.Id == details.RecordId && row.StartsAt == starts && row.FasilitatorId == visitor, cancellationToken);
    }

    /// <summary>The day of a moment in the unit's zone.</summary>
    public DateOnly DayOf(PuskesosUnit unit, DateTimeOffset at) => clock.DayOf(unit, at);

    /// <summary>What a move depends on for this need of this case.</summary>
    public MoveSituation Situation(Case moved, CaseItem item, Actor actor) => new(
        actor, item.ReturnTo, moved.ReopenedCount, moved.Secrecy == Secrecy.Secret,
        (moved.ClosedAt ?? moved.ResolvedAt) is not { } ended || clock.Now - ended <= MoveTexts.ReopenWithin, moved.IsEmergency, item.Refusal);

    private static bool IsIncomplete(List<CaseItem> able, MoveRequest request, Actor actor) => request.Words?.Length > MoveRequest.LongestWords || request.Move switch
    {
        CaseMove.Resolve => request.Outcome is not { } outcome || string.IsNullOrWhiteSpace(request.Words)
            || (able.Any(item => item.Status == CaseStatus.UnderReview) && !OutcomesOfReview.Contains(outcome)),
        CaseMove.Handle => string.IsNullOrWhiteSpace(request.Words) && able.Any(item => item.Status == CaseStatus.New),
        CaseMove.AskDocuments => request.Documents.Count == 0,
        CaseMove.AgencyReturned or CaseMove.ReturnReferral => string.IsNullOrWhiteSpace(request.Words),
        CaseMove.Reopen => actor.IsOfficer && string.IsNullOrWhiteSpace(request.Words),
        _ => false,
    };

    private void Write(CaseItem item, MoveRequest request, MoveSituation situation)
    {
        var from = item.Status;
        item.Status = CaseStatusMachine.Next(from, request.Move, situation);
        // A proposal that nobody decided falls when the need goes another way; a decision is kept for the objection.
        if (item.Refusal is { IsOpen: true } && request.Move != CaseMove.Reject) item.Refusal = null;
        switch (request.Move)
        {
            case CaseMove.AskDocuments:
                (item.ReturnTo, item.DocumentsDueAt) = (from, clock.Now + DocumentsWithin);
                break;
            case CaseMove.Merge:
                item.ReturnTo = from;
                break;
            case CaseMove.Resolve:
                (item.Outcome, item.OutcomeSentence, item.Refusal) = (request.Outcome, request.Words!.Trim(), null);
                break;
            case CaseMove.Reject when item.Refusal is { } refusal:
                (refusal.DecidedBy, refusal.DecidedAt) = (situation.By.OfficerId, clock.Now);
                break;
            case CaseMove.DocumentsCame or CaseMove.Unmerge:
                (item.ReturnTo, item.DocumentsDueAt) = (null, null);
                break;
            case CaseMove.Reopen or CaseMove.Object:
                (item.ReturnTo, item.DocumentsDueAt, item.Outcome, item.OutcomeSentence) = (null, null, null, null);
                break;
        }
    }

    private void WriteCase(Case moved, MoveRequest request, Actor actor, CaseSurroundings around, MoveFacts facts)
    {
        var wasResting = moved.ClockLeft is not null;
        moved.ShowLeastAdvanced();
        var open = moved.Items.Where(item => item.Status < CaseStatus.Resolved).ToList();
        var resting = open.Count > 0 && open.All(item => item.Status == CaseStatus.NeedsDocuments);
        if (!resting && wasResting) clock.Resume(moved, around.Unit);
        if (actor.IsOfficer && request.Move is CaseMove.StartCheck or CaseMove.Handle) moved.OwnerId = actor.OfficerId;
        if (request.Move == CaseMove.StartCheck) moved.FirstCheckedAt ??= clock.Now;
        if (request.Move is CaseMove.StartCheck or CaseMove.AgencyReturned or CaseMove.ReturnReferral && moved.Status > CaseStatus.Reopened)
            moved.DueAt = clock.HandlingDue(around.Unit, around.WorkingDays(open), moved.ReopenedCount > 0);
        if (request.Move is CaseMove.Reopen or CaseMove.Object)
        {
            moved.ReopenedCount++;
            (moved.ResolvedAt, moved.ClosedAt, moved.ClockLeft, moved.DueAt) = (null, null, null, clock.CheckDue(around.Unit));
            if (moved.ReopenedCount > 1 || request.Move == CaseMove.Object) moved.OwnerId = request.NewOwner;
        }

        if (moved.Status == CaseStatus.ReferralReview && request.Move == CaseMove.ProposeReferral) moved.DueAt = clock.CheckDue(around.Unit);
        if (moved.Status == CaseStatus.Referred && request.Move == CaseMove.Refer) moved.DueAt = facts.AnswerDueAt;
        if (resting && !wasResting) clock.Pause(moved, around.Unit);
        if (open.Count == 0) (moved.DueAt, moved.ClockLeft) = (null, null);
        if (open.Count == 0 && moved.Status == CaseStatus.Resolved) moved.ResolvedAt ??= clock.Now;
        moved.ClosedAt = moved.Status.IsOpen() ? null : moved.ClosedAt ?? clock.Now;
    }

    private static async Task AskForAsync(BotDbContext database, Case moved, List<CaseItem> items, MoveRequest request, CancellationToken cancellationToken)
    {
        var known = await database.AwaitedDocuments.Where(row => row.CaseId == moved.Id).ToListAsync(cancellationToken);
        foreach (var item in items)
        {
            foreach (var kind in request.Documents.Distinct())
            {
                var row = known.FirstOrDefault(awaited => awaited.ItemNumber == item.Number && awaited.Kind == kind);
                if (row is null) database.AwaitedDocuments.Add(row = new AwaitedDocument { CaseId = moved.Id, ItemNumber = item.Number, Kind = kind });
                (row.AskedByOfficer, row.DocumentId) = (true, null);
            }
        }
    }

    private static Priority PriorityOf(CaseMove move) => move is CaseMove.AskDocuments or CaseMove.PlanVisit or CaseMove.DocumentsCame ? Priority.DocumentOrVisit : Priority.Status;
}
