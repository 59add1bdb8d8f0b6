using Puskesos.Core.Cases;
using static Puskesos.Tests.Core.Reminders.Simulation.SlowLadder;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>
/// One case's clocks once more, minute by minute: given what really happened to the case, it says which steps must have
/// been taken when and what everybody must have been told. Written from the domain sheet, section 7, with nothing of the
/// product but the names of states.
/// </summary>
internal sealed class SlowClocks(int filedAt, int handlingDays)
{
    private const int ResidentHour = 9 * 60, MostNudges = 3, Eve = 15 * 60, Morning = 7 * 60 + 30, TimeToReport = 3 * 60;

    private readonly HashSet<(int Clock, int Since, int Step)> seen = [];
    private readonly HashSet<(string Officer, int Minute)> read = [];
    private CaseStatus status = CaseStatus.New, before;
    private int checkSince = filedAt, handledSince, askedAt, resolvedAt, toldAt = filedAt, proposedAt, sentAt, answerAt, plannedAt, visitAt, missedBefore, nudges, reopened;
    private bool missed, acknowledged;
    private int? lateToldAt, due, left;
    private string? owner;
    private List<(int Clock, int Since, (int Step, int At)[] Steps)> running = [];
    private HashSet<int> moments = [];
    private readonly List<(int Minute, Standing Standing)> stood = [];

    public List<Taken> Steps { get; } = [];

    public List<Told> Told { get; } = [];

    public int Level { get; private set; }

    public SlowClocks Run(IReadOnlyDictionary<int, Happening> happened, int until)
    {
        due = DueAfter(checkSince, 1);
        SetRunning();
        for (var minute = checkSince; minute <= until; minute++)
        {
            var moved = minute == checkSince;
            if (happened.TryGetValue(minute, out var deed))
            {
                Move(deed, minute);
                moved = true;
                SetRunning();
            }

            // Between deeds and steps nothing changes: a minute at which no step falls due is passed by.
            if (!moved && !moments.Contains(minute)) continue;
            while (TakeAll(minute)) SetRunning();
            stood.Add((minute, new(status, due, Level)));
        }

        return this;
    }

    /// <summary>How the case stood when this minute was over; null before it was filed.</summary>
    public Standing? At(int minute) => stood.FindLast(known => known.Minute <= minute) is { Standing: { } found } ? found : null;

    private void SetRunning()
    {
        running = Running();
        moments = [.. running.SelectMany(run => run.Steps.Select(step => step.At))];
    }

    /// <summary>
    /// Takes what is due of the clocks as they run. A minute goes on until nothing is left: when a missed visit lets a rested clock run again,
    /// a morning that clock should have reminded on may be over by then, and such a reminder is due at once.
    /// </summary>
    private bool TakeAll(int minute)
    {
        var count = Steps.Count;
        // What goes furthest up comes first: of two things at a time an officer reads that one.
        foreach (var (clock, since, steps) in running.OrderByDescending(run => LevelOf(run.Clock, run.Steps.LastOrDefault(step => step.At <= minute).Step))) Take(clock, since, steps, minute);
        return Steps.Count > count;
    }

    private void Move(Happening deed, int now)
    {
        var days = reopened > 0 ? Math.Max(1, (handlingDays + 1) / 2) : handlingDays;
        switch (deed.Deed)
        {
            case Deed.StartCheck:
                (status, handledSince, due, owner) = (CaseStatus.UnderReview, now, DueAfter(now, days), "FO");
                Tell(now, "CaseChecked_ToResident");
                break;
            case Deed.AskDocuments:
                (before, status, askedAt) = (status, CaseStatus.NeedsDocuments, now);
                Rest(now);
                Tell(now, "CaseNeedsDocuments_ToResident");
                break;
            case Deed.DocumentsCame:
                status = before;
                GoOn(now);
                break;
            case Deed.PlanVisit:
                GoOn(now);
                (missedBefore, missed) = (missedBefore + (missed ? 1 : 0), false);
                (status, plannedAt, visitAt) = (CaseStatus.Visit, now, deed.At);
                Tell(now, "CaseVisit_ToResident");
                break;
            case Deed.AgreeVisit:
                Rest(now);
                break;
            case Deed.ReportVisit or Deed.Handle:
                GoOn(now);
                (missedBefore, missed) = (missedBefore + (missed ? 1 : 0), false);
                status = CaseStatus.InProgress;
                if (deed.Deed == Deed.Handle) owner = "BO";
                break;
            case Deed.Propose:
                (status, proposedAt, due) = (CaseStatus.ReferralReview, now, DueAfter(now, 1));
                break;
            case Deed.SendBack or Deed.AgencyReturned:
                (status, handledSince, due) = (CaseStatus.InProgress, now, DueAfter(now, days));
                if (deed.Deed == Deed.AgencyReturned) Tell(now, "CaseChecked_ToResident");
                break;
            case Deed.Refer:
                (status, sentAt, answerAt, acknowledged, due) = (CaseStatus.Referred, now, deed.At, false, deed.At);
                Tell(now, "CaseReferred_ToResident");
                break;
            case Deed.Acknowledge:
                acknowledged = true;
                break;
            case Deed.Resolve:
                (status, resolvedAt, due, left) = (CaseStatus.Resolved, now, null, null);
                Tell(now, "AskResolved_Question");
                break;
            default:
                Answer(deed.Deed, now);
                break;
        }
    }

