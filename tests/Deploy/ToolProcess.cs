using System.Diagnostics;

namespace Puskesos.Tests.Deploy;

/// <summary>The operator's tool as a process of its own.</summary>
internal static class ToolProcess
{
    public static async Task<(int Code, string Said, string Error)> RunAsync(string connection, params string[] arguments)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "puskesos.dll");
        var start = new ProcessStartInfo("dotnet", [tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__Puskesos"] = connection, ["Keys__Path"] = Path.Combine(Path.GetTempPath(), "puskesos-tool-process.key") },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The tool did not start");
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said, await error);
    }
}
