namespace Puskesos.Core.Jobs;

/// <summary>The name of this process among the instances that share the jobs: host and process number.</summary>
public sealed record JobInstance(string Name)
{
    public static JobInstance OfThisProcess { get; } = new($"{Environment.MachineName}-{Environment.ProcessId}");
}
