namespace Puskesos.Core.Calendar.Holidays;

/// <summary>Says which years lack their holiday table, so that the operator loads the decree before promises go wrong.</summary>
public static class HolidayTableCheck
{
    /// <summary>From this month on next year's table must be there; the decree appears in September or October.</summary>
    private const int WarningMonth = 11;

    /// <summary>The years, this one and from 1 November the next, that have no national holiday in the table.</summary>
    public static IReadOnlyList<int> MissingYears(DateOnly today, IReadOnlySet<int> yearsWithHolidays)
    {
        var needed = today.Month >= WarningMonth ? [today.Year, today.Year + 1] : new[] { today.Year };
        return [.. needed.Where(year => !yearsWithHolidays.Contains(year))];
    }
}
