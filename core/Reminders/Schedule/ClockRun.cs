namespace Puskesos.Core.Reminders.Schedule;

/// <summary>One clock of a case that is running or paused, with the moments of all its steps.</summary>
/// <param name="Clock">What is waited for.</param>
/// <param name="ItemNumber">The need it concerns; 0 for the whole case.</param>
/// <param name="StartedAt">When it began; a clock that begins again is another run.</param>
/// <param name="Target">By when it should be over.</param>
/// <param name="Steps">Its steps in their order; none while it is paused.</param>
public sealed record ClockRun(
    ClockKind Clock, int ItemNumber, DateTimeOffset StartedAt, DateTimeOffset Target, IReadOnlyList<DueStep> Steps);

/// <summary>A step of a clock's ladder and its moment.</summary>
/// <param name="Number">Its number within the ladder, from 1 on; steps are never renumbered.</param>
/// <param name="DueAt">When it falls due.</param>
public readonly record struct DueStep(int Number, DateTimeOffset DueAt);
