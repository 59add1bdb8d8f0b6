namespace Puskesos.Core.Officers;

/// <summary>A second-factor code that has opened the door and opens it no more.</summary>
public sealed class UsedCode
{
    /// <summary>Blind index of officer and code.</summary>
    public required byte[] CodeIndex { get; init; }

    public DateTimeOffset UsedAt { get; init; }
}
