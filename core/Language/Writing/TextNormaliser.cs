using System.Buffers;

namespace Puskesos.Core.Language.Writing;

/// <summary>Makes any message readable for the recognisers; never throws, whatever the phone has sent.</summary>
public static class TextNormaliser
{
    /// <summary>"tolooong" is "tolong": from this many equal letters on they are one.</summary>
    private const int SqueezeFrom = 3;

    /// <summary>Words after which a glued 2 is a number and not a doubling: "bln2", "tahap2".</summary>
    private static readonly SearchValues<string> NumberedWords = SearchValues.Create(
        ["bln", "bulan", "thn", "tahun", "tgl", "tanggal", "jam", "tahap", "termin", "kls", "kelas", "gang", "blok", "usia", "umur", "desil", "semester", "triwulan", "pukul", "nomor", "nmr"],
        StringComparison.Ordinal);

    /// <summary>Reads a message into plain characters and tokens.</summary>
    public static WrittenText Read(string? text)
    {
        text ??= "";
        var characters = new char[text.Length];
        var origins = new int[text.Length];
        var length = Fold(text, characters, origins);
        length = Squeeze(characters, origins, length);
        var tokens = new Token[Math.Max(4, length / 4)];
        var count = Cut(characters.AsSpan(0, length), ref tokens);
        return new WrittenText(text, characters, origins, length, tokens, count);
    }

    private static int Fold(string text, char[] characters, int[] origins)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = i;
            char plain;
            if (!char.IsSurrogate(text[i]))
                plain = LetterFolding.Fold(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                plain = LetterFolding.FoldPair(char.ConvertToUtf32(text[i], text[++i]));
            else
                plain = LetterFolding.Dropped;
            if (plain == LetterFolding.Dropped)
                continue;
            characters[length] = plain;
            origins[length++] = start;
        }
        return length;
    }

    private static int Squeeze(char[] characters, int[] origins, int length)
    {
        var kept = 0;
        for (var i = 0; i < length;)
        {
            var run = 1;
            while (i + run < length && characters[i + run] == characters[i])
                run++;
            var take = run >= SqueezeFrom && char.IsLetter(characters[i]) && !IsRomanRun(characters, i, run, length) ? 1 : run;
            for (var k = 0; k < take; k++, kept++)
            {
                characters[kept] = characters[i + k];
                origins[kept] = origins[i + k];
            }
            i += run;
        }
        return kept;
    }

    /// <summary>"RW III", "XIII" keep their letters.</summary>
    private static bool IsRomanRun(char[] characters, int at, int run, int length) =>
        run == 3 && characters[at] is 'i' or 'x'
        && (at == 0 || !char.IsLetter(characters[at - 1]) || characters[at - 1] is 'x' or 'v')
        && (at + run >= length || !char.IsLetter(characters[at + run]) || characters[at + run] is 'i' or 'v');

    private static int Cut(ReadOnlySpan<char> text, ref Token[] tokens)
    {
        var count = 0;
        var blank = true;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == ' ')
            {
                blank = true;
                i++;
                continue;
            }
            var start = i;
            var kind = KindOf(text[i]);
            i++;
            if (kind != TokenKind.Symbol)
                while (i < text.Length && Continues(text, i, kind))
                    i++;
            var length = i - start;
            if (kind == TokenKind.Word && IsDoubling(text, start, i))
                i++;
            if (count == tokens.Length)
                Array.Resize(ref tokens, count * 2);
            tokens[count++] = new Token(start, length, i - 1, kind, blank);
            blank = false;
        }
        return count;
    }

    private static TokenKind KindOf(char c) =>
        c is >= '0' and <= '9' ? TokenKind.Digits : char.IsLetter(c) ? TokenKind.Word : TokenKind.Symbol;

    private static bool Continues(ReadOnlySpan<char> text, int at, TokenKind kind) => kind == TokenKind.Digits
        ? text[at] is >= '0' and <= '9'
        : char.IsLetter(text[at]) || (text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static bool IsDoubling(ReadOnlySpan<char> text, int start, int end) =>
        end - start >= 3 && end < text.Length && text[end] == '2'
        && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]) || IsClitic(text[(end + 1)..]))
        && !NumberedWords.Contains(text[start..end].ToString());

    private static bool IsClitic(ReadOnlySpan<char> rest) =>
        rest.StartsWith("nya", StringComparison.Ordinal) || rest.StartsWith("an ", StringComparison.Ordinal);
}
