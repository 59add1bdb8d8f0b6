using System.Runtime.InteropServices;

namespace Puskesos.Benchmarks.Documents;

/// <summary>What the children of this process have used so far, as the kernel counts it (getrusage, Linux).</summary>
public static partial class ChildUsage
{
    private const int Children = -1;

    /// <summary>Processor time of all children together, and the largest memory that one of them ever had.</summary>
    public static (TimeSpan Processor, long PeakBytes) Read()
    {
        if (GetUsage(Children, out var usage) != 0) throw new InvalidOperationException("getrusage failed");
        var seconds = usage.UserSeconds + usage.SystemSeconds;
        var micros = usage.UserMicros + usage.SystemMicros;

        return (TimeSpan.FromSeconds(seconds) + TimeSpan.FromMicroseconds(micros), usage.PeakKilobytes * 1024);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicros;
        public long SystemSeconds;
        public long SystemMicros;
        public long PeakKilobytes;
    }
}
