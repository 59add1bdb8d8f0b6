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

    /// <summary>An open case is never silent for longer, in working days and, while with another agency, in calendar days.</summary>
    public const int HeartbeatDays = 5, HeartbeatDaysOutside = 14;

    private static readonly int[] DocumentReminderDays = [3, 7, 14, 25];
    private static readonly int[] ConfirmationReminderDays = [3, 7];

    /// <summary>All clocks of the case that run or are paused now.</summary>
    public static IReadOnlyList<ClockRun> RunsOf(CaseTimeline timeline, WorkingTime time)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(time);
        var runs = new List<ClockRun>();
        if (timeline.Status is CaseStatus.New or CaseStatus.Reopened) runs.Add(FirstCheck(timeline, time));
        foreach (var item in timeline.Items)
        {
            if (HandlingTime.Of(item, time) is { } handling) runs.Add(Handling(item, handling, time));
            if (StandsSince(item, CaseStatus.ReferralReview) is { } proposedAt) runs.Add(ReferralReview(item, proposedAt, time));
            if (StandsSince(item, CaseStatus.NeedsDocuments) is { } askedAt) runs.Add(Documents(item, askedAt, time.Zone));
        }

        if (timeline.Secrecy == Secrecy.Secret) runs.RemoveAll(run => run.Clock == CaseClock.Documents);
        else if (timeline.Status == CaseStatus.Resolved) runs.Add(Confirmation(timeline, time.Zone));
        else if (timeline.Status.IsOpen()) runs.Add(Heartbeat(timeline, time));
        return runs;
    }

    private static DateTimeOffset? StandsSince(ItemTimeline item, CaseStatus status) =>
        item.Status == status ? item.LastCameTo(status) : null;

    /// <summary>Reminders after 2 and 4 working hours, then up at the limit, one and two working days later.</summary>
    private static ClockRun FirstCheck(CaseTimeline timeline, WorkingTime time)
    {
        var startedAt = timeline.Items.Max(item => item.LastCameTo(CaseStatus.Reopened)) ?? timeline.FiledAt;
        var days = timeline.Items.Min(item => item.FirstCheckDays);
        var limit = time.AddWorkingDays(startedAt, days);
        return new(CaseClock.FirstCheck, 0, startedAt, limit,
        [
            new(1, time.AddWorkingHours(startedAt, TimeSpan.FromHours(2))),
            new(2, time.AddWorkingHours(startedAt, TimeSpan.FromHours(4))),
            new(3, limit),
            new(4, time.AddWorkingDays(startedAt, days + 1)),
            new(5, time.AddWorkingDays(startedAt, days + 2)),
        ]);
    }

    /// <summary>A reminder one working day before, then at the limit, two and five working days later; waiting for others is added.</summary>
    private static ClockRun Handling(ItemTimeline item, HandlingTime handling, WorkingTime time)
    {
        var days = handling.IsSecondRound ? (item.HandlingDays + 1) / 2 : item.HandlingDays;
        var limit = HandlingMoment(handling, days, time);
        var steps = new List<DueStep>
        {
            new(2, limit),
            new(3, HandlingMoment(handling, days + 2, time)),
            new(4, HandlingMoment(handling, days + 5, time)),
        };
        if (days > 1) steps.Insert(0, new(1, HandlingMoment(handling, days - 1, time)));
        return new(CaseClock.Handling, item.Number, handling.StartedAt, limit, handling.IsPaused ? [] : steps);
    }

    /// <summary>What is due on the day it came is due at that day's closing.</summary>
    private static DateTimeOffset HandlingMoment(HandlingTime handling, int days, WorkingTime time)
    {
        var moment = days == 0
            ? time.ClosingOf(time.DueAfterWorkingDays(handling.StartedAt, 0))
            : time.AddWorkingDays(handling.StartedAt, days);
        return time.AddWorkingHours(moment, handling.Paused);
    }

    /// <summary>The TKSK after four working hours and one working day, the regency after two.</summary>
    private static ClockRun ReferralReview(ItemTimeline item, DateTimeOffset proposedAt, WorkingTime time)
    {
        var limit = time.AddWorkingDays(proposedAt, 1);
        return new(CaseClock.ReferralReview, item.Number, proposedAt, limit,
        [
            new(1, time.AddWorkingHours(proposedAt, TimeSpan.FromHours(4))),
            new(2, limit),
            new(3, time.AddWorkingDays(proposedAt, 2)),
        ]);
    }

    private static ClockRun Documents(ItemTimeline item, DateTimeOffset askedAt, IndonesianZone zone)
    {
        var askedOn = zone.DayOf(askedAt);
        var closesOn = item.DocumentsDueAt is { } dueAt ? zone.DayOf(dueAt) : askedOn.AddDays(DocumentsCloseDay);
        return CalendarDays(CaseClock.Documents, item.Number, askedAt, askedOn, DocumentReminderDays, closesOn, zone);
    }

    private static ClockRun Confirmation(CaseTimeline timeline, IndonesianZone zone)
    {
        var askedAt = timeline.Items.Max(item => item.LastCameTo(CaseStatus.Resolved)) ?? timeline.LastToldAt;
        var askedOn = zone.DayOf(askedAt);
        return CalendarDays(
            CaseClock.Confirmation, 0, askedAt, askedOn, ConfirmationReminderDays, askedOn.AddDays(ConfirmationCloseDay), zone);
    }

    /// <summary>Reminders on counted days and the end on the last one; the end keeps its number when a shorter time leaves reminders out.</summary>
    private static ClockRun CalendarDays(
        CaseClock clock, int itemNumber, DateTimeOffset startedAt, DateOnly firstDay, int[] reminderDays, DateOnly lastDay, IndonesianZone zone)
    {
        var end = zone.At(lastDay, ResidentHour);
        var steps = reminderDays
            .Select((days, place) => new DueStep(place + 1, zone.At(firstDay.AddDays(days), ResidentHour)))
            .Where(step => step.DueAt < end);
        return new(clock, itemNumber, startedAt, end, [.. steps, new(reminderDays.Length + 1, end)]);
    }

    private static ClockRun Heartbeat(CaseTimeline timeline, WorkingTime time)
    {
        var told = timeline.LastToldAt;
        var day = timeline.Status == CaseStatus.Referred ? time.Zone.DayOf(told).AddDays(HeartbeatDaysOutside)
            : time.DueAfterWorkingDays(told, timeline.LateToldAt == told ? 1 : HeartbeatDays);
        var at = time.Zone.At(day, ResidentHour);
        return new(CaseClock.Heartbeat, 0, told, at, [new(1, at)]);
    }
}
