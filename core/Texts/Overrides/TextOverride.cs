namespace Puskesos.Core.Texts.Overrides;

/// <summary>A regency's own wording of one text in one language; each save is a new number, the highest counts. Never changed afterwards.</summary>
public sealed class TextOverride
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>Key of a text table.</summary>
    public required string Key { get; init; }

    public required string Language { get; init; }

    /// <summary>1, 2, 3 …: two officers cannot save the same number.</summary>
    public int Number { get; init; }

    /// <summary>The wording; null = back to the built-in text.</summary>
    public string? Words { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    public long SavedBy { get; init; }
}
