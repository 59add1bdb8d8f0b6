namespace Puskesos.Core.Catalogue.Teaching;

/// <summary>Words that the bot did not understand, masked and counted for whoever teaches it; who wrote them is not kept.</summary>
public sealed class MissedMessage
{
    /// <summary>Longest part of a message that is kept: enough to see what was meant, too short for a whole story.</summary>
    public const int LongestWords = 160;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>What was written, in lower case, with numbers, names and places masked as far as they are known.</summary>
    public required string Words { get; init; }

    /// <summary>The question that was open.</summary>
    public required string Step { get; init; }

    /// <summary>The need that the resident chose from the menu afterwards; null when none is known.</summary>
    public string? ChosenCategory { get; set; }

    public int Times { get; set; }

    public DateTimeOffset FirstAt { get; set; }

    public DateTimeOffset LastAt { get; set; }
}
