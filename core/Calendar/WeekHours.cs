using System.Collections.Immutable;
using System.Globalization;

namespace Puskesos.Core.Calendar;

/// <summary>
/// The opening hours of one week, written as <c>Mo-Th 08:00-15:00; Fr 08:00-11:30,13:00-15:00</c>;
/// a weekday that is not named is closed.
/// </summary>
public sealed class WeekHours
{
    private const string TimeFormat = "HH:mm";

    /// <summary>In the order of <see cref="DayOfWeek"/>.</summary>
    private static readonly string[] DayNames = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    private readonly ImmutableArray<OpenSpan>[] byDay;

    private WeekHours(ImmutableArray<OpenSpan>[] byDay) => this.byDay = byDay;

    /// <summary>The hours of a unit that has set none: Monday to Friday 08.00-15.00, Friday prayer 11.30-13.00 (DOMAIN sheet, section 7).</summary>
    public static WeekHours Default { get; } = Parse("Mo-Th 08:00-15:00; Fr 08:00-11:30,13:00-15:00");

    /// <summary>The hours of government offices in Ramadan: 32.5 hours a week, Friday to 15.30 (Perpres 21/2023).</summary>
    public static WeekHours Ramadan { get; } = Parse("Mo-Th 08:00-12:00,12:30-15:00; Fr 08:00-11:30,12:30-15:30");

    /// <summary>The stretches of a weekday in their order; empty when the office is closed all day.</summary>
    public ImmutableArray<OpenSpan> this[DayOfWeek day] => byDay[(int)day];

    /// <summary>The default week with a unit's own opening and closing time; the Friday break stays.</summary>
    public static WeekHours Between(TimeOnly opens, TimeOnly closes)
    {
        if (opens >= closes)
            throw new FormatException($"The office opens at {opens:HH:mm} and closes at {closes:HH:mm}: it would never be open.");

        var week = Closed();
        for (var day = DayOfWeek.Monday; day <= DayOfWeek.Friday; day++)
            week[(int)day] = [.. Default[day].Select((span, place) => Stretched(span, place, Default[day].Length, opens, closes))
                .Where(span => span.From < span.Until)];
        return new WeekHours(week);
    }

    /// <summary>Reads the written form; <see cref="FormatException"/> names the part that cannot be read.</summary>
    public static WeekHours Parse(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var week = Closed();
        foreach (var part in written.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var blank = part.IndexOf(' ', StringComparison.Ordinal);
            if (blank < 0)
                throw new FormatException($"'{part}' needs days and hours, as in 'Mo-Th 08:00-15:00'.");

            var spans = ReadSpans(part[(blank + 1)..]);
            foreach (var day in ReadDays(part[..blank]))
                week[day] = week[day].IsEmpty ? spans : throw new FormatException($"{DayNames[day]} is named twice in '{written}'.");
        }

        return week.All(day => day.IsEmpty)
            ? throw new FormatException("A week needs at least one opening.")
            : new WeekHours(week);
    }

    /// <summary>The written form, one part a weekday, that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => string.Join("; ", Enumerable.Range(0, DayNames.Length)
        .Where(day => !byDay[day].IsEmpty)
        .Select(day => DayNames[day] + " " + string.Join(',', byDay[day].Select(Written))));

    private static string Written(OpenSpan span) =>
        span.From.ToString(TimeFormat, CultureInfo.InvariantCulture) + "-" + span.Until.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static ImmutableArray<OpenSpan>[] Closed() => [.. Enumerable.Repeat(ImmutableArray<OpenSpan>.Empty, DayNames.Length)];

    private static OpenSpan Stretched(OpenSpan span, int place, int count, TimeOnly opens, TimeOnly closes) => new(
        place == 0 || span.From < opens ? opens : span.From,
        place == count - 1 || span.Until > closes ? closes : span.Until);

    private static IEnumerable<int> ReadDays(string written)
    {
        var ends = written.Split('-');
        var first = Array.IndexOf(DayNames, ends[0]);
        var last = Array.IndexOf(DayNames, ends[^1]);
        if (ends.Length > 2 || first < 0 || last < 0)
            throw new FormatException($"'{written}' is no weekday or range of weekdays ({string.Join(' ', DayNames)}).");

        var count = (last - first + DayNames.Length) % DayNames.Length + 1;
        return Enumerable.Range(first, count).Select(day => day % DayNames.Length);
    }

    private static ImmutableArray<OpenSpan> ReadSpans(string written)
    {
        var spans = written.Split(',', StringSplitOptions.TrimEntries).Select(ReadSpan).ToImmutableArray();
        return spans.Zip(spans.Skip(1)).All(pair => pair.First.Until <= pair.Second.From)
            ? spans
            : throw new FormatException($"The hours '{written}' overlap or are out of order.");
    }

    private static OpenSpan ReadSpan(string written)
    {
        var ends = written.Split('-');
        return ends.Length == 2
            && TimeOnly.TryParseExact(ends[0], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && TimeOnly.TryParseExact(ends[1], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            && from < until
                ? new OpenSpan(from, until)
                : throw new FormatException($"'{written}' is no stretch of a day, as in '08:00-15:00'.");
    }
}
