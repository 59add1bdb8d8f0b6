using Puskesos.Core.Calendar;

namespace Puskesos.Tests.Core.Calendar;

public sealed class WeekHoursTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Mo")]
    [InlineData("Xx 08:00-15:00")]
    [InlineData("Mo-Tu-We 08:00-15:00")]
    [InlineData("Mo 15:00-08:00")]
    [InlineData("Mo 8-15")]
    [InlineData("Mo 08:00-12:00,11:00-15:00")]
    [InlineData("Mo-We 08:00-15:00; We 08:00-10:00")]
    public void Hours_that_cannot_be_meant_are_refused(string written) => Assert.Throws<FormatException>(() => WeekHours.Parse(written));

    [Fact]
    public void Ramadan_week_has_the_hours_of_the_regulation() =>
        Assert.Equal(32.5, Enum.GetValues<DayOfWeek>().Sum(day => WeekHours.Ramadan[day].Sum(span => span.Length.TotalHours)));

    [Fact]
    public void Days_may_run_over_the_weekend() => Assert.Equal("Su 08:00-09:00; Mo 08:00-09:00; Sa 08:00-09:00", WeekHours.Parse("Sa-Mo 08:00-09:00").ToString());

    [Fact]
    public void An_office_that_closes_before_it_opens_is_refused() =>
        Assert.Throws<FormatException>(() => WeekHours.Between(new(15, 0), new(8, 0)));
}
