using System.Globalization;

namespace Puskesos.Core.Language.Dates;

/// <summary>Writes TIMEX expressions.</summary>
internal static class Timex
{
    public static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Month(DateTime month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string Week(DateTime day) => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");

    public static string Range(string start, string end, string length) => $"({start},{end},{length})";

    public static string Clock(TimeSpan time, bool hasMinutes, bool hasSeconds) =>
        hasSeconds ? string.Create(CultureInfo.InvariantCulture, $"T{time.Hours:00}:{time.Minutes:00}:{time.Seconds:00}")
        : hasMinutes ? string.Create(CultureInfo.InvariantCulture, $"T{time.Hours:00}:{time.Minutes:00}") : string.Create(CultureInfo.InvariantCulture, $"T{time.Hours:00}");

    /// <summary>"2018-01-10T10:00", with seconds only when they are not nought.</summary>
    public static string Moment(DateTime moment) =>
        moment.ToString(moment.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
}
