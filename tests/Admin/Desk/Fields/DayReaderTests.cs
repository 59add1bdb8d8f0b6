using System.Globalization;
using Puskesos.Admin.Desk.Fields;

namespace Puskesos.Tests.Admin.Desk.Fields;

public sealed class DayReaderTests
{
    [Theory]
    [InlineData("16-11-2026", "2026-11-16")]
    [InlineData("16/11/26", "2026-11-16")]
    [InlineData("5.1.2027", "2027-01-05")]
    [InlineData("05112026", "2026-11-05")]
    [InlineData("16 November 2026", "2026-11-16")]
    [InlineData("1 agt 2026", null)]
    [InlineData("1 agu 2026", "2026-08-01")]
    [InlineData("2026-11-16", "2026-11-16")]
    [InlineData("11/16/2026", "2026-11-16")]
    [InlineData("05/11/2026", "2026-11-05")]
    [InlineData("31-02-2026", null)]
    [InlineData("16-11", null)]
    [InlineData("besok", null)]
    [InlineData("", null)]
    public void A_day_is_read_as_people_write_it(string written, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), DayReader.Day(written));

    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("09.30", 9, 30)]
    [InlineData("13:05", 13, 5)]
    [InlineData("0930", 9, 30)]
    [InlineData("24.00", -1, 0)]
    [InlineData("pagi", -1, 0)]
    public void An_hour_is_read_as_people_write_it(string written, int hour, int minute) =>
        Assert.Equal(hour < 0 ? null : new TimeOnly(hour, minute), DayReader.Hour(written));

    [Fact]
    public void What_a_field_shows_is_read_back()
    {
        var day = new DateOnly(2026, 3, 4);

        Assert.Equal(("04-03-2026", day), (DayReader.Write(day), DayReader.Day(DayReader.Write(day))));
    }
}
