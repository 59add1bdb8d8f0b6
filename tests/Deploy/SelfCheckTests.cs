using System.Diagnostics;
using System.Globalization;
using Puskesos.Tests.Rules;

namespace Puskesos.Tests.Deploy;

/// <summary>`puskesos check` against bot and admin as processes of their own.</summary>
public sealed class SelfCheckTests : IDisposable
{
    /// <summary>The stations of the walk (deploy/tool/Check/SelfCheck.cs).</summary>
    private const int Stations = 15;

    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-check-").FullName;

    [Fact]
    public async Task The_check_walks_the_main_job_and_leaves_nothing_behind()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = Settings(database);
        Assert.Equal(0, (await RunAsync(settings, "migrate")).Code);
        Assert.Equal(0, (await RunAsync(settings, "demo")).Code);
        var (cases, officers) = (await database.CountAsync("cases"), await database.CountAsync("officers"));

        await using var bot = await StartAsync("bot", settings);
        await using var admin = await StartAsync("admin", settings);
        settings["BOT_PORT"] = bot.Address.Port.ToString(CultureInfo.InvariantCulture);
        settings["ADMIN_PORT"] = admin.Address.Port.ToString(CultureInfo.InvariantCulture);
        var (code, said) = await RunAsync(settings, "check");

        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("PASS ", line, StringComparison.Ordinal));
        Assert.Equal((0, Stations), (code, lines.Length));
        Assert.Equal((cases, officers), (await database.CountAsync("cases"), await database.CountAsync("officers")));
    }

    [Fact]
    public async Task A_service_that_is_not_there_fails_the_check()
    {
        await using var database = await TestDatabase.CreateAsync();
        var settings = Settings(database);
        (settings["BOT_PORT"], settings["ADMIN_PORT"]) = ("1", "1");

        var (code, said) = await RunAsync(settings, "check");

        Assert.Equal(1, code);
        Assert.Contains("FAIL bot is ready", said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>"bot" or "admin" from its build of this configuration.</summary>
    private static Task<ServiceProcess> StartAsync(string name, Dictionary<string, string?> settings)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(SourceTree.Root, name, "bin", build.Parent!.Name, build.Name, $"Puskesos.{char.ToUpperInvariant(name[0])}{name[1..]}.dll");
        return ServiceProcess.StartAsync(program, Path.Combine(SourceTree.Root, name), ServiceProcess.FreeAddress(), settings, hear: null, TestContext.Current.CancellationToken);
    }

    private Dictionary<string, string?> Settings(TestDatabase database) => new()
    {
        ["ConnectionStrings__Puskesos"] = database.ConnectionString,
        ["Keys__Path"] = Path.Combine(folder, "master.key"),
        ["Documents__Path"] = Path.Combine(folder, "documents"),
        ["Bot__PublicBaseUrl"] = "http://127.0.0.1:5080",
        ["Admin__PublicBaseUrl"] = "http://127.0.0.1:5081",
        ["WebChat__Enabled"] = "true",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private static async Task<(int Code, string Said)> RunAsync(Dictionary<string, string?> settings, string verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "puskesos.dll"), verb]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The tool did not start");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said + await errors);
    }
}
