namespace Puskesos.Core.Catalogue.Teaching;

/// <summary>A change of a line of the lexicon: who, when, from what, to what. Only appended.</summary>
public sealed class LexiconChange
{
    public long Id { get; init; }

    /// <summary>The line.</summary>
    public required string Key { get; init; }

    /// <summary>Its words before; null for a line that was not there.</summary>
    public string? Before { get; init; }

    /// <summary>Its words from then on; empty = switched off.</summary>
    public required string After { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The officer of the Dinsos; null = the operator, by the tool.</summary>
    public long? ChangedBy { get; init; }
}
