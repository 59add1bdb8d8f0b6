using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Puskesos.Core.Documents.Checks;

/// <summary>
/// Runs a tool on a file in a process of its own, with little time, little memory, low priority and no file of ours: content goes in
/// and comes out through pipes, so that a malicious file can break that process and nothing else.
/// </summary>
public sealed class OutOfProcess(ILogger<OutOfProcess> log)
{
    /// <summary>Processor time of a tool: a 12-megapixel photo takes half a second of it; whoever needs so much more is not a photo.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Time on the clock. The tools give way to everything else, so a busy machine is no fault of the file.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Address space of the tool: decoders map much more than they use, a bomb maps more than this.</summary>
    private const long MostMemory = 2L * 1024 * 1024 * 1024;

    /// <summary>Code that the tool's own just-in-time compiler writes to a file; a decoded picture never goes to one.</summary>
    private const int MostScratch = 1024 * 1024;

    /// <summary>How much the tools give way: by the kernel's weights about a tenth of a core beside one busy process of the usual 0; 19 would leave a hundredth (man 7 sched).</summary>
    private const string Politeness = "10";

    /// <summary>More output than any picture of 1600 px has.</summary>
    private const int MostOutput = 16 * 1024 * 1024;

    private static readonly string[] Places = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

    /// <summary>The tool's path, or null when it is not installed.</summary>
    public static string? Find(string tool) => Places.Select(place => Path.Combine(place, tool)).FirstOrDefault(File.Exists);

    /// <summary>What the tool wrote, or null when it failed, computed too long or is not there. Throws <see cref="TimeoutException"/> when the machine left it no time.</summary>
    public async Task<byte[]?> RunAsync(string tool, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        if (Find(tool) is not { } path) return null;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var process = Process.Start(Command(path, arguments))!;
        try
        {
            var feeding = FeedAsync(process, input, patience.Token);
            var listening = process.StandardError.BaseStream.CopyToAsync(Stream.Null, patience.Token);
            var output = await ReadAsync(process, patience.Token);
            await Task.WhenAll(feeding, listening, process.WaitForExitAsync(patience.Token));
            return process.ExitCode == 0 ? output : null;
        }
        catch (IOException failed)
        {
            log.LogWarning("{Tool} was stopped: {Reason}", tool, failed.GetType().Name);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{tool} was left no time");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Command(string path, IReadOnlyList<string> arguments)
    {
        List<string> command = [path, .. arguments];
        if (Find("nice") is { } nice) command.InsertRange(0, [nice, "-n", Politeness]);
        if (Find("prlimit") is { } limit) command.InsertRange(0, [limit, $"--as={MostMemory}", $"--cpu={(int)Longest.TotalSeconds}", "--core=0", $"--fsize={MostScratch}", "--"]);
        return new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            Environment = { ["VIPS_CONCURRENCY"] = "1", ["VIPS_BLOCK_UNTRUSTED"] = "1", ["VIPS_DISC_THRESHOLD"] = "500m", ["OMP_THREAD_LIMIT"] = "1", ["LC_ALL"] = "C" },
        };
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool has read all it wanted (a header) and closed its end.
        }
    }

    private static async Task<byte[]> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var buffer = new byte[81920];
        while (await process.StandardOutput.BaseStream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (output.Length + read > MostOutput) throw new IOException("Too much output.");
            output.Write(buffer, 0, read);
        }

        return output.ToArray();
    }
}
