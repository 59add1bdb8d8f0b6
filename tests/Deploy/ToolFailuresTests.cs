namespace Puskesos.Tests.Deploy;

/// <summary>The operator's tool without a usable database: one line on standard error, and no success.</summary>
public sealed class ToolFailuresTests
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=puskesos;Database=puskesos;Timeout=5";

    [Theory]
    [InlineData("report", "--from", "2026-11-01", "--to", "2026-11-15")]
    [InlineData("route", "33.28.16.2007")]
    [InlineData("migrate")]
    [InlineData("clock", "+2d")]
    [InlineData("demo")]
    [InlineData("add-officer", "--name", "A", "--role", "dinsos", "--area", "33.28", "--email", "a@example.id")]
    public async Task A_verb_without_a_reachable_database_says_so_in_one_line(params string[] arguments)
    {
        var (code, said, error) = await ToolProcess.RunAsync(Nowhere, arguments);

        Assert.Equal((1, ""), (code, said));
        Assert.Equal("The database cannot be reached: is PostgreSQL running, and does ConnectionStrings__Puskesos name its host and port?", Assert.Single(Lines(error)));
    }

    [Fact]
    public async Task A_database_that_was_never_migrated_is_named_as_such()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ScalarAsync("drop schema public cascade");
        await database.ScalarAsync("create schema public");

        var (code, _, error) = await ToolProcess.RunAsync(database.ConnectionString, "report", "--from", "2026-11-01", "--to", "2026-11-15");

        Assert.Equal((1, "The database does not have this version's tables: run ./deploy/puskesos migrate first."), (code, Assert.Single(Lines(error))));
    }

    [Theory]
    [InlineData("", "ConnectionStrings:Puskesos is not set.")]
    [InlineData("nonsense", "ConnectionStrings__Puskesos is not a connection string.")]
    public async Task A_connection_string_that_is_none_is_named(string connection, string line)
    {
        var (code, _, error) = await ToolProcess.RunAsync(connection, "report", "--from", "2026-11-01", "--to", "2026-11-15");

        Assert.Equal((1, line), (code, Assert.Single(Lines(error))));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
