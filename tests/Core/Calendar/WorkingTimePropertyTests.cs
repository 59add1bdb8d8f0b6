using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Puskesos.Core.Calendar;

namespace Puskesos.Tests.Core.Calendar;

/// <summary>The calculator against the minute-by-minute model, over random weeks, zones, free days and moments.</summary>
public sealed class WorkingTimePropertyTests
{
    private static readonly string[] DayNames = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
    private static readonly (string AreaCode, int Hours)[] Zones = [("33.28", 7), ("61.71", 7), ("73.71", 8), ("91.71", 9)];
    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    [Fact]
    public void Open_or_closed_as_the_minute_model_says() =>
        Check(sample => sample.Fast.IsOpen(sample.At) == sample.Slow.IsOpen(sample.At));

    [Fact]
    public void Next_opening_as_the_minute_model_says() =>
        Check(sample => sample.Fast.NextOpening(sample.At) == sample.Slow.NextOpening(sample.At));

    [Fact]
    public void Working_hours_are_added_as_the_minute_model_says() => Check(sample =>
        sample.Fast.AddWorkingHours(sample.At, TimeSpan.FromMinutes(sample.Minutes)) == sample.Slow.AddWorkingMinutes(sample.At, sample.Minutes));

    [Fact]
    public void Due_day_as_the_minute_model_says() => Check(sample =>
        sample.Fast.DueAfterWorkingDays(sample.At, sample.Days).DayNumber == sample.Slow.DueDay(sample.At, sample.Days));

    [Fact]
    public void Time_between_two_moments_as_the_minute_model_says() => Check(sample =>
        sample.Fast.WorkingTimeBetween(sample.At, sample.Later) == TimeSpan.FromMinutes(sample.Slow.MinutesBetween(sample.At, sample.Later)));

    [Fact]
    public void Days_between_two_moments_as_the_minute_model_says() => Check(sample =>
        sample.Fast.WorkingDaysBetween(sample.At, sample.Later) == sample.Slow.WorkingDaysBetween(sample.At, sample.Later));

    [Fact]
    public void Hours_added_are_the_hours_counted_back() => Check(sample =>
    {
        var later = sample.Fast.AddWorkingHours(sample.At, TimeSpan.FromMinutes(sample.Minutes));
        return sample.Fast.WorkingTimeBetween(sample.At, later) == TimeSpan.FromMinutes(sample.Minutes);
    });

    [Fact]
    public void Adding_days_lands_in_working_time_not_before_the_due_day() => Check(sample =>
    {
        var landed = sample.Fast.AddWorkingDays(sample.At, sample.Days);
        return sample.Slow.IsOpen(landed) && sample.Fast.Zone.DayOf(landed) >= sample.Fast.DueAfterWorkingDays(sample.At, sample.Days);
    });

    [Fact]
    public void A_later_receipt_is_never_due_earlier() => Check(sample =>
        sample.Fast.AddWorkingDays(sample.At, sample.Days) <= sample.Fast.AddWorkingDays(sample.Later, sample.Days));

    [Fact]
    public void A_week_is_read_back_as_written() => Check(sample => WeekHours.Parse(sample.Week).ToString() == sample.Week);

    private static void Check(Func<Sample, bool> holds) =>
        Prop.ForAll(Samples().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static Gen<Sample> Samples() =>
        from zone in Gen.Elements(Zones)
        from week in Weeks()
        from free in Gen.ListOf(Gen.Choose(0, 60))
        from at in Moments()
        from later in Gen.Choose(0, 20 * 24 * 60)
        from minutes in Gen.Choose(0, 40 * 60)
        from days in Gen.Choose(0, 12)
        select Sample.Of(zone.AreaCode, zone.Hours, week, free, at, at.AddMinutes(later), minutes, days);

    private static Gen<DateTimeOffset> Moments() =>
        from minute in Gen.Choose(0, 60 * 24 * 60)
        select new DateTimeOffset(FirstDay.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(minute);

    private static Gen<(int From, int Until)[][]> Weeks() =>
        from days in Gen.ArrayOf(Days(), 7)
        where days.Any(day => day.Length > 0)
        select days;

    /// <summary>None, one or two stretches of a day, in quarters of an hour.</summary>
    private static Gen<(int From, int Until)[]> Days() =>
        from count in Gen.Choose(0, 2)
        from ends in Gen.ArrayOf(Gen.Choose(0, 95), 4)
        select ends.Distinct().Order().Chunk(2).Where(pair => pair.Length == 2).Take(count)
            .Select(pair => (pair[0] * 15, pair[1] * 15)).ToArray();

    private sealed record Sample(
        WorkingTime Fast, SlowWorkingTime Slow, string Week, DateTimeOffset At, DateTimeOffset Later, int Minutes, int Days)
    {
        public static Sample Of(
            string areaCode, int zoneHours, (int From, int Until)[][] week, IEnumerable<int> free, DateTimeOffset at, DateTimeOffset later, int minutes, int days)
        {
            var daysOff = free.Select(FirstDay.AddDays).ToHashSet();
            var written = string.Join("; ", Enumerable.Range(0, 7).Where(day => week[day].Length > 0)
                .Select(day => DayNames[day] + " " + string.Join(',', week[day].Select(span => Clock(span.From) + "-" + Clock(span.Until)))));
            var calendar = new WorkCalendar(IndonesianZone.OfArea(areaCode), WeekHours.Parse(written), [], daysOff);
            var slow = new SlowWorkingTime(zoneHours, week, daysOff.Select(day => day.DayNumber).ToHashSet());
            return new(new WorkingTime(calendar), slow, written, at, later, minutes, days);
        }

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Slow.ZoneHours} [{Week}] off {string.Join(' ', Slow.DaysOff)}; {At:O} .. {Later:O}; {Minutes} min, {Days} days");

        private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
    }
}
