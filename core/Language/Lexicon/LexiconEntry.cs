namespace Puskesos.Core.Language.Lexicon;

/// <summary>What a line of the lexicon says; the order is that in which the tables are read.</summary>
public enum LexiconKind
{
    /// <summary>A word and its spellings.</summary>
    Word,

    /// <summary>Words of danger, and the words beside them that make them harmless.</summary>
    Danger,

    /// <summary>A thing or happening and the phrases by which it is known.</summary>
    Concept,

    /// <summary>Concepts that together speak for a need.</summary>
    Rule,

    /// <summary>Single words that lean towards a need.</summary>
    Hint,

    /// <summary>The concept that names a programme.</summary>
    Programme,

    /// <summary>The concepts that tell what is wrong.</summary>
    Issue,

    /// <summary>A message as residents write it, with the needs it means.</summary>
    Example,
}

/// <summary>A line of the lexicon: data, edited by Dinsos, seeded from the tables of this folder.</summary>
public sealed class LexiconEntry
{
    /// <summary>Its own name, kept for ever: <c>rule:KIS_MATI:KIS &amp; DEAD</c>, <c>concept:PKH</c>, <c>danger:fire#2</c>.</summary>
    public required string Key { get; init; }

    public required LexiconKind Kind { get; init; }

    /// <summary>Place among its kind: spellings stay with the word that named them first, and the first issue that fits is taken.</summary>
    public int SortOrder { get; set; }

    /// <summary>The word, the concept, the need, the programme, the issue; for danger <c>danger</c>, <c>plain</c> (said so plainly that calm examples are hardly asked), <c>suicidal</c> or <c>over</c> (words that say it is over); of an example its needs, joined by '|'.</summary>
    public required string Name { get; set; }

    /// <summary>Of danger: which group (violence, fire …); of an example <c>none</c>, <c>danger</c>, <c>suicidal</c> or <c>any</c> (both answers are fair; nothing is learned of danger); else empty.</summary>
    public string Topic { get; set; } = "";

    /// <summary>Of rules and hints: how much it says; else null.</summary>
    public double? Weight { get; set; }

    /// <summary>Spellings, phrases, conditions or the message, written as in the tables of this folder; empty when the line is switched off.</summary>
    public required string Words { get; set; }

    /// <summary>Of danger: the words beside it that make it harmless; else empty.</summary>
    public string Unless { get; set; } = "";

    /// <summary>When somebody here changed it; such a line is left alone when a new seed comes with the product.</summary>
    public DateTimeOffset? EditedAt { get; set; }
}
