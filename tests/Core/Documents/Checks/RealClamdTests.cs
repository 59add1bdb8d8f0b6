using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Checks;

namespace Puskesos.Tests.Core.Documents.Checks;

/// <summary>The real clamd with one signature of our own: what the stand-in of the other tests says is what clamd says.</summary>
public sealed class RealClamdTests : IAsyncLifetime
{
    private const string Clamd = "/usr/sbin/clamd", Marked = "PUSKESOS-TEST-SIGNATURE-7F3A";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-clamd-").FullName;
    private Process? clamd;

    private string Socket => Path.Combine(folder, "clamd.sock");

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(File.Exists(Clamd), "clamav-daemon is not installed: the real scanner is not asked");
        await File.WriteAllTextAsync(Path.Combine(folder, "own.ndb"), $"Puskesos.Test:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Marked))}\n", Stop);
        var settings = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(settings, $"LocalSocket {Socket}\nDatabaseDirectory {folder}\nForeground yes\nStreamMaxLength 1M\n", Stop);
        // AppArmor's profile goes by the program's path and lets the installed one read its own folders only.
        var copy = Path.Combine(folder, "clamd");
        File.Copy(Clamd, copy);
        clamd = Process.Start(new ProcessStartInfo(copy, [$"--config-file={settings}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        clamd.OutputDataReceived += (_, _) => { };
        clamd.ErrorDataReceived += (_, _) => { };
        clamd.BeginOutputReadLine();
        clamd.BeginErrorReadLine();
        for (var waited = Stopwatch.StartNew(); !File.Exists(Socket) && !clamd.HasExited && waited.Elapsed < Patience;) await Task.Delay(100, Stop);
        Assert.True(File.Exists(Socket), "clamd did not come up");
    }

    public ValueTask DisposeAsync()
    {
        if (clamd is { HasExited: false })
        {
            clamd.Kill();
            clamd.WaitForExit();
        }

        clamd?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Clamd_tells_clean_from_infected_and_a_stopped_one_calls_nothing_clean()
    {
        var scan = new VirusScan(Options.Create(new DocumentsOptions { Clamd = $"unix:{Socket}" }), NullLogger<VirusScan>.Instance);
        byte[] infected = [.. SamplePictures.Card(640, 400), .. Encoding.ASCII.GetBytes(Marked)];

        Assert.Equal(ScanVerdict.Clean, await scan.ScanAsync(SamplePictures.Card(640, 400), Stop));
        Assert.Equal(ScanVerdict.Infected, await scan.ScanAsync(infected, Stop));
        Assert.Equal(ScanVerdict.Clean, await scan.ScanAsync(new byte[900_000], Stop));
        Assert.Equal(ScanVerdict.Away, await scan.ScanAsync(new byte[2_000_000], Stop));
        clamd!.Kill();
        await clamd.WaitForExitAsync(Stop);

        Assert.Equal(ScanVerdict.Away, await scan.ScanAsync(infected, Stop));
    }
}
