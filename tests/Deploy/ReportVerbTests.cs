using System.Globalization;

namespace Puskesos.Tests.Deploy;

/// <summary>`puskesos report`: the evaluation report on standard output.</summary>
public sealed class ReportVerbTests
{
    private const int Indicators = 26;

    [Fact]
    public async Task Every_indicator_is_in_the_table_and_the_page_is_one_document()
    {
        await using var database = await TestDatabase.CreateAsync();

        var table = await ToolProcess.RunAsync(database.ConnectionString, "report", "--from", "2026-11-01", "--to", "2026-11-15");
        var page = await ToolProcess.RunAsync(database.ConnectionString, "report", "--from", "2023-01-01", "--to", "2026-12-31", "--format", "html");

        Assert.Equal((0, 0), (table.Code, page.Code));
        var numbers = table.Said.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => int.Parse(line.Split(';')[2], CultureInfo.InvariantCulture)).Distinct();
        Assert.Equal(Enumerable.Range(1, Indicators), numbers);
        Assert.StartsWith("<!doctype html>", page.Said.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-15", "2026-11-01", null)]
    [InlineData("2006-01-01", "2026-11-01", null)]
    [InlineData("1 November", "2026-11-15", null)]
    [InlineData("2026-11-01", "2026-11-15", "99.99")]
    public async Task What_makes_no_report_is_refused_in_one_line(string from, string to, string? area)
    {
        await using var database = await TestDatabase.CreateAsync();

        var (code, said, error) = await ToolProcess.RunAsync(database.ConnectionString, ["report", "--from", from, "--to", to, .. area is null ? [] : new[] { "--area", area }]);

        Assert.Equal((1, ""), (code, said));
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
