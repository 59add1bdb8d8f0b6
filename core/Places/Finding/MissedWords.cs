namespace Puskesos.Core.Places;

/// <summary>What is kept of a text in which no place was found: the few words that may be its name, never the message.</summary>
internal static class MissedWords
{
    /// <summary>An answer with more unknown words than village, sub-district and regency have is a story and is not kept.</summary>
    private const int MostWords = 4;

    /// <summary>"desa saya yang dekat pasar" tells the officers something too.</summary>
    private const int MostOrdinaryWords = 6;

    private const int LongestMiss = 60;

    public static string? Of(PlaceMentions mentions)
    {
        var words = mentions.ContentWords.Select(at => mentions.Tokens[at].Text).Where(word => word.Length > 2).ToList();
        if (words.Count == 0 && mentions.Tokens.Count is > 1 and <= MostOrdinaryWords && !mentions.Tokens.Exists(token => token.IsDigits))
        {
            return string.Join(' ', mentions.Tokens.Select(token => token.Text));
        }

        var joined = string.Join(' ', words);
        return words.Count is > 0 and <= MostWords && joined.Length <= LongestMiss ? joined : null;
    }
}
