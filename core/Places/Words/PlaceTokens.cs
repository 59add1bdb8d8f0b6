using System.Globalization;

namespace Puskesos.Core.Places;

/// <summary>Cuts a message into words: diacritics off, apostrophes out, letters and digits apart.</summary>
internal static class PlaceTokens
{
    /// <summary>Longest text that is looked through; a place stands in the beginning of what people write, and a turn must stay short.</summary>
    private const int LongestText = 1_000;

    /// <summary>Longest single word that can be a name; the longest official village name has 60 letters, joined words included.</summary>
    private const int LongestWord = 64;

    private static readonly Dictionary<string, string> Numbers = NumbersByWord();

    public static List<PlaceToken> Read(string text)
    {
        var tokens = new List<PlaceToken>();
        Span<char> word = stackalloc char[LongestWord];
        var length = Math.Min(text.Length, LongestText);
        var at = 0;
        var breakBefore = false;
        while (at < length)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                breakBefore |= IsBreak(text[at]);
                at++;
                continue;
            }

            var start = at;
            var count = 0;
            var digits = char.IsDigit(text[at]);
            while (at < length && BelongsToWord(text, at, digits))
            {
                if (Plain(text[at]) is var plain and not '\0' && count < word.Length)
                {
                    word[count++] = plain;
                }

                at++;
            }

            if (count > 0)
            {
                var token = new string(word[..count]);
                tokens.Add(new PlaceToken(token, start, at, breakBefore, PlaceVocabulary.RoleOf(token)));
                breakBefore = false;
            }
        }

        return tokens;
    }

    /// <summary>The form in which names are compared: letters only, joined, a number at the end as digits.</summary>
    public static string KeyOf(string name)
    {
        var tokens = Read(name);
        return string.Concat(tokens.Select((token, at) => at > 0 ? CountedAs(token.Text) : token.Text));
    }

    /// <summary>"Mesuji II", "Mesuji 2" and "Mesuji Dua" are one name: the number as digits, any other word as it is.</summary>
    public static string CountedAs(string word) => Numbers.GetValueOrDefault(word, word);

    private static Dictionary<string, string> NumbersByWord()
    {
        string[] roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];
        string[] spoken = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];
        return roman.Select((word, at) => (word, Number: at + 1))
            .Concat(spoken.Select((word, at) => (word, at + 1)))
            .Concat(Enumerable.Range(1, 9).Select(number => ($"0{number}", number)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    /// <summary>Lower-case plain letter or digit; '\0' for signs inside a word that are not written in keys.</summary>
    private static char Plain(char c)
    {
        if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
        {
            return c;
        }

        if (char.IsAsciiLetterUpper(c))
        {
            return (char)(c | 0x20);
        }

        return char.ToLowerInvariant(c) switch
        {
            'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' => 'a',
            'è' or 'é' or 'ê' or 'ë' => 'e',
            'ì' or 'í' or 'î' or 'ï' => 'i',
            'ò' or 'ó' or 'ô' or 'õ' or 'ö' => 'o',
            'ù' or 'ú' or 'û' or 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            _ => '\0',
        };
    }

    private static bool BelongsToWord(string text, int at, bool digits)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c))
        {
            return char.IsDigit(c) == digits;
        }

        return IsApostrophe(c) && !digits && at + 1 < text.Length && char.IsLetter(text[at + 1]);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    private static bool IsBreak(char c) => c is ',' or ';' or ':' or '\n' or '\r' or '!' or '?' or '|';
}
