using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Puskesos.Tests.Rules;

namespace Puskesos.Tests.Deploy;

/// <summary>The bot or the officers' pages as a process of its own, as deploy/start runs them.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Task<string> said;

    private ServiceProcess(Process process, int port)
    {
        this.process = process;
        Port = port;
        said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).ContinueWith(read => string.Concat(read.Result), TaskScheduler.Default);
    }

    public int Port { get; }

    /// <summary>Starts "bot" or "admin" from its build of this configuration and waits until it is ready.</summary>
    public static async Task<ServiceProcess> StartAsync(string name, IReadOnlyDictionary<string, string> settings)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.Combine(SourceTree.Root, name, "bin", build.Parent!.Name, build.Name);
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, $"Puskesos.{char.ToUpperInvariant(name[0])}{name[1..]}.dll")])
        {
            WorkingDirectory = Path.Combine(SourceTree.Root, name),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" },
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var service = new ServiceProcess(Process.Start(start)!, port);
        await service.WaitReadyAsync();
        return service;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task WaitReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}/") };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < ReadyLimit; await Task.Delay(200, TestContext.Current.CancellationToken))
        {
            if (process.HasExited) throw new InvalidOperationException("The service ended: " + await said);
            try
            {
                if ((await client.GetAsync("health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        process.Kill();
        throw new TimeoutException("The service did not become ready: " + await said);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
