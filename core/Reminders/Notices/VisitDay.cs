using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>The day of a visit as one says it: "hari ini", "besok", or the date.</summary>
internal static class VisitDay
{
    /// <summary>The word for the day of the step's visit; the run's day for clocks without one.</summary>
    public static string Of(ReminderSubject subject, TextCatalog texts)
    {
        var (day, today) = (subject.Time.Zone.DayOf(subject.Visit?.StartsAt ?? subject.Run.Target), subject.Time.Zone.DayOf(subject.Now));
        return day == today ? texts.Get(CaseUpdates.VisitDay_Today) : day == today.AddDays(1) ? texts.Get(CaseUpdates.VisitDay_Tomorrow) : IndonesianFormat.Date(day);
    }
}
