namespace Puskesos.Tests.Rules;

public sealed class ClockRulesTests
{
    [Fact]
    public void Nobody_reads_the_machines_clock() => Broken.Nowhere(ClockRules.OwnTime(SourceTree.Sources));

    [Fact]
    public void No_statement_asks_the_database_for_the_time() => Broken.Nowhere(ClockRules.TimeOfTheDatabase(SourceTree.Sources));

    [Fact]
    public void Numbers_are_read_in_a_named_culture() => Broken.Nowhere(ClockRules.NumbersWithoutCulture(SourceTree.Sources));

    [Theory]
    [InlineData("core/Cases/A.cs", "var a = DateTime.Now;")]
    [InlineData("bot/Jobs/A.cs", "var a = $\"{b}\" + DateTimeOffset.UtcNow;")]
    [InlineData("tests/Core/A.cs", "var a = DateTime.Today;")]
    [InlineData("core/Cases/A.cs", "var a = Environment.TickCount64;")]
    [InlineData("core/Cases/A.cs", "var a = TimeProvider.System;")]
    public void The_machines_clock_is_found(string path, string text) => Assert.Single(ClockRules.OwnTime([new(path, text)]));

    [Theory]
    [InlineData("core/CoreSetup.cs", "services.AddSingleton(TimeProvider.System);")]
    [InlineData("core/Cases/A.cs", "// DateTime.Now\nvar a = clock.GetUtcNow();")]
    public void A_clock_that_is_handed_in_is_let_through(string path, string text) => Assert.Empty(ClockRules.OwnTime([new(path, text)]));

    [Theory]
    [InlineData("const string Sql = \"update a set b = now()\";")]
    [InlineData("const string Sql = \"\"\"select CURRENT_TIMESTAMP\"\"\";")]
    public void Sql_that_asks_for_the_time_is_found(string text) =>
        Assert.Single(ClockRules.TimeOfTheDatabase([new("core/Storage/Hot/A.cs", text), new("core/Storage/Migrations/A.cs", text)]));

    [Theory]
    [InlineData("var a = double.Parse(text);", 1)]
    [InlineData("if (decimal.TryParse(text, out var a)) b();", 1)]
    [InlineData("var a = double.Parse(text, CultureInfo.InvariantCulture);", 0)]
    public void A_number_without_culture_is_found(string text, int found) =>
        Assert.Equal(found, ClockRules.NumbersWithoutCulture([new("core/Language/A.cs", text)]).Count());
}
