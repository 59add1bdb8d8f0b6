namespace Puskesos.Core.Places;

/// <summary>The forms in which people write an official name: joined, with a translated direction, or without it.</summary>
internal static class PlaceNameForms
{
    /// <summary>A stem shorter than this says too little ("kali", "batu").</summary>
    private const int ShortestStem = 5;

    /// <summary>"kota barat" for Kota Kulon: with its direction even a short stem is a name.</summary>
    private const int ShortestTranslated = 3;

    private static readonly char[] Digits = [.. "0123456789"];

    public static IEnumerable<(string Key, NameSource Source)> Of(string name)
    {
        var key = PlaceTokens.KeyOf(name);
        yield return (key, NameSource.Official);
        if (char.IsAsciiDigit(key[^1]))
        {
            // "burnaiii" for Burnai II: whoever joins the words joins the number as it is written.
            yield return (string.Concat(PlaceTokens.Read(name).Select(token => token.Text)), NameSource.Official);
            yield return (key.TrimEnd(Digits), NameSource.Stem);
        }

        foreach (var other in OtherFirstWords(key))
        {
            yield return (other, NameSource.Translated);
        }

        foreach (var group in PlaceVocabulary.Directions)
        {
            if (group.FirstOrDefault(word => EndsIn(key, word, ShortestTranslated)) is not { } told)
            {
                continue;
            }

            var stem = key[..^told.Length];
            foreach (var word in group.Where(word => word != told))
            {
                yield return (stem + word, NameSource.Translated);
            }

            if (stem.Length >= ShortestStem)
            {
                yield return (stem, NameSource.Stem);
            }

            yield break;
        }

        if (FirstWordOf(name) is { } firstWord && firstWord != key)
        {
            yield return (firstWord, NameSource.Stem);
        }
        else if (PlaceVocabulary.Distinctions.FirstOrDefault(word => EndsIn(key, word, ShortestStem)) is { } distinction)
        {
            yield return (key[..^distinction.Length], NameSource.Stem);
        }
    }

    /// <summary>"Tembok" of Tembok Luwung: people who live in one of several villages of a stem say the stem.</summary>
    private static string? FirstWordOf(string name)
    {
        var blank = name.IndexOf(' ');
        return blank > ShortestStem && PlaceTokens.KeyOf(name[..blank]) is var stem && !PlaceVocabulary.IsKindOfPlace(stem) ? stem : null;
    }

    private static IEnumerable<string> OtherFirstWords(string key) =>
        from words in PlaceVocabulary.FirstWords
        let told = words.FirstOrDefault(word => key.Length >= word.Length + ShortestTranslated && key.StartsWith(word, StringComparison.Ordinal))
        where told is not null
        from word in words
        where word != told
        select word + key[told.Length..];

    private static bool EndsIn(string key, string word, int shortestStem) =>
        key.Length >= word.Length + shortestStem && key.EndsWith(word, StringComparison.Ordinal);
}
