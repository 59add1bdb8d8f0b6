using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Builds the timelines of cases from their history, whether stored already or about to be stored.</summary>
public sealed class CaseTimelines
{
    private readonly ILookup<long, ItemMove> stored;
    private readonly ILookup<Case, ItemMove> pending;
    private readonly ILookup<long, Visit> visits;
    private readonly ILookup<long, Referral> referrals;

    private CaseTimelines(ILookup<long, ItemMove> stored, ILookup<Case, ItemMove> pending, ILookup<long, Visit> visits, ILookup<long, Referral> referrals) =>
        (this.stored, this.pending, this.visits, this.referrals) = (stored, pending, visits, referrals);

    /// <summary>Loads the moves of these cases; the cases themselves, with their items, are tracked by the context.</summary>
    public static async Task<CaseTimelines> LoadAsync(BotDbContext database, IReadOnlyCollection<Case> cases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var ids = cases.Where(known => known.Id > 0).Select(known => known.Id).ToList();
        var stored = ids.Count == 0 ? [] : await database.CaseEvents.AsNoTracking()
            .Where(line => ids.Contains(line.CaseId) && line.ToStatus != null)
            .OrderBy(line => line.Id)
            .Select(line => new ItemMove(line.CaseId, line.ItemNumber, line.At, line.FromStatus, line.ToStatus!.Value, line.Kind == CaseEventKind.Undone))
            .ToListAsync(cancellationToken);
        var visited = IdsWith(cases, CaseStatus.Visit);
        var referred = IdsWith(cases, CaseStatus.Referred);
        if (visited.Count > 0) await database.Visits.Where(row => visited.Contains(row.CaseId)).LoadAsync(cancellationToken);
        if (referred.Count > 0) await database.Referrals.Where(row => referred.Contains(row.CaseId)).LoadAsync(cancellationToken);
        return new(
            stored.ToLookup(move => move.CaseId), Pending(database, cases),
            database.Visits.Local.Where(row => visited.Contains(row.CaseId)).ToLookup(row => row.CaseId),
            database.Referrals.Local.Where(row => referred.Contains(row.CaseId)).ToLookup(row => row.CaseId));
    }

    /// <summary>The visit of a case that lies ahead or was missed, not yet reported.</summary>
    public VisitTimeline? VisitOf(Case subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var ahead = visits[subject.Id].Where(row => row.IsAhead).MaxBy(row => row.PlannedAt);
        return ahead is null ? null : new(
            ahead.Id, ahead.ItemNumber ?? 0, Stored(ahead.PlannedAt), Stored(ahead.StartsAt), ahead.FasilitatorId,
            visits[subject.Id].Count(row => row != ahead && row.MissedAt is not null));
    }

    /// <summary>The referrals of a case that are outside.</summary>
    public IReadOnlyList<ReferralTimeline> ReferralsOf(Case subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return [.. referrals[subject.Id].Where(row => row is { SentAt: not null, State: ReferralState.Sent or ReferralState.Received or ReferralState.InProgress }).OrderBy(row => row.SentAt)
            .Select(row => new ReferralTimeline(row.ItemNumber ?? 0, Stored(row.SentAt!.Value), row.AnswerDueAt, row.ReceivedAt is not null, row.Agency, row.AskedAgainAt))];
    }

    private static HashSet<long> IdsWith(IEnumerable<Case> cases, CaseStatus status) =>
        [.. cases.Where(known => known.Id > 0 && known.Items.Any(item => item.Status == status)).Select(known => known.Id)];

    /// <summary>The timeline of one of the cases.</summary>
    public CaseTimeline Of(Case subject, IEnumerable<DueReminder> rows)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var moves = WithoutUndone(stored[subject.Id].Concat(pending[subject]));
        return new CaseTimeline
        {
            FiledAt = Stored(subject.FiledAt),
            Status = subject.Status,
            TellsResident = subject.Secrecy != Secrecy.Secret && !subject.IsEmergency,
            AwaitsHelped = subject.HelpedConsent == HelpedConsent.Pending,
            LastToldAt = Stored(subject.LastToldAt),
            DueAt = subject.DueAt,
            IsResting = subject.ClockLeft is not null,
            Visit = VisitOf(subject),
            Referrals = ReferralsOf(subject),
            LateToldAt = rows.Where(row => row.Outcome != ReminderOutcome.Superseded && ReminderLadder.TellsLate(row.Clock, row.Step)).Max(row => row.DoneAt),
            Items = [.. subject.Items.OrderBy(item => item.Number).Select(item => new ItemTimeline(
                item.Number, item.Status, item.DocumentsDueAt,
                [.. moves.Where(move => move.ItemNumber is null || move.ItemNumber == item.Number)
                    .Select(move => new StatusMove(Stored(move.At), move.From, move.To))])
            {
                PaperReminders = [.. rows.Where(row => row.Clock == ClockKind.Documents && row.ItemNumber == item.Number && row is { DoneAt: not null, Outcome: not ReminderOutcome.Superseded })
                    .Select(row => row.DoneAt!.Value).Order()],
            })],
        };
    }

    /// <summary>A moment as the database keeps it, in whole microseconds: runs of a clock are told apart by their beginning.</summary>
    public static DateTimeOffset Stored(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime();

    /// <summary>A move that was taken back has not happened: its clocks go on as before it.</summary>
    private static List<ItemMove> WithoutUndone(IEnumerable<ItemMove> all)
    {
        var moves = new List<ItemMove>();
        foreach (var move in all)
        {
            var undone = move.IsUndo ? moves.FindLastIndex(known => known.ItemNumber == move.ItemNumber) : -1;
            if (undone >= 0) moves.RemoveAt(undone);
            else if (!move.IsUndo) moves.Add(move);
        }

        return moves;
    }

    private static ILookup<Case, ItemMove> Pending(BotDbContext database, IReadOnlyCollection<Case> cases)
    {
        var byId = cases.ToDictionary(known => database.Entry(known).Property(row => row.Id).CurrentValue);
        return database.ChangeTracker.Entries<CaseEvent>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.ToStatus is not null)
            .Select(entry => (Owner: byId.GetValueOrDefault(entry.Property(line => line.CaseId).CurrentValue), Line: entry.Entity))
            .Where(pair => pair.Owner is not null)
            .ToLookup(pair => pair.Owner!, pair => new ItemMove(
                pair.Owner!.Id, pair.Line.ItemNumber, pair.Line.At, pair.Line.FromStatus, pair.Line.ToStatus!.Value, pair.Line.Kind == CaseEventKind.Undone));
    }

    private readonly record struct ItemMove(long CaseId, int? ItemNumber, DateTimeOffset At, CaseStatus? From, CaseStatus To, bool IsUndo);
}
