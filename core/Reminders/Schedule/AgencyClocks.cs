using Puskesos.Core.Calendar;

namespace Puskesos.Core.Reminders.Schedule;

/// <summary>A referral that is with another agency.</summary>
/// <param name="ItemNumber">The need; 0 for the whole case.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="AnswerDueAt">When the agency should have answered.</param>
/// <param name="IsReceived">The agency has acknowledged it.</param>
/// <param name="Agency">What residents and officers call the agency.</param>
/// <param name="AskedAgainAt">When the desk asked the agency last.</param>
public sealed record ReferralTimeline(
    int ItemNumber, DateTimeOffset SentAt, DateTimeOffset? AnswerDueAt, bool IsReceived, string Agency, DateTimeOffset? AskedAgainAt);

/// <summary>The clocks of a referral: acknowledged, answered, and the end that the law sets (DOMAIN, section 7).</summary>
internal static class AgencyClocks
{
    /// <summary>A complaint outside must be answered within sixty days (DOMAIN, section 4.5); the resident learns where else to turn.</summary>
    public const int LegalEndDays = 60;

    public static IEnumerable<ClockRun> Of(ReferralTimeline referral, bool tellsResident, WorkingTime time, ClockLimits limits)
    {
        if (!referral.IsReceived) yield return Acknowledgement(referral, time, limits);
        if (referral.AnswerDueAt is { } due) yield return Answer(referral, due, time, limits);
        if (tellsResident) yield return LegalEnd(referral, time);
    }

    private static ClockRun Acknowledgement(ReferralTimeline referral, WorkingTime time, ClockLimits limits) => new(
        ClockKind.Acknowledgement, referral.ItemNumber, referral.SentAt, time.AddWorkingDays(referral.SentAt, limits.AcknowledgementDays[0]),
        [.. limits.AcknowledgementDays.Select((days, place) => new DueStep(place + 1, time.AddWorkingDays(referral.SentAt, days)))]);

    private static ClockRun Answer(ReferralTimeline referral, DateTimeOffset due, WorkingTime time, ClockLimits limits) => new(
        ClockKind.AgencyAnswer, referral.ItemNumber, referral.SentAt, due,
        [new(1, time.NextOpening(due)), .. limits.AnswerLateDays.Select((days, place) => new DueStep(place + 2, time.AddWorkingDays(due, days)))]);

    private static ClockRun LegalEnd(ReferralTimeline referral, WorkingTime time)
    {
        var at = time.Zone.At(time.Zone.DayOf(referral.SentAt).AddDays(LegalEndDays), ReminderSchedule.ResidentHour);
        return new(ClockKind.LegalEnd, referral.ItemNumber, referral.SentAt, at, [new(1, at)]);
    }
}
