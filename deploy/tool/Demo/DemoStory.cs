namespace Puskesos.Tool.Demo;

/// <summary>What happened to one invented resident, day by day.</summary>
/// <param name="Resident">The name, as told in the chat.</param>
/// <param name="Beats">In their order.</param>
public sealed record DemoStory(string Resident, IReadOnlyList<DemoBeat> Beats);

/// <summary>One thing that somebody did.</summary>
/// <param name="DaysAgo">Working days before today.</param>
/// <param name="At">Local time.</param>
/// <param name="Play">Does it; gets the resident's name.</param>
public sealed record DemoBeat(int DaysAgo, TimeOnly At, Func<StoryTeller, string, CancellationToken, Task> Play);
