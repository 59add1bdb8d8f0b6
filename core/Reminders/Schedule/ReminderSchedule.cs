using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;

namespace Puskesos.Core.Reminders.Schedule;

/// <summary>Says which clocks of a case run and when each of their steps falls due (DOMAIN, section 7). Pure: nothing is read or sent.</summary>
public static class ReminderSchedule
{
    /// <summary>Resident notices of a day's count go out at this hour, well inside the hours in which a phone may ring.</summary>
    public static readonly TimeOnly ResidentHour = new(9, 0);

    /// <summary>Awaited papers close a case after so many calendar days (DOMAIN, section 6).</summary>
    public const int DocumentsCloseDay = 30;

    /// <summary>Silence counts as confirmation after so many calendar days (DOMAIN, section 6).</summary>
    public const int ConfirmationCloseDay = 10;

    /// <summary>The next news that a heartbeat promises comes after so many working days.</summary>
    public const int HeartbeatDays = 5;

    /// <summary>The officer is reminded of a person who has not agreed after so many working days (text HelpedPending_ToOfficer, journeys O37).</summary>
    public const int HelpedConsentDays = 2;

    /// <summary>Days between two reminders of awaited papers that come late.</summary>
    public const int PaperReminderGap = 3;

    /// <summary>All clocks of the case that run or are paused now.</summary>
    public static IReadOnlyList<ClockRun> RunsOf(CaseTimeline timeline, WorkingTime time, ClockLimits? own = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(time);
        var limits = own ?? ClockLimits.Default;
        var runs = new List<ClockRun>();
        if (timeline.Status is CaseStatus.New or CaseStatus.Reopened) runs.Add(FirstCheck(timeline, time, limits));
        else if (HandlingSince(timeline) is { } handledAt) runs.Add(Handling(timeline, handledAt, time, limits));
        foreach (var item in timeline.Items)
        {
            if (StandsSince(item, CaseStatus.ReferralReview) is { } proposedAt) runs.Add(ReferralReview(item, proposedAt, time, limits));
            if (StandsSince(item, CaseStatus.NeedsDocuments) is { } askedAt) runs.Add(Documents(item, askedAt, time.Zone, limits));
        }

        if (timeline.Visit is { } visit && timeline.Items.Any(item => item.Status == CaseStatus.Visit)) runs.Add(VisitClock.Of(visit, time));
        foreach (var referral in timeline.Referrals.Where(referral => timeline.Items.Any(item => item.Status == CaseStatus.Referred && referral.ItemNumber is var number && (number == 0 || number == item.Number))))
            runs.AddRange(AgencyClocks.Of(referral, timeline.TellsResident, time, limits));

        // Who is not asked in a chat has not failed to answer there: S1 and emergencies go by the officer alone.
        if (timeline is { AwaitsHelped: true, TellsResident: true, Status: < CaseStatus.Resolved }) runs.Add(HelpedAnswer(timeline, time));
        if (!timeline.TellsResident) runs.RemoveAll(run => run.Clock == ClockKind.Documents);
        else if (timeline.Status == CaseStatus.Resolved)
        {
            if (timeline.Items.Max(item => item.LastCameTo(CaseStatus.Resolved)) is { } resolvedAt) runs.Add(Confirmation(resolvedAt, time.Zone, limits));
        }
        // While the whole case waits for papers, the reminders of the papers are the news (CaseClosedDocuments-never-sent).
        else if (timeline.Status.IsOpen() && !WaitsForPapersOnly(timeline)) runs.Add(Heartbeat(timeline, time, limits));
        return runs;
    }

    /// <summary>An agreed visit lets the handling clock rest as well, but not the resident's heartbeat (DOMAIN, section 7).</summary>
    private static bool WaitsForPapersOnly(CaseTimeline timeline) =>
        timeline.IsResting && timeline.Items.Where(item => item.Status < CaseStatus.Resolved).All(item => item.Status == CaseStatus.NeedsDocuments);

    private static DateTimeOffset? StandsSince(ItemTimeline item, CaseStatus status) =>
        item.Status == status ? item.LastCameTo(status) : null;

    /// <summary>Reminders after 2 and 4 working hours, then up on the day when it is due, one and two working days later.</summary>
    private static ClockRun FirstCheck(CaseTimeline timeline, WorkingTime time, ClockLimits limits)
    {
        var startedAt = timeline.Items.Max(item => item.LastCameTo(CaseStatus.Reopened)) ?? timeline.FiledAt;
        var dueOn = timeline.DueAt is { } due ? time.Zone.DayOf(due) : time.DueAfterWorkingDays(startedAt, 1);
        var timeOfDay = time.Zone.TimeOf(time.NextOpening(startedAt));
        DateTimeOffset WorkingDaysLater(int days) => time.NextOpening(time.Zone.At(time.WorkingDayAfter(dueOn, days), timeOfDay));
        return new(ClockKind.FirstCheck, 0, startedAt, WorkingDaysLater(0),
        [
            .. limits.NudgeHours.Select((hours, place) => new DueStep(place + 1, time.AddWorkingHours(startedAt, TimeSpan.FromHours(hours)))),
            .. limits.CheckLateDays.Select((days, place) => new DueStep(place + 3, WorkingDaysLater(days))),
        ]);
    }

    /// <summary>One reminder to the desk; whoever filed is told by the answer itself.</summary>
    private static ClockRun HelpedAnswer(CaseTimeline timeline, WorkingTime time)
    {
        var at = time.AddWorkingDays(timeline.FiledAt, HelpedConsentDays);
        return new(ClockKind.HelpedConsent, 0, timeline.FiledAt, at, [new(1, at)]);
    }

