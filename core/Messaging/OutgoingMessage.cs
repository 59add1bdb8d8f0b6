namespace Puskesos.Core.Messaging;

/// <summary>One logical reply or notice, ready to be sent; the channel splits it if it is too long.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The words, Indonesian or the person's language; <c>*bold*</c> stands only around our own numbers and names.</summary>
    public required string Text { get; init; }

    /// <summary>Answers offered, in the order of their numbers; the text lists them too, so that typing a number always works.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Words that an officer may answer with, each whole ("AMBIL 0050-2"): buttons that stay under this message where the channel has such, else a line of its own.</summary>
    public IReadOnlyList<string> Orders { get; init; } = [];

    /// <summary>Label of the button that shares the location, where the channel has one.</summary>
    public string? LocationLabel { get; init; }

    /// <summary>Label of the button that shares the person's own number, where the channel has one.</summary>
    public string? ContactLabel { get; init; }

    /// <summary>True when nothing waits for an answer any more: a keyboard still shown is taken away.</summary>
    public bool RemovesKeyboard { get; init; }

    /// <summary>The text key of a message that may leave the 24-hour window, for its approved template; else null.</summary>
    public string? TemplateKey { get; init; }

    /// <summary>What fills the template's numbered gaps, in order.</summary>
    public IReadOnlyList<string> TemplateValues { get; init; } = [];

    /// <summary>The ranges of <see cref="Text"/> that came from a person (start, length): no formatting is read there.</summary>
    public IReadOnlyList<PersonText> PersonTexts { get; init; } = [];
}

/// <summary>One answer on offer.</summary>
/// <param name="Id">Our value, <c>Step:number</c>, at most 64 bytes (Telegram's callback_data).</param>
/// <param name="Label">What the person reads, at most 24 characters (WhatsApp's list titles).</param>
/// <param name="Note">A second line where the channel has room for it, else null.</param>
public sealed record Choice(string Id, string Label, string? Note = null);

/// <summary>A stretch of a text that a person wrote.</summary>
public readonly record struct PersonText(int Start, int Length);
