using System.Collections.Frozen;

namespace Puskesos.Core.Language.Writing;

/// <summary>
/// Turns the many ways in which phones write a letter or digit into the plain lower-case one. The framework's own
/// normalisation does nothing under invariant globalization, therefore the table is ours; it covers what compatibility
/// folding (NFKC) would give for Latin letters and digits.
/// </summary>
internal static class LetterFolding
{
    public const char Dropped = '\0';

    private static readonly FrozenDictionary<char, char> Single = Build();

    /// <summary>The plain character for one UTF-16 unit, or <see cref="Dropped"/> for marks that carry nothing.</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < ' ' ? ControlToBlank(c) : c == 0x7F ? Dropped : c;
        if (c is >= '\uFF01' and <= '\uFF5E')
            return Fold((char)(c - 0xFEE0));
        if (IsInvisible(c))
            return Dropped;
        if (Single.TryGetValue(c, out var folded))
            return folded;
        if (char.IsWhiteSpace(c))
            return ' ';
        return char.IsDigit(c) ? (char)('0' + (int)char.GetNumericValue(c)) : char.ToLowerInvariant(c);
    }

    /// <summary>The plain character for a letter or digit outside the basic plane (bold, script and boxed letters), or U+FFFC.</summary>
    public static char FoldPair(int codePoint) => codePoint switch
    {
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((codePoint - 0x1D7CE) % 10)),
        >= 0x1D400 and <= 0x1D6A3 => (char)('a' + ((codePoint - 0x1D400) % 26)),
        >= 0x1F130 and <= 0x1F149 => (char)('a' + codePoint - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => (char)('a' + codePoint - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('a' + codePoint - 0x1F170),
        >= 0x1F3FB and <= 0x1F3FF => Dropped,
        >= 0xE0000 and <= 0xE01EF => Dropped,
        _ => '\uFFFC',
    };

    private static char ControlToBlank(char c) => c is '\t' or '\n' or '\r' or '\v' or '\f' ? ' ' : Dropped;

    private static bool IsInvisible(char c) => c
        is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF' or '\u20E3'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')
        or (>= '\uFE00' and <= '\uFE0F') or (>= '\u0300' and <= '\u036F');

    private static FrozenDictionary<char, char> Build()
    {
        var table = new Dictionary<char, char>();
        AddRun(table, "‘’`´ʼ", '\'');
        AddRun(table, "“”„«»", '"');
        AddRun(table, "‐‑‒–—−", '-');
        AddRun(table, "…·•", '.');
        AddRun(table, "⁄∕", '/');
        AddRun(table, "¹²³", ' ');
        AddRun(table, "⓪⓿", '0');
        AddRun(table, "ı", 'i');
        AddRun(table, "àáâãäåāăą", 'a');
        AddRun(table, "ÀÁÂÃÄÅ", 'a');
        AddRun(table, "èéêëēĕėęěÈÉÊËĒĔẽẼ", 'e');
        AddRun(table, "ìíîïīĭÌÍÎÏ", 'i');
        AddRun(table, "òóôõöōŏøÒÓÔÕÖØ", 'o');
        AddRun(table, "ùúûüūŭÙÚÛÜ", 'u');
        AddRun(table, "ñÑ", 'n');
        AddRun(table, "çÇ", 'c');
        AddRun(table, "ýÿÝ", 'y');
        for (var i = 0; i < 9; i++)
        {
            table[(char)(0x2460 + i)] = (char)('1' + i);
            table[(char)(0x2474 + i)] = (char)('1' + i);
            table[(char)(0x2488 + i)] = (char)('1' + i);
            table[(char)(0x2776 + i)] = (char)('1' + i);
            table[(char)(0x2780 + i)] = (char)('1' + i);
            table[(char)(0x278A + i)] = (char)('1' + i);
            table[(char)(0x24F5 + i)] = (char)('1' + i);
        }
        for (var i = 0; i < 26; i++)
        {
            table[(char)(0x24B6 + i)] = (char)('a' + i);
            table[(char)(0x24D0 + i)] = (char)('a' + i);
            table[(char)(0x249C + i)] = (char)('a' + i);
        }
        return table.ToFrozenDictionary();
    }

    private static void AddRun(Dictionary<char, char> table, string letters, char plain)
    {
        foreach (var letter in letters)
            table[letter] = plain;
    }
}
