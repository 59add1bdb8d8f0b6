using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>What was taken at a minute: the clock's and step's numbers, and whether it was told, skipped for a later one, or one too many.</summary>
internal readonly record struct Taken(int Minute, int Clock, int Step, char How);

/// <summary>
/// One case's clocks once more, minute by minute: given what really happened to the case, it says which steps must have
/// been taken when. Written from the domain sheet, section 7, with nothing of the product but the names of states and moves.
/// </summary>
internal sealed class SlowClocks(int filedAt, int handlingDays)
{
    private const int FirstCheck = 1, Handling = 2, Documents = 4, Confirmation = 5, Heartbeat = 6;
    private const int ResidentHour = 9 * 60, MostNudges = 3;

    private readonly List<Taken> taken = [];
    private readonly HashSet<(int Clock, int Since, int Step)> seen = [];
    private CaseStatus status = CaseStatus.New;
    private int checkSince = filedAt, handledSince, askedAt, resolvedAt, toldAt = filedAt;
    private int? lateToldAt, due = SlowOffice.ClosingOf(SlowOffice.WorkingDaysLater(SlowOffice.DayOf(SlowOffice.NextOpen(filedAt)), 1)), left;
    private List<(int Clock, int Since, (int Step, int At)[] Steps)>? running;
    private int nudges;
    private bool reopened;

    public IReadOnlyList<Taken> Run(IReadOnlyDictionary<int, CaseMove> happened, int until)
    {
        for (var minute = checkSince; minute <= until; minute++)
        {
            if (happened.TryGetValue(minute, out var move))
            {
                Move(move, minute);
                running = Running();
            }

            var before = taken.Count;
            foreach (var (clock, since, steps) in running ??= Running()) Take(clock, since, steps, minute);
            if (taken.Count > before) running = Running();
        }

        return taken;
    }

    private void Move(CaseMove move, int now)
    {
        switch (move)
        {
            case CaseMove.StartCheck:
                (status, handledSince, toldAt) = (CaseStatus.UnderReview, now, now);
                var days = reopened ? Math.Max(1, (handlingDays + 1) / 2) : handlingDays;
                due = SlowOffice.ClosingOf(SlowOffice.WorkingDaysLater(SlowOffice.DayOf(SlowOffice.NextOpen(now)), days));
                break;
            case CaseMove.AskDocuments:
                (status, askedAt, toldAt, left, due) = (CaseStatus.NeedsDocuments, now, now, SlowOffice.OpenMinutes(now, due!.Value), null);
                break;
            case CaseMove.DocumentsCame:
                (status, due, left) = (CaseStatus.UnderReview, SlowOffice.AfterOpenMinutes(now, left!.Value), null);
                break;
            case CaseMove.Resolve:
                (status, resolvedAt, toldAt, due) = (CaseStatus.Resolved, now, now, null);
                break;
            case CaseMove.Confirm:
                status = CaseStatus.Confirmed;
                break;
            case CaseMove.Reopen:
                (status, checkSince, toldAt, reopened, left) = (CaseStatus.Reopened, now, now, true, null);
                due = SlowOffice.ClosingOf(SlowOffice.WorkingDaysLater(SlowOffice.DayOf(SlowOffice.NextOpen(now)), 1));
                break;
        }
    }

    private List<(int Clock, int Since, (int Step, int At)[] Steps)> Running()
    {
        var now = new List<(int, int, (int, int)[])>();
        if (status is CaseStatus.New or CaseStatus.Reopened) now.Add((FirstCheck, checkSince, CheckSteps()));
        if (status == CaseStatus.UnderReview) now.Add((Handling, handledSince, HandlingSteps()));
        if (status == CaseStatus.NeedsDocuments) now.Add((Documents, askedAt, DaySteps(askedAt, 3, 7, 14, 25, 30)));
        if (status == CaseStatus.Resolved) now.Add((Confirmation, resolvedAt, DaySteps(resolvedAt, 3, 7, 10)));
        if (status is CaseStatus.New or CaseStatus.Reopened or CaseStatus.UnderReview) now.Add((Heartbeat, toldAt, [(1, NextNews())]));
        return now;
    }

    private (int, int)[] CheckSteps() =>
    [
        (1, SlowOffice.AfterOpenMinutes(checkSince, 120)), (2, SlowOffice.AfterOpenMinutes(checkSince, 240)),
        (3, SlowOffice.SameTimeLater(checkSince, 1)), (4, SlowOffice.SameTimeLater(checkSince, 2)), (5, SlowOffice.SameTimeLater(checkSince, 3)),
    ];

    private (int, int)[] HandlingSteps()
    {
        var (started, dueOn) = (SlowOffice.DayOf(handledSince), SlowOffice.DayOf(due!.Value));
        var steps = new List<(int, int)>();
        if (SlowOffice.WorkingDayBefore(dueOn) is var before && before > started) steps.Add((1, SlowOffice.NextOpen(SlowOffice.MinuteAt(before, 0))));
        if (dueOn > started) steps.Add((2, SlowOffice.NextOpen(SlowOffice.MinuteAt(dueOn, 0))));
        return [.. steps, (3, SlowOffice.NextOpen(due.Value)), (4, SlowOffice.SameTimeLater(due.Value, 2)), (5, SlowOffice.SameTimeLater(due.Value, 5))];
    }

    private static (int, int)[] DaySteps(int since, params int[] days) =>
        [.. days.Select((day, place) => (place + 1, SlowOffice.MinuteAt(SlowOffice.DayOf(since) + day, ResidentHour)))];

    private int NextNews() => SlowOffice.MinuteAt(
        SlowOffice.WorkingDaysLater(SlowOffice.DayOf(SlowOffice.NextOpen(toldAt)), lateToldAt == toldAt ? 1 : 5), ResidentHour);

    private void Take(int clock, int since, (int Step, int At)[] steps, int now)
    {
        if (steps.All(step => step.At > now)) return;
        var last = seen.Where(known => known.Clock == clock && known.Since == since).Select(known => known.Step).DefaultIfEmpty(0).Max();
        var next = steps.Where(step => step.Step > last).Select(step => ((int Step, int At)?)step).FirstOrDefault();
        if (next is not { } open || open.At > now) return;
        var latest = steps.Last(step => step.At <= now).Step;
        if (latest > open.Step) Note(now, clock, since, open.Step, 's');
        var isNudge = (clock == FirstCheck && latest <= 2) || (clock == Handling && latest <= 2);
        var tooMany = isNudge && nudges >= MostNudges;
        if (isNudge && !tooMany) nudges++;
        Note(now, clock, since, latest, tooMany ? 'e' : 't');
        Effect(clock, latest, now);
    }

    private void Note(int now, int clock, int since, int step, char how)
    {
        seen.Add((clock, since, step));
        taken.Add(new(now, clock, step, how));
    }

    private void Effect(int clock, int step, int now)
    {
        if ((clock, step) is (FirstCheck, 5) or (Handling, 5)) (toldAt, lateToldAt) = (now, now);
        else if (clock is Documents && step < 5) toldAt = now;
        else if (clock is Confirmation && step < 3) toldAt = now;
        else if (clock is Heartbeat) toldAt = now;
        else if (clock is Documents) status = CaseStatus.ClosedNoDocuments;
        else if (clock is Confirmation) status = CaseStatus.Confirmed;
    }
}
