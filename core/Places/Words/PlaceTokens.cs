using System.Globalization;
using System.Text;

namespace Puskesos.Core.Places;

/// <summary>Cuts a message into words: diacritics off, apostrophes out, letters and digits apart, "2" as "ii" where names count.</summary>
internal static class PlaceTokens
{
    /// <summary>Longest text that is looked through; a place stands in the beginning of what people write, and a turn must stay short.</summary>
    private const int LongestText = 1_000;

    /// <summary>Longest single word that can be a name; the longest official village name has 60 letters, joined words included.</summary>
    private const int LongestWord = 64;

    private static readonly string[] Roman =
        ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

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

    /// <summary>The form in which names are compared: letters only, joined, counting digits as roman numerals.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var token in Read(name))
        {
            key.Append(CountedAs(token.Text));
        }

        return key.ToString();
    }

    /// <summary>"2" as the list writes it, "ii"; any other word as it is.</summary>
    public static string CountedAs(string word) =>
        char.IsAsciiDigit(word[0]) && word.Length <= 2 && int.Parse(word, CultureInfo.InvariantCulture) is > 0 and var number
        && number < Roman.Length
            ? Roman[number]
            : word;

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
