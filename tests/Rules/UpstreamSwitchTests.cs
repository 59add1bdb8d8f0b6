using System.Diagnostics;
using System.Text.Json;

namespace Puskesos.Tests.Rules;

/// <summary>-p:UpstreamPackages=true asks for the real packages and for no stand-in; the default asks for the stand-ins only.</summary>
public sealed class UpstreamSwitchTests
{
    private static readonly string[] RealPackages =
        ["Hangfire.AspNetCore", "Hangfire.PostgreSql", "Microsoft.Recognizers.Text", "Stateless", "Telegram.Bot", "Twilio"];

    [Fact]
    public async Task The_switch_names_exactly_the_real_packages()
    {
        var (packages, standIns) = await RestoreGraphAsync(upstream: true);

        Assert.Equal(RealPackages, packages.Intersect(RealPackages).Order(StringComparer.Ordinal));
        Assert.Empty(standIns);
    }

    [Fact]
    public async Task The_default_names_the_stand_ins_only()
    {
        var (packages, standIns) = await RestoreGraphAsync(upstream: false);

        Assert.Empty(packages.Intersect(RealPackages));
        Assert.Equal(
            ["Puskesos.StandIn.Microsoft.Recognizers.Text", "Puskesos.StandIn.Stateless", "Puskesos.StandIn.Telegram.Bot", "Puskesos.StandIn.Twilio"],
            standIns.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_the_switch_no_stand_in_compiles_anything()
    {
        foreach (var project in Directory.GetFiles(Path.Combine(Root(), "core", "StandIns"), "*.csproj", SearchOption.AllDirectories))
        {
            using var switched = JsonDocument.Parse(await MsBuildAsync(project, "-getItem:Compile", "-p:UpstreamPackages=true"));

            Assert.Empty(Compiled(switched));
        }

        var stateless = Path.Combine(Root(), "core", "StandIns", "Stateless", "Puskesos.StandIn.Stateless.csproj");
        using var plain = JsonDocument.Parse(await MsBuildAsync(stateless, "-getItem:Compile"));
        Assert.NotEmpty(Compiled(plain));
    }

    private static JsonElement.ArrayEnumerator Compiled(JsonDocument answer) =>
        answer.RootElement.GetProperty("Items").GetProperty("Compile").EnumerateArray();

    /// <summary>What a restore of the whole solution would ask for: packages by name, and stand-ins that another project references.</summary>
    private static async Task<(HashSet<string> Packages, HashSet<string> StandIns)> RestoreGraphAsync(bool upstream)
    {
        var file = Path.Combine(Path.GetTempPath(), $"restore-graph-{Guid.NewGuid():n}.json");
        try
        {
            await MsBuildAsync(
                Path.Combine(Root(), "Puskesos.Bot.sln"), "-t:GenerateRestoreGraphFile", $"-p:RestoreGraphOutputPath={file}", $"-p:UpstreamPackages={(upstream ? "true" : "false")}");
            using var graph = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var projects = graph.RootElement.GetProperty("projects").EnumerateObject().Select(project => project.Value).ToList();
            var packages = projects
                .SelectMany(project => project.GetProperty("frameworks").EnumerateObject())
                .Where(framework => framework.Value.TryGetProperty("dependencies", out _))
                .SelectMany(framework => framework.Value.GetProperty("dependencies").EnumerateObject())
                .Select(dependency => dependency.Name);
            var referenced = projects
                .SelectMany(project => project.GetProperty("restore").GetProperty("frameworks").EnumerateObject())
                .SelectMany(framework => framework.Value.GetProperty("projectReferences").EnumerateObject())
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Name))
                .Where(name => name.StartsWith("Puskesos.StandIn.", StringComparison.Ordinal));
            return ([.. packages], [.. referenced]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> MsBuildAsync(params string[] arguments)
    {
        // The variables of the running test host would make the child load this SDK's parts by wrong paths.
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["msbuild", "-nologo", "-nodeReuse:false", .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output + await errors);
        return output;
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Puskesos.Bot.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
