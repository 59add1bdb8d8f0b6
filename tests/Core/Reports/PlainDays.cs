namespace Puskesos.Tests.Core.Reports;

/// <summary>The working days of 2026 written down once more from the decree (DOMAIN §7): Monday to Friday without the free days and the joint leave.</summary>
internal static class PlainDays
{
    private static readonly HashSet<DateOnly> Free =
    [
        .. new[]
        {
            "01-01", "01-16", "02-16", "02-17", "03-18", "03-19", "03-20", "03-23", "03-24", "04-03", "05-01", "05-14", "05-15", "05-27", "05-28",
            "06-01", "06-16", "08-17", "08-25", "12-24", "12-25",
        }.Select(day => DateOnly.ParseExact($"2026-{day}", "yyyy-MM-dd")),
    ];

    public static bool IsWorkingDay(DateOnly day) => !Free.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Each day from the first to before the last.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) => Enumerable.Range(0, last.DayNumber - first.DayNumber).Select(first.AddDays);
}
