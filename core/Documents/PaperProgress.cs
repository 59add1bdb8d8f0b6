namespace Puskesos.Core.Documents;

/// <summary>How many of the papers that a case waits for have come; each kind of paper counts once, whichever needs ask for it.</summary>
public sealed record PaperProgress(int Came, int Wanted)
{
    private const int Whole = 100;

    /// <summary>Complete in per cent, rounded down: 100 only when nothing is missing.</summary>
    public int Percent => Wanted == 0 ? Whole : Came * Whole / Wanted;

    /// <summary>The progress of one case; null when it waits for no paper at all.</summary>
    public static PaperProgress? Of(IEnumerable<AwaitedDocument> awaited)
    {
        var kinds = awaited.GroupBy(row => row.Kind).Select(rows => rows.All(row => row.DocumentId is not null)).ToList();
        return kinds.Count == 0 ? null : new PaperProgress(kinds.Count(came => came), kinds.Count);
    }
}
