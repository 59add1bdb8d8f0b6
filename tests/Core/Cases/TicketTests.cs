using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Puskesos.Core.Cases;

namespace Puskesos.Tests.Core.Cases;

public sealed class TicketTests
{
    private const int MostNumber = 9_999_999;
    private static readonly DateOnly FirstMonth = new(2026, 1, 1);

    [Theory]
    [InlineData("TGL-2611-0042-7")]
    [InlineData("tgl 2611 0042 7")]
    [InlineData("TGL261100427")]
    [InlineData("*TGL-2611-0042-7*")]
    [InlineData("tgl/2611/0042.7")]
    public void Any_way_of_writing_it_is_read(string written) => Assert.Equal("TGL-2611-0042-7", Ticket.Parse(written));

    [Theory]
    [InlineData("TGL-2611-0042-8")]
    [InlineData("TG-2611-0042-7")]
    [InlineData("2611 0042 7")]
    [InlineData("TGL-2611-42-7")]
    [InlineData("TGL-2611-0042-7 0101")]
    [InlineData("0812 3456 7890")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_ticket_is_not_taken_for_one(string? written) => Assert.Null(Ticket.Parse(written));

    [Theory]
    [InlineData("0042-7", "TGL-2611-0042-7")]
    [InlineData("10042-7", null)]
    [InlineData("0042", null)]
    [InlineData("042-7", null)]
    [InlineData("Sari-7", null)]
    public void The_end_of_a_ticket_finds_those_of_two_years(string end, string? first)
    {
        var found = Ticket.Ending("TGL", end, new DateOnly(2026, 11, 12));

        Assert.Equal(first, found.FirstOrDefault(ticket => ticket.StartsWith("TGL-2611", StringComparison.Ordinal)));
        Assert.All(found, ticket => Assert.EndsWith($"-{end}", ticket, StringComparison.Ordinal));
        Assert.InRange(found.Count, 0, 5);
    }

    [Fact]
    public void Every_ticket_is_read_back() => Check(ticket => Ticket.Parse(ticket) == ticket);

    [Fact]
    public void One_wrong_digit_is_noticed_wherever_it_stands() => Check(ticket =>
        Digits(ticket).All(at => Enumerable.Range(0, 10).All(other => other == ticket[at] - '0' || Ticket.Parse(With(ticket, at, (char)('0' + other))) is null)));

    [Fact]
    public void Two_neighbours_swapped_are_noticed() => Check(ticket =>
        Digits(ticket).Zip(Digits(ticket).Skip(1)).All(pair =>
            ticket[pair.First] == ticket[pair.Second] || Ticket.Parse(With(With(ticket, pair.First, ticket[pair.Second]), pair.Second, ticket[pair.First])) is null));

    [Theory]
    [InlineData("cek TGL-2611-0042-7", "TGL-2611-0042-7")]
    [InlineData("Tiket: tgl 2611 0042 7.", "TGL-2611-0042-7")]
    [InlineData("kapan TGL-2611-0042-7 selesai", null)]
    public void A_ticket_is_found_when_it_is_the_whole_message(string written, string? expected) => Assert.Equal(expected, Ticket.Find(written));

    [Fact]
    public void Ticket_and_code_are_told_apart()
    {
        Assert.Equal(("TGL-2611-0042-7", "0101"), Ticket.FindWithCode("cek TGL-2611-0042-7 0101"));
        Assert.Null(Ticket.FindWithCode("cek TGL-2611-0042-8 0101"));
        Assert.Null(Ticket.FindWithCode("TGL-2611-0042-7"));
    }

    [Fact]
    public void Officers_write_its_end() => Assert.Equal("0042-7", Ticket.ShortOf("TGL-2611-0042-7"));

    private static void Check(Func<string, bool> holds)
    {
        var tickets =
            from month in Gen.Choose(0, 600)
            from number in Gen.OneOf(Gen.Choose(1, 9_999), Gen.Choose(1, MostNumber))
            select Ticket.Make("TGL", FirstMonth.AddMonths(month), number);
        Prop.ForAll(tickets.ToArbitrary(), ticket => holds(ticket).Label(string.Create(CultureInfo.InvariantCulture, $"{ticket}"))).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<int> Digits(string ticket) => Enumerable.Range(0, ticket.Length).Where(at => char.IsAsciiDigit(ticket[at]));

    private static string With(string ticket, int at, char digit) => ticket[..at] + digit + ticket[(at + 1)..];
}
