using Puskesos.Core.Calendar;

namespace Puskesos.Core.Reports.Lives;

/// <summary>Numbers the working days of an office: how many closings lie before a moment is the day on which work on it begins.</summary>
internal sealed class WorkingDayCount
{
    private readonly DateTime[] closings;

    private WorkingDayCount(DateTime[] closings) => this.closings = closings;

    /// <summary>The counts of units by their code; units with the same working time share one.</summary>
    public static Dictionary<string, WorkingDayCount> Of(IReadOnlyDictionary<string, WorkingTime> units, DateOnly first, DateOnly last)
    {
        var known = new Dictionary<WorkingTime, WorkingDayCount>(ReferenceEqualityComparer.Instance);
        return units.ToDictionary(unit => unit.Key, unit => known.TryGetValue(unit.Value, out var same) ? same : known[unit.Value] = Of(unit.Value, first, last));
    }

    private static WorkingDayCount Of(WorkingTime office, DateOnly first, DateOnly last) =>
        new([.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(office.IsWorkingDay).Select(day => office.ClosingOf(day).UtcDateTime)]);

    /// <summary>The number of the working day of a moment; the moment of closing belongs to the next day.</summary>
    public int Of(DateTime at)
    {
        var (low, high) = (0, closings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (closings[middle] <= at) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