    /// <summary>Since when the village has what it works on; null when nothing is in its hands.</summary>
    private static DateTimeOffset? HandlingSince(CaseTimeline timeline) =>
        timeline.Items.Any(item => IsHandled(item.Status)) || timeline.IsResting
            ? timeline.Items.SelectMany(item => item.Moves).Where(move => IsHandled(move.To) && CameFromOthers(move)).Max(move => (DateTimeOffset?)move.At)
            : null;

    private static bool IsHandled(CaseStatus status) => status is CaseStatus.UnderReview or CaseStatus.Visit or CaseStatus.InProgress;

    /// <summary>With these moves the village gets a new time (as the case's due day is reckoned); after papers came the old one goes on.</summary>
    private static bool CameFromOthers(StatusMove move) =>
        move.From is CaseStatus.New or CaseStatus.Reopened or CaseStatus.Referred or CaseStatus.ReferralReview;

    /// <summary>
    /// Reminders on the mornings of the working day before and of the due day; up when the due moment has passed, two
    /// and five working days later. None while it rests.
    /// </summary>
    private static ClockRun Handling(CaseTimeline timeline, DateTimeOffset startedAt, WorkingTime time, ClockLimits limits)
    {
        if (timeline.DueAt is not { } due) return new(ClockKind.Handling, 0, startedAt, startedAt, []);
        var (startedOn, dueOn) = (time.Zone.DayOf(startedAt), time.Zone.DayOf(due));
        var steps = new List<DueStep>();
        if (time.WorkingDayBefore(dueOn) is var before && before > startedOn) steps.Add(new(1, time.OpeningOf(before)));
        if (dueOn > startedOn) steps.Add(new(2, time.OpeningOf(dueOn)));
        return new(ClockKind.Handling, 0, startedAt, due,
            [.. steps, new(3, time.NextOpening(due)), .. limits.HandlingLateDays.Select((days, place) => new DueStep(place + 4, time.AddWorkingDays(due, days)))]);
    }

    /// <summary>The TKSK after four working hours and one working day, the regency after two.</summary>
    private static ClockRun ReferralReview(ItemTimeline item, DateTimeOffset proposedAt, WorkingTime time, ClockLimits limits)
    {
        var limit = time.AddWorkingDays(proposedAt, limits.ReviewDays[0]);
        return new(ClockKind.ReferralReview, item.Number, proposedAt, limit,
        [
            new(1, time.AddWorkingHours(proposedAt, TimeSpan.FromHours(limits.ReviewHours[0]))),
            new(2, limit),
            new(3, time.AddWorkingDays(proposedAt, limits.ReviewDays[1])),
        ]);
    }

    private static ClockRun Documents(ItemTimeline item, DateTimeOffset askedAt, IndonesianZone zone, ClockLimits limits)
    {
        var askedOn = zone.DayOf(askedAt);
        var closesOn = item.DocumentsDueAt is { } dueAt ? zone.DayOf(dueAt) : askedOn.AddDays(DocumentsCloseDay);
        var run = CalendarDays(ClockKind.Documents, item.Number, askedAt, askedOn, limits.PaperDays, closesOn, zone);
        var told = item.PaperReminders.Where(at => at >= askedAt).ToList();
        return told.Count == 0 ? run : Spaced(run, told, zone);
    }

    /// <summary>
    /// No case closes without the reminders that the rule asks for (DOMAIN, section 6): after a stop of the service they are not passed
    /// over but come one after the other, and the end waits for them.
    /// </summary>
    private static ClockRun Spaced(ClockRun run, List<DateTimeOffset> told, IndonesianZone zone)
    {
        var last = zone.DayOf(told[^1]);
        var steps = run.Steps.Select((step, place) => step with { DueAt = Later(step.DueAt, zone.At(last.AddDays(PaperReminderGap * Math.Max(1, place + 1 - told.Count)), ResidentHour)) }).ToList();
        return run with { Steps = steps, Target = steps[^1].DueAt };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static ClockRun Confirmation(DateTimeOffset askedAt, IndonesianZone zone, ClockLimits limits)
    {
        var askedOn = zone.DayOf(askedAt);
        return CalendarDays(
            ClockKind.Confirmation, 0, askedAt, askedOn, limits.ConfirmationDays, askedOn.AddDays(ConfirmationCloseDay), zone);
    }

    /// <summary>Reminders on counted days and the end on the last one; the end keeps its number when a shorter time leaves reminders out.</summary>
    private static ClockRun CalendarDays(
        ClockKind clock, int itemNumber, DateTimeOffset startedAt, DateOnly firstDay, IReadOnlyList<int> reminderDays, DateOnly lastDay, IndonesianZone zone)
    {
        var end = zone.At(lastDay, ResidentHour);
        var steps = reminderDays
            .Select((days, place) => new DueStep(place + 1, zone.At(firstDay.AddDays(days), ResidentHour)))
            .Where(step => step.DueAt < end);
        return new(clock, itemNumber, startedAt, end, [.. steps, new(reminderDays.Count + 1, end)]);
    }

    private static ClockRun Heartbeat(CaseTimeline timeline, WorkingTime time, ClockLimits limits)
    {
        var told = timeline.LastToldAt;
        var day = timeline.Status == CaseStatus.Referred ? time.Zone.DayOf(told).AddDays(limits.HeartbeatDaysOutside[0])
            : time.DueAfterWorkingDays(told, timeline.LateToldAt == told ? 1 : limits.HeartbeatDays[0]);
        var at = time.Zone.At(day, ResidentHour);
        return new(ClockKind.Heartbeat, 0, told, at, [new(1, at)]);
    }
}