    /// <summary>What the resident answers to the end of a case.</summary>
    private void Answer(Deed deed, int now)
    {
        if (deed == Deed.Confirm) status = CaseStatus.Confirmed;
        if (deed != Deed.Reopen) return;
        (status, checkSince, left, due, reopened) = (CaseStatus.Reopened, now, null, DueAfter(now, 1), reopened + 1);
        if (reopened > 1) owner = null;
        Tell(now, "CaseReopened_ToResident");
    }

    private static int DueAfter(int now, int days) => SlowOffice.ClosingOf(SlowOffice.WorkingDaysLater(SlowOffice.DayOf(SlowOffice.NextOpen(now)), days));

    private void Rest(int now) => (left, due) = (SlowOffice.OpenMinutes(now, due!.Value), null);

    private void GoOn(int now)
    {
        if (left is { } minutes) (due, left) = (SlowOffice.AfterOpenMinutes(now, minutes), null);
    }

    private void Tell(int now, string key)
    {
        toldAt = now;
        Told.Add(new(now, "resident", key));
    }

    private List<(int Clock, int Since, (int Step, int At)[] Steps)> Running()
    {
        var now = new List<(int, int, (int, int)[])>();
        if (status is CaseStatus.New or CaseStatus.Reopened) now.Add((FirstCheck, checkSince, CheckSteps()));
        if (status is CaseStatus.UnderReview or CaseStatus.Visit or CaseStatus.InProgress && due is not null) now.Add((Handling, handledSince, HandlingSteps(due.Value)));
        if (status == CaseStatus.Visit) now.Add((Visit, plannedAt, VisitSteps()));
        if (status == CaseStatus.ReferralReview)
            now.Add((Review, proposedAt, [(1, SlowOffice.AfterOpenMinutes(proposedAt, 240)), (2, SlowOffice.SameTimeLater(proposedAt, 1)), (3, SlowOffice.SameTimeLater(proposedAt, 2))]));
        if (status == CaseStatus.Referred && !acknowledged)
            now.Add((Acknowledgement, sentAt, [(1, SlowOffice.SameTimeLater(sentAt, 3)), (2, SlowOffice.SameTimeLater(sentAt, 5)), (3, SlowOffice.SameTimeLater(sentAt, 10))]));
        if (status == CaseStatus.Referred)
            now.Add((SlowLadder.Answer, sentAt, [(1, SlowOffice.NextOpen(answerAt)), (2, SlowOffice.SameTimeLater(answerAt, 2)), (3, SlowOffice.SameTimeLater(answerAt, 5)), (4, SlowOffice.SameTimeLater(answerAt, 10))]));
        if (status == CaseStatus.NeedsDocuments) now.Add((Papers, askedAt, DaySteps(askedAt, 3, 7, 14, 25, 30)));
        if (status == CaseStatus.Resolved) now.Add((Confirmation, resolvedAt, DaySteps(resolvedAt, 3, 7, 10)));
        if (status < CaseStatus.Resolved && status != CaseStatus.NeedsDocuments) now.Add((Heartbeat, toldAt, [(1, NextNews())]));
        return now;
    }

    private (int, int)[] CheckSteps() =>
    [
        (1, SlowOffice.AfterOpenMinutes(checkSince, 120)), (2, SlowOffice.AfterOpenMinutes(checkSince, 240)),
        (3, SlowOffice.SameTimeLater(checkSince, 1)), (4, SlowOffice.SameTimeLater(checkSince, 2)), (5, SlowOffice.SameTimeLater(checkSince, 3)),
    ];

