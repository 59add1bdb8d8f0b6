using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Rules;
using Puskesos.Tests.StandIns;

namespace Puskesos.Tests.Fakes;

/// <summary>A script or server of node beside a test.</summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private readonly Process process;

    private NodePeer(Process process) => this.process = process;

    public ConcurrentQueue<string> Lines { get; } = new();

    public string Url { get; private init; } = "";

    private static string Scripts => Path.Combine(SourceTree.Root, "tests", "Fakes", "peers");

    private static string Packages => Path.Combine(Environment.GetEnvironmentVariable("PUSKESOS_PEERS") ?? Scripts, "node_modules");

    public static NodePeer Start(string script, params string[] arguments) => Run("", [Path.Combine(Scripts, script), .. arguments]);

    /// <summary>Prism with one of the vendors' specifications; it answers 422 to a call that does not fit.</summary>
    public static async Task<NodePeer> StartPrismAsync(string specification)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var peer = Run($"http://127.0.0.1:{port}", [Path.Combine(Packages, "@stoplight", "prism-cli", "dist", "index.js"), "mock", "-h", "127.0.0.1", "-p", port, SharedPack.File("specs", specification)]);
        await Eventually.TrueAsync(() => peer.Lines.Any(line => line.Contains("listening", StringComparison.Ordinal)), "prism listens");
        return peer;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits for a line that begins so, and gives its rest.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        await Eventually.TrueAsync(() => Lines.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)), $"the peer says {beginning}");
        return Lines.First(line => line.StartsWith(beginning, StringComparison.Ordinal))[beginning.Length..];
    }

    /// <summary>Waits for its end, tells what it said, and gives its exit code.</summary>
    public async Task<int> EndAsync(ITestOutputHelper output)
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        foreach (var line in Lines) output.WriteLine(line);
        return process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static NodePeer Run(string url, string[] arguments)
    {
        if (!Directory.Exists(Packages)) Assert.Skip($"No node_modules: see tests/Fakes/peers/README.md");
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["NODE_PATH"] = Packages } };
        var peer = new NodePeer(new Process { StartInfo = start }) { Url = url };
        void Keep(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is { } text) peer.Lines.Enqueue(text);
        }

        peer.process.OutputDataReceived += Keep;
        peer.process.ErrorDataReceived += Keep;
        peer.process.Start();
        peer.process.BeginOutputReadLine();
        peer.process.BeginErrorReadLine();
        return peer;
    }
}
