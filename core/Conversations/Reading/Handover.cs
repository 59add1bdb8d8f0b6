using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>What is said when a human is wanted.</summary>
public static class Handover
{
    /// <summary>An officer is called now, or answers when the office opens; said truthfully.</summary>
    public static Say Asked(TurnView view)
    {
        if (view.Office.IsOpen) return new Say(Questions.Handover_Asked);
        var opens = TimeZoneInfo.ConvertTime(view.Office.NextOpening, TimeZoneInfo.FindSystemTimeZoneById(view.Regency.TimeZoneId)).DateTime;
        return new Say(
            Questions.Handover_AskedClosed,
            ("date", IndonesianFormat.Date(DateOnly.FromDateTime(opens))),
            ("time", IndonesianFormat.Time(TimeOnly.FromDateTime(opens), ZoneName.Of(view.Regency.TimeZoneId))));
    }
}