    private (int, int)[] HandlingSteps(int dueAt)
    {
        var (started, dueOn) = (SlowOffice.DayOf(handledSince), SlowOffice.DayOf(dueAt));
        var steps = new List<(int, int)>();
        if (SlowOffice.WorkingDayBefore(dueOn) is var day && day > started) steps.Add((1, SlowOffice.NextOpen(SlowOffice.MinuteAt(day, 0))));
        if (dueOn > started) steps.Add((2, SlowOffice.NextOpen(SlowOffice.MinuteAt(dueOn, 0))));
        return [.. steps, (3, SlowOffice.NextOpen(dueAt)), (4, SlowOffice.SameTimeLater(dueAt, 2)), (5, SlowOffice.SameTimeLater(dueAt, 5))];
    }

    private (int, int)[] VisitSteps()
    {
        var day = SlowOffice.DayOf(visitAt);
        var steps = new List<(int, int)>();
        if (SlowOffice.MinuteAt(day - 1, Eve) is var eve && eve > plannedAt) steps.Add((1, eve));
        if (SlowOffice.MinuteAt(day, Morning) is var morning && morning > plannedAt && morning < visitAt) steps.Add((2, morning));
        var end = SlowOffice.IsWorkingDay(day) ? Math.Max(SlowOffice.ClosingOf(day), visitAt + TimeToReport) : visitAt + TimeToReport;
        return [.. steps, (missedBefore == 0 ? 3 : 4, end)];
    }

    private static (int, int)[] DaySteps(int since, params int[] days) =>
        [.. days.Select((day, place) => (place + 1, SlowOffice.MinuteAt(SlowOffice.DayOf(since) + day, ResidentHour)))];

    private int NextNews() => status == CaseStatus.Referred
        ? SlowOffice.MinuteAt(SlowOffice.DayOf(toldAt) + 14, ResidentHour)
        : SlowOffice.MinuteAt(SlowOffice.WorkingDaysLater(SlowOffice.DayOf(SlowOffice.NextOpen(toldAt)), lateToldAt == toldAt ? 1 : 5), ResidentHour);

    private void Take(int clock, int since, (int Step, int At)[] steps, int now)
    {
        var last = seen.Where(known => known.Clock == clock && known.Since == since).Select(known => known.Step).DefaultIfEmpty(0).Max();
        var next = steps.Where(step => step.Step > last).Select(step => ((int Step, int At)?)step).FirstOrDefault();
        if (next is not { } open || open.At > now) return;
        var latest = steps.Last(step => step.At <= now).Step;
        if (latest > open.Step) Note(now, clock, since, open.Step, 's');
        var tooMany = IsNudge(clock, latest) && nudges >= MostNudges;
        var goesOut = clock == Visit && latest <= 2 ? now : SlowOffice.NextOpen(now);
        var tells = Of(clock, latest).Select(told => new Told(now, told.To == "desk" ? owner ?? "FO" : told.To, told.Key)).Where(_ => !tooMany).ToList();
        var heard = tells.Where(told => told.To == "resident" || read.Add((told.To, goesOut))).ToList();
        var isRead = heard.Count < tells.Count && heard.All(told => told.To == "resident");
        if (IsNudge(clock, latest) && !tooMany && !isRead) nudges++;
        Note(now, clock, since, latest, tooMany ? 'e' : isRead ? 'a' : 't');
        Level = Math.Max(Level, LevelOf(clock, latest));
        Told.AddRange(heard);
        Effect(clock, latest, now);
    }

    private void Note(int now, int clock, int since, int step, char how)
    {
        seen.Add((clock, since, step));
        Steps.Add(new(now, clock, step, how));
    }

    private void Effect(int clock, int step, int now)
    {
        if (Of(clock, step).Any(told => told.To == "resident")) toldAt = now;
        if ((clock, step) is (FirstCheck, 5) or (Handling, 5)) lateToldAt = now;
        if ((clock, step) is (Papers, 5)) status = CaseStatus.ClosedNoDocuments;
        if ((clock, step) is (Confirmation, 3)) status = CaseStatus.Confirmed;
        if (clock != Visit || step < 3) return;
        missed = true;
        GoOn(now);
    }
}
