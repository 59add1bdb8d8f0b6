using System.Globalization;
using Puskesos.Core.Calendar;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reports;

/// <summary>The days that a report covers, both inclusive (DOMAIN §8: twice a month, monthly, half-yearly, or any).</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record ReportPeriod(DateOnly First, DateOnly Last)
{
    /// <summary>The first half of a month ends on this day.</summary>
    private const int HalfMonth = 15;

    /// <summary>Months of half a year.</summary>
    private const int HalfYear = 6;

    /// <summary>Ten years: more days than the service has cases of are a slip of the key.</summary>
    public const int MostDays = 3660;

    /// <summary>A named period: <c>2026-11-1</c> or <c>-2</c> (half month), <c>2026-11</c> (month), <c>2026-S1</c> (half year); null for anything else.</summary>
    public static ReportPeriod? Parse(string? name)
    {
        if (name is null) return null;
        if (name.Length == 7 && name[4..6] == "-S" && name[6] is ('1' or '2'))
            return int.TryParse(name[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? From(new DateOnly(year, name[6] == '1' ? 1 : HalfYear + 1, 1), HalfYear) : null;
        if (name.Length is not (7 or 9) || !DateOnly.TryParseExact(name[..7] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)) return null;
        return (name.Length == 7 ? "" : name[7..]) switch
        {
            "" => From(month, 1),
            "-1" => new(month, month.AddDays(HalfMonth - 1)),
            "-2" => new(month.AddDays(HalfMonth), month.AddMonths(1).AddDays(-1)),
            _ => null,
        };
    }

    /// <summary>The period of the same kind just before: half month, month and half year by the calendar, any other by its number of days.</summary>
    public ReportPeriod Before()
    {
        var ended = First.AddDays(-1);
        if (this == Parse(Name(First) + "-1") || this == Parse(Name(First) + "-2")) return Parse(Name(ended) + (ended.Day <= HalfMonth ? "-1" : "-2"))!;
        if (First.Day == 1 && Last == First.AddMonths(1).AddDays(-1)) return From(First.AddMonths(-1), 1);
        if (First is { Day: 1, Month: 1 or (HalfYear + 1) } && Last == First.AddMonths(HalfYear).AddDays(-1)) return From(First.AddMonths(-HalfYear), HalfYear);
        return new(First.AddDays(First.DayNumber - Last.DayNumber - 1), ended);
    }

    /// <summary>The periods that a page offers on a day, the running half month first.</summary>
    public static IReadOnlyList<string> NamesOn(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var names = new List<string>();
        if (today.Day > HalfMonth) names.Add(Name(today) + "-2");
        names.AddRange([Name(month) + "-1", Name(month.AddMonths(-1)) + "-2", Name(month.AddMonths(-1)) + "-1"]);
        for (var back = 0; back < HalfYear; back++) names.Add(Name(month.AddMonths(-back)));
        names.AddRange(today.Month > HalfYear ? [$"{today.Year}-S2", $"{today.Year}-S1"] : [$"{today.Year}-S1", $"{today.Year - 1}-S2"]);
        return names;
    }

    /// <summary>As people read it: "1–15 November 2026", "Oktober 2026", "Semester 1 2026".</summary>
    public string Label()
    {
        var year = First.Year.ToString(CultureInfo.InvariantCulture);
        if (First.Day == 1 && Last == First.AddMonths(1).AddDays(-1)) return $"{IndonesianFormat.Month(First)} {year}";
        if (this == Parse($"{year}-S1")) return $"Semester 1 {year}";
        if (this == Parse($"{year}-S2")) return $"Semester 2 {year}";
        return First.Year == Last.Year && First.Month == Last.Month
            ? $"{First.Day}–{Last.Day} {IndonesianFormat.Month(First)} {year}"
            : $"{First.Day} {IndonesianFormat.Month(First)} {year} – {Last.Day} {IndonesianFormat.Month(Last)} {Last.Year}";
    }

    /// <summary>The moments in a zone: from the first, before the second.</summary>
    public (DateTimeOffset From, DateTimeOffset To) In(IndonesianZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return (zone.At(First, TimeOnly.MinValue), zone.At(Last.AddDays(1), TimeOnly.MinValue));
    }

    private static ReportPeriod From(DateOnly first, int months) => new(first, first.AddMonths(months).AddDays(-1));

    private static string Name(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
