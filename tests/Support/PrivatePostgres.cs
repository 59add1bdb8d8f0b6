using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Puskesos.Tests.Support;

/// <summary>
/// A PostgreSQL server of our own for as long as a test run lasts: socket only, in a folder of its own, removed at the end.
/// As root it runs as the user postgres, as PostgreSQL refuses to run as root.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string FolderPrefix = "puskesos-tests-";
    private const string ServerUser = "postgres";
    private const int LinesShown = 15;

    private readonly string binaries;
    private readonly string folder;

    private PrivatePostgres(string binaries, string folder)
    {
        this.binaries = binaries;
        this.folder = folder;
    }

    /// <summary>Connects as the superuser to the database postgres.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = ServerUser,
        Database = "postgres",
        Pooling = false,
        IncludeErrorDetail = true,
    }.ConnectionString;

    public static async Task<PrivatePostgres> StartAsync(CancellationToken cancellationToken = default)
    {
        var binaries = PostgresBinaries.Find() ?? throw new InvalidOperationException(
            "No PostgreSQL server found (15 or newer, in /usr/lib/postgresql/*/bin or on PATH). Run ./deploy/test, or: apt-get install postgresql");
        await SweepAsync(binaries, cancellationToken);

        // Made with mode 700.
        var folder = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{FolderPrefix}{Environment.ProcessId}-")).FullName;
        var server = new PrivatePostgres(binaries, folder);
        if (Environment.IsPrivilegedProcess) await server.RunAsync("chown", [ServerUser, folder], cancellationToken);
        await server.AsServerUserAsync("initdb", ["-D", server.Data, "-U", ServerUser, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions", "--no-sync"], cancellationToken);
        await server.StartServerAsync(cancellationToken);

        return server;
    }

    /// <summary>Starts the server again after <see cref="StopServerAsync"/>, with its data.</summary>
    public Task StartServerAsync(CancellationToken cancellationToken = default) =>
        AsServerUserAsync("pg_ctl", ["-D", Data, "-w", "-s", "-l", Log, "-o", ServerOptions(), "start"], cancellationToken);

    /// <summary>Takes the server away and keeps its data: the database that is gone for a while.</summary>
    public Task StopServerAsync(CancellationToken cancellationToken = default) =>
        AsServerUserAsync("pg_ctl", ["-D", Data, "-w", "-s", "-m", "immediate", "stop"], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await StopAndRemoveAsync(binaries, folder, CancellationToken.None);
    }

    private string Log => Path.Combine(folder, "log");

    private string Data => Path.Combine(folder, "data");

    // Tests may lose data with the machine, never with the process: fsync off gains 1.6-1.8 times (measured).
    // Every test class has a pool of its own, hence the many connections.
    private string ServerOptions() =>
        $"-k {folder} -c listen_addresses= -c unix_socket_permissions=0777 -c fsync=off -c full_page_writes=off -c synchronous_commit=off " +
        "-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=2GB -c max_connections=400 -c shared_buffers=128MB -c timezone=UTC -c log_timezone=UTC";

    /// <summary>A killed test run leaves its server running; the next run removes servers whose run is gone.</summary>
    private static async Task SweepAsync(string binaries, CancellationToken cancellationToken)
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var owner = Path.GetFileName(left)[FolderPrefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && Directory.Exists($"/proc/{process}")) continue;
            await StopAndRemoveAsync(binaries, left, cancellationToken);
        }
    }

    private static async Task StopAndRemoveAsync(string binaries, string folder, CancellationToken cancellationToken)
    {
        var server = new PrivatePostgres(binaries, folder);
        try
        {
            if (File.Exists(Path.Combine(server.Data, "postmaster.pid"))) await server.StopServerAsync(cancellationToken);
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // Another user's run, or one that is being removed by somebody else at this moment.
            Trace.TraceWarning("{0} was left behind: {1}", folder, exception.Message);
        }
    }

    private Task AsServerUserAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // Output goes to a file: a server that inherits a pipe keeps it open and the reader waits for ever.
        string[] command = ["sh", "-c", "exec \"$@\" >> \"$0\" 2>&1", Log, Path.Combine(binaries, program), .. arguments];
        return Environment.IsPrivilegedProcess
            ? RunAsync("runuser", ["-u", ServerUser, "--", .. command], cancellationToken)
            : RunAsync(command[0], command[1..], cancellationToken);
    }

    private async Task RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = "/", Environment = { ["LC_ALL"] = "C.UTF-8" } };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode == 0) return;

        var said = File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(LinesShown)) : "";
        throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}\n{said}");
    }
}
