namespace Puskesos.Core.Places;

/// <summary>Which villages a name that was not found may mean, for the officer who teaches it; the resident is never offered these.</summary>
internal sealed class NearestVillages(PlaceIndexData data, ScopeFilter scope)
{
    /// <summary>A word and the word beside it: names of more words are near by their first two as well.</summary>
    private const int LongestPiece = 3;

    /// <summary>More than half of the letters other is no likeness any more.</summary>
    private const double FarthestShare = 0.5;

    /// <summary>The villages whose names are nearest to any piece of the words, the nearest first.</summary>
    public IReadOnlyList<PlaceCandidate> To(string words, int most)
    {
        var pieces = PiecesOf(words).Select(piece => (Length: piece.Length, Distance: new EditDistance(piece))).ToList();
        return pieces.Count == 0 ? [] :
        [
            .. Enumerable.Range(0, data.Tables.Villages.Length)
                .Where(scope.HoldsVillage)
                .Select(village => (Village: village, Share: pieces.Min(piece => ShareOf(piece.Distance, piece.Length, village))))
                .Where(near => near.Share <= FarthestShare)
                .OrderBy(near => near.Share)
                .ThenBy(near => near.Village)
                .Take(most)
                .Select(near => data.Tables.CandidateAt(near.Village)),
        ];
    }

    private double ShareOf(EditDistance distance, int length, int village)
    {
        var key = PlaceTokens.KeyOf(data.Tables.Villages[village].Name);
        return (double)distance.To(key) / Math.Max(length, key.Length);
    }

    private static IEnumerable<string> PiecesOf(string words)
    {
        var tokens = PlaceTokens.Read(words).Select(token => token.Text).ToList();
        return from start in Enumerable.Range(0, tokens.Count)
               from count in Enumerable.Range(1, LongestPiece)
               where start + count <= tokens.Count
               let piece = string.Concat(tokens.Skip(start).Take(count))
               where piece.Length is > 2 and <= EditDistance.LongestName
               select piece;
    }
}
