namespace Puskesos.Core.Jobs;

/// <summary>The clock that starts the recurring jobs; a job engine fills it in. Several instances on one database share each firing.</summary>
public interface IJobScheduler
{
    /// <summary>Takes over this timetable, drops what is no longer in it, and begins to tick.</summary>
    Task StartAsync(IReadOnlyList<RecurringJob> jobs, CancellationToken cancellationToken);

    /// <summary>Runs one job now, on whichever instance is free; its timetable stays as it is.</summary>
    Task TriggerAsync(string name, CancellationToken cancellationToken);

    /// <summary>Stops ticking and waits for running jobs to end.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
