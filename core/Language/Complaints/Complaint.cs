namespace Puskesos.Core.Language.Complaints;

/// <summary>One category that a message may be about, with the words that speak for it.</summary>
/// <param name="Code">Category code of the taxonomy, KIS_MATI and the like.</param>
/// <param name="Weight">Sum of the weights of the rules that fit; only for ordering and margins.</param>
/// <param name="Score">The weight as a number between 0 and 1.</param>
/// <param name="Words">The words of the message that scored, as written.</param>
public sealed record CategoryCandidate(string Code, double Weight, double Score, IReadOnlyList<string> Words);

/// <summary>What a message seems to complain about; every guess is confirmed by the resident.</summary>
/// <param name="Candidates">Best first; empty when the message is out of scope.</param>
/// <param name="Programmes">Programmes named in the message, in the order of writing: PKH, BPNT, PBI …</param>
/// <param name="Issue">What is wrong (stopped, never_received, card_lost …); always confirmed, never decided alone.</param>
/// <param name="IsClear">The best candidate is far enough ahead to be offered alone ("Maksudnya …?"); else the best three are choices.</param>
public sealed record ComplaintReading(IReadOnlyList<CategoryCandidate> Candidates, IReadOnlyList<string> Programmes, string? Issue, bool IsClear)
{
    /// <summary>What else it may be, likeliest first: too far behind to be offered beside the candidates.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Nothing of social welfare was recognised.</summary>
    public static ComplaintReading OutOfScope { get; } = new([], [], null, false);

    /// <summary>The best candidate, or null when out of scope.</summary>
    public CategoryCandidate? Best => Candidates.Count > 0 ? Candidates[0] : null;
}
