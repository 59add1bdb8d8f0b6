using System.Globalization;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;

namespace Puskesos.Tests.Core.Calendar;

/// <summary>The days and hours that the model conversations promise (Kab. Tegal, WIB, default hours, holidays of 2026).</summary>
public sealed class WorkingTimeTests
{
    private static readonly WorkCalendars Calendars = new([.. HolidayDecree.OfYear(2026)], [], []);
    private static readonly WorkingTime Tegal = Calendars.For(new Office("33.28"));

    [Theory]
    [InlineData("2026-11-12 09:20", 1, "2026-11-13")] // AskConsent-plain-path-whatsapp: Thursday, due Friday
    [InlineData("2026-11-02 09:10", 1, "2026-11-03")] // AskResolved: Monday, due Tuesday
    [InlineData("2026-11-16 10:30", 1, "2026-11-17")] // AskObjection-refused
    [InlineData("2026-12-02 10:00", 1, "2026-12-03")] // AskResolved: reopened on Wednesday
    [InlineData("2026-12-08 11:00", 1, "2026-12-09")] // CaseClosedDocuments: reopened by a photo
    [InlineData("2026-12-08 11:00", 5, "2026-12-15")] // CaseClosedDocuments: next news
    [InlineData("2026-11-13 09:30", 5, "2026-11-20")] // AskOpenCase: next news
    [InlineData("2026-12-23 19:40", 1, "2026-12-29")] // FileCase-closed-before-holiday
    [InlineData("2026-11-13 15:00", 1, "2026-11-17")] // at closing on Friday: Monday counts as receipt
    [InlineData("2026-11-13 12:00", 1, "2026-11-16")] // in the Friday break: still that day's receipt
    [InlineData("2026-11-14 08:00", 0, "2026-11-16")] // Saturday
    [InlineData("2026-03-17 10:00", 1, "2026-03-25")] // over Nyepi, Idulfitri and cuti bersama (DOMAIN story 7)
    public void Due_day_is_receipt_and_then_working_days(string receivedAt, int days, string due)
    {
        var day = Tegal.DueAfterWorkingDays(Wib(receivedAt), days);

        Assert.Equal(due, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(2, "2026-11-12 11:20")]
    [InlineData(4, "2026-11-12 13:20")]
    public void Officers_of_a_silent_unit_are_reminded_after_working_hours(int hours, string at) =>
        Assert.Equal(Wib(at), Tegal.AddWorkingHours(Wib("2026-11-12 09:20"), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData(1, "2026-11-13 09:20")]
    [InlineData(2, "2026-11-16 09:20")]
    [InlineData(3, "2026-11-17 09:20")]
    public void A_silent_unit_is_pushed_up_at_the_same_time_of_day(int days, string at) =>
        Assert.Equal(Wib(at), Tegal.AddWorkingDays(Wib("2026-11-12 09:20"), days));

    [Fact]
    public void Filed_before_the_holidays_starts_on_monday_morning()
    {
        var filedAt = Wib("2026-12-23 19:40");

        Assert.False(Tegal.IsOpen(filedAt));
        Assert.Equal(Wib("2026-12-28 08:00"), Tegal.NextOpening(filedAt));
        Assert.Equal(Wib("2026-12-28 10:00"), Tegal.AddWorkingHours(filedAt, TimeSpan.FromHours(2)));
        Assert.Equal(Wib("2026-12-29 08:00"), Tegal.AddWorkingDays(filedAt, 1));
    }

    [Fact]
    public void A_step_that_falls_into_the_friday_break_waits_for_its_end() =>
        Assert.Equal(Wib("2026-11-13 13:00"), Tegal.AddWorkingDays(Wib("2026-11-12 12:10"), 1));

    [Fact]
    public void Friday_break_is_no_working_time() =>
        Assert.Equal(TimeSpan.FromHours(5.5), Tegal.WorkingTimeBetween(Wib("2026-11-13 00:00"), Wib("2026-11-14 00:00")));

    [Fact]
    public void Each_zone_opens_at_its_own_eight_o_clock()
    {
        var openings = new[] { "33.28", "61.71", "51.71", "91.71" }
            .Select(code => Calendars.For(new Office(code)).NextOpening(new(2026, 11, 11, 20, 0, 0, TimeSpan.Zero)).Hour);

        Assert.Equal([1, 1, 0, 23], openings);
    }

    [Fact]
    public void Closing_is_the_last_moment_of_a_due_day() =>
        Assert.Equal(Wib("2026-11-13 15:00"), Tegal.ClosingOf(new DateOnly(2026, 11, 13)));

    private static DateTimeOffset Wib(string local) =>
        DateTimeOffset.ParseExact(local + " +07", "yyyy-MM-dd HH:mm zz", CultureInfo.InvariantCulture);
}
