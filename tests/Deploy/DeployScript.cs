using System.Diagnostics;
using Puskesos.Tests.Rules;

namespace Puskesos.Tests.Deploy;

/// <summary>Runs a script of deploy/ against a database and a data folder of the test's own.</summary>
public sealed class DeployScript : IDisposable
{
    public string Data { get; } = Directory.CreateTempSubdirectory("puskesos-deploy-").FullName;

    public async Task<(int Code, string Said)> RunAsync(TestDatabase database, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(SourceTree.Root, "deploy", script), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PUSKESOS_DATA"] = Data, ["ConnectionStrings__Puskesos"] = database.ConnectionString, ["Keys__Path"] = null, ["Documents__Path"] = null },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{script} did not start");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        return (process.ExitCode, said + await errors);
    }

    public string Write(string path, string text)
    {
        var file = Path.Combine(Data, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);

        return file;
    }

    public void Dispose() => Directory.Delete(Data, recursive: true);
}
