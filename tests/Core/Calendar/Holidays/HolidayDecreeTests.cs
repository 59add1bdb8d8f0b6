using Puskesos.Core.Calendar.Holidays;

namespace Puskesos.Tests.Core.Calendar.Holidays;

public sealed class HolidayDecreeTests
{
    [Fact]
    public void The_table_of_2026_holds_the_days_of_the_decree()
    {
        var days = HolidayDecree.OfYear(2026).ToLookup(holiday => holiday.Kind, holiday => (holiday.Day.Month, holiday.Day.Day));

        Assert.Equal(
            [(1, 1), (1, 16), (2, 17), (3, 19), (3, 21), (3, 22), (4, 3), (4, 5), (5, 1), (5, 14), (5, 27), (5, 31), (6, 1), (6, 16), (8, 17), (8, 25), (12, 25)],
            days[HolidayKind.National]);
        Assert.Equal([(2, 16), (3, 18), (3, 20), (3, 23), (3, 24), (5, 15), (5, 28), (12, 24)], days[HolidayKind.JointLeave]);
    }

    [Theory]
    [InlineData("tanggal,jenis\n", "Line 1")]
    [InlineData("date,kind,name\n2027-01-01,nasional,Tahun Baru\n2027-02-30,nasional,Salah", "Line 3")]
    [InlineData("date,kind,name\n2027-01-01,libur,Tahun Baru", "Line 2")]
    [InlineData("date,kind,name\n2027-01-01,nasional", "Line 2")]
    [InlineData("date,kind,name\n2027-01-01,nasional,Satu\n2027-01-01,lokal,Dua", "twice")]
    public void A_bad_table_is_refused_with_its_line(string table, string named)
    {
        var refused = Assert.Throws<FormatException>(() => HolidayDecree.Read(new StringReader(table)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-31", new int[0])]
    [InlineData("2026-11-01", new[] { 2027 })]
    [InlineData("2027-01-02", new[] { 2027 })]
    public void The_next_years_empty_table_is_named_from_november(string today, int[] missing) =>
        Assert.Equal(missing, HolidayTableCheck.MissingYears(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), new HashSet<int> { 2026 }));
}
