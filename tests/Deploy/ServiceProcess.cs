using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Puskesos.Tests.Deploy;

/// <summary>The bot or the officers' pages as a process of its own, as deploy/start runs them. The benchmarks compile this file too.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(120), StopLimit = TimeSpan.FromSeconds(30), Look = TimeSpan.FromMilliseconds(200);

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = [];

    private ServiceProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    /// <summary>An address of this machine at which nobody listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>Starts a program in a folder, waits until it is ready, and lets its lines be heard.</summary>
    public static async Task<ServiceProcess> StartAsync(
        string program, string folder, Uri address, IEnumerable<KeyValuePair<string, string?>> settings, Action<string>? hear, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (key, value) in settings) start.Environment[key] = value;
        var service = new ServiceProcess(Process.Start(start)!, address);
        service.Listen(hear);
        try
        {
            await service.WaitReadyAsync(cancellationToken);
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }

        return service;
    }

    /// <summary>Ends it as a service manager does.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString((IFormatProvider?)null)])!;
            using var patience = new CancellationTokenSource(StopLimit);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!process.HasExited) process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private void Listen(Action<string>? hear)
    {
        void Keep(string? line)
        {
            if (string.IsNullOrEmpty(line)) return;
            said.Enqueue(line);
            hear?.Invoke(line);
        }

        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task WaitReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < ReadyLimit; await Task.Delay(Look, cancellationToken))
        {
            if (process.HasExited) throw new InvalidOperationException($"The service ended with {process.ExitCode}: {string.Join('\n', said)}");
            try
            {
                if ((await client.GetAsync("health/ready", cancellationToken)).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException("The service did not become ready: " + string.Join('\n', said));
    }
}
