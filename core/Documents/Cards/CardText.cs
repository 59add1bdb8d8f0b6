using System.Globalization;
using System.Text.RegularExpressions;
using Puskesos.Core.Language.Identity;

namespace Puskesos.Core.Documents.Cards;

/// <summary>Finds the lines of an identity card in what a text recogniser made of its photo.</summary>
public static partial class CardText
{
    private const int NikDigits = 16;
    private const int ShortestName = 2;

    /// <summary>Longest name that a card prints on its line.</summary>
    private const int LongestName = 60;

    /// <summary>What is printed there, as far as it could be read.</summary>
    public static CardReading Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new CardReading(
            lines.Select(line => NikLine().Match(line)).Where(match => match.Success).Select(match => Nik(match.Groups[1].Value)).FirstOrDefault(nik => nik is not null),
            First(lines, NameLine()),
            First(lines, VillageLine()));
    }

    private static string? First(string[] lines, Regex label) =>
        lines.Select(line => label.Match(line)).Where(match => match.Success).Select(match => Words(match.Groups[1].Value)).FirstOrDefault(words => words is not null);

    /// <summary>Digits, also where a letter of the same shape was read; null when they cannot be a NIK.</summary>
    private static string? Nik(string read)
    {
        var digits = string.Concat(read.Select(letter => letter switch
        {
            'O' or 'o' or 'D' => '0',
            'I' or 'l' or '|' or '!' or ']' => '1',
            'Z' => '2',
            'S' or 's' => '5',
            'b' or 'G' => '6',
            '?' => '7',
            'B' => '8',
            _ => letter,
        }).Where(char.IsAsciiDigit));
        return digits.Length == NikDigits && IdentityNumberReader.Find($"NIK {digits}") is [{ Kind: IdentityNumberKind.Nik, Verdict: IdentityNumberVerdict.Valid }] ? digits : null;
    }

    /// <summary>"TARYONO BIN  SAMAD" → "Taryono Bin Samad"; null when too little of it are letters.</summary>
    private static string? Words(string read)
    {
        var words = string.Join(' ', NoLetters().Replace(read, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length is >= ShortestName and <= LongestName ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(words.ToLowerInvariant()) : null;
    }

    [GeneratedRegex(@"^\W*N[I1l|]K\b\W*(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex NikLine();

    [GeneratedRegex(@"^\W*Nama\b\W*(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex NameLine();

    [GeneratedRegex(@"^\W*Kel\s*[/|lI1]?\s*Desa\b\W*(.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex VillageLine();

    [GeneratedRegex(@"[^\p{L}'. ]+")]
    private static partial Regex NoLetters();
}
