namespace Puskesos.Tool.Demo;

/// <summary>A clock that shows what the story says.</summary>
public sealed class StoryClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public void Set(DateTimeOffset moment) => now = moment;

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
