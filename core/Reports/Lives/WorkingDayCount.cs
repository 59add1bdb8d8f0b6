using Puskesos.Core.Calendar;

namespace Puskesos.Core.Reports.Lives;

/// <summary>Numbers the working days of an office: how many closings lie before a moment is the day on which work on it begins.</summary>
internal sealed class WorkingDayCount
{
    private readonly DateTime[] closings;

    private WorkingDayCount(DateTime[] closings) => this.closings = closings;

    /// <summary>The counts of units by their code; units that close alike share one.</summary>
    public static Dictionary<string, WorkingDayCount> Of(IReadOnlyDictionary<string, WorkingTime> units, DateOnly first, DateOnly last)
    {
        var known = new Dictionary<string, WorkingDayCount>();
        return units.ToDictionary(unit => unit.Key, unit =>
        {
            var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(unit.Value.IsWorkingDay).Select(day => unit.Value.ClosingOf(day).UtcDateTime).ToArray();
            var key = string.Join(' ', days.Select(day => day.Ticks));
            return known.TryGetValue(key, out var same) ? same : known[key] = new WorkingDayCount(days);
        });
    }

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
