using Puskesos.Core.Jobs;

namespace Puskesos.Tests.Bot.Jobs;

/// <summary>What the sample jobs did, shared by all instances of a test.</summary>
public sealed class JobDiary
{
    private int runs;

    public int Runs => Volatile.Read(ref runs);

    public void Write() => Interlocked.Increment(ref runs);
}

/// <summary>A job that only notes that it ran.</summary>
public sealed class NotingJob(JobDiary diary) : IRecurringJob
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        diary.Write();
        return Task.CompletedTask;
    }
}

/// <summary>A job with a mistake in it.</summary>
public sealed class FailingJob : IRecurringJob
{
    public Task RunAsync(CancellationToken cancellationToken) => throw new FormatException("0812-3456-7890 is not a date");
}

/// <summary>A job that runs until it is told to stop.</summary>
public sealed class EndlessJob(JobDiary diary) : IRecurringJob
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        diary.Write();
        return Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }
}
