using System.Globalization;

namespace Puskesos.Admin.Desk.Fields;

/// <summary>Reads days and hours as people type them; whatever the browser's own language shows.</summary>
public static class DayReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

    /// <summary>"16112026": eight digits without a sign between.</summary>
    private const int DigitsOfDay = 8;

    private const int Century = 2000;

    /// <summary>"16-11-2026", "16/11/26", "16 November 2026", "16112026" and "2026-11-16"; null for anything else. A second number over twelve can only be the day.</summary>
    public static DateOnly? Day(string? written)
    {
        var parts = Parts(written);
        if (parts is [{ Length: DigitsOfDay } whole] && whole.All(char.IsAsciiDigit)) parts = [whole[..2], whole[2..4], whole[4..]];
        if (parts is not [var first, var second, var third]) return null;
        if (first.Length == 4) (first, third) = (third, first);
        if (Number(first) is not { } day || Month(second) is not { } month || Number(third) is not { } year) return null;
        if (month > 12 && day <= 12) (day, month) = (month, day);
        if (third.Length <= 2) year += Century;
        return year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>"09.00", "9:30", "9", "0930"; null for anything else.</summary>
    public static TimeOnly? Hour(string? written)
    {
        var parts = Parts(written);
        if (parts is [{ Length: 4 } whole]) parts = [whole[..2], whole[2..]];
        var minute = parts.Length > 1 ? Number(parts[1]) : 0;
        return parts.Length is 1 or 2 or 3 && Number(parts[0]) is { } hour && hour is >= 0 and < 24 && minute is >= 0 and < 60 ? new TimeOnly(hour, minute.Value) : null;
    }

    /// <summary>"16-11-2026": as the fields show a day.</summary>
    public static string Write(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>"09.00".</summary>
    public static string Write(TimeOnly hour) => hour.ToString("HH.mm", CultureInfo.InvariantCulture);

    private static string[] Parts(string? written) => (written ?? "").Split([' ', '-', '/', '.', ',', ':', '\u2013'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int? Month(string written) =>
        Number(written) ?? (Array.FindIndex(Months, month => written.StartsWith(month, StringComparison.OrdinalIgnoreCase)) is var at and >= 0 ? at + 1 : null);

    private static int? Number(string written) =>
        written.Length <= 4 && int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
