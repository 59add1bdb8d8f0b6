using System.Globalization;

namespace Puskesos.Core.Cases;

/// <summary>The number of a case: <c>AREA-YYMM-NNNN-C</c> (CONTRACT §4). C is the Damm check digit over month and number.</summary>
public static class Ticket
{
    private const int AreaLength = 3;
    private const int MonthLength = 4;
    private const int LeastNumberLength = 4;
    private const int MostNumberLength = 7;
    private const int CodeLength = 4;

    /// <summary>Case texts are kept for two years (DOMAIN §4.6).</summary>
    private const int MonthsBack = 24;

    /// <summary>Damm's quasigroup of order ten: finds every single wrong digit and every swap of neighbours.</summary>
    private static readonly byte[][] Damm =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2], [7, 0, 9, 2, 1, 5, 4, 8, 6, 3], [4, 2, 0, 6, 8, 7, 1, 3, 5, 9], [1, 7, 5, 0, 9, 8, 3, 4, 2, 6], [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1], [5, 8, 6, 9, 7, 2, 0, 1, 3, 4], [8, 9, 4, 5, 3, 6, 2, 0, 1, 7], [9, 4, 3, 8, 6, 1, 7, 2, 0, 5], [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    /// <summary>The ticket for a regency's letters, a month there and a running number.</summary>
    public static string Make(string area, DateOnly month, int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"{month.Year % 100:00}{month.Month:00}{number:0000}");
        return $"{area}-{digits[..MonthLength]}-{digits[MonthLength..]}-{CheckDigit(digits)}";
    }

    /// <summary>The Damm digit of a row of decimal digits.</summary>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var interim = 0;
        foreach (var digit in digits) interim = Damm[interim][digit - '0'];
        return interim;
    }

    /// <summary>The ticket as it is stored, from any way of writing it (blanks, small letters, missing hyphens); null when it is none or its check digit is wrong.</summary>
    public static string? Parse(string? text)
    {
        if (text is null) return null;
        var packed = Packed(text);
        return packed.Length is >= AreaLength + MonthLength + LeastNumberLength + 1 and <= AreaLength + MonthLength + MostNumberLength + 1
            && packed.AsSpan(0, AreaLength).IndexOfAnyExceptInRange('A', 'Z') < 0 && packed.AsSpan(AreaLength).IndexOfAnyExceptInRange('0', '9') < 0
            && CheckDigit(packed.AsSpan(AreaLength, packed.Length - AreaLength - 1)) == packed[^1] - '0'
            ? $"{packed[..AreaLength]}-{packed[AreaLength..(AreaLength + MonthLength)]}-{packed[(AreaLength + MonthLength)..^1]}-{packed[^1]}"
            : null;
    }

    /// <summary>A ticket that is the whole message, apart from a word like "cek" or "tiket" before it.</summary>
    public static string? Find(string? text) => Parse(WithoutOpening(text));

    /// <summary>"cek TGL-2611-0042-7 0101": a ticket and a four-digit code in one message.</summary>
    public static (string Ticket, string Code)? FindWithCode(string? text)
    {
        if (WithoutOpening(text) is not { } words) return null;
        var space = words.LastIndexOf(' ');
        if (space < 0 || words.Length - space - 1 != CodeLength || words.AsSpan(space + 1).IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        return Parse(words[..space]) is { } ticket ? (ticket, words[(space + 1)..]) : null;
    }

    /// <summary>True for a number, a hyphen and a check digit: <c>0050-2</c>.</summary>
    public static bool IsEnd(string end)
    {
        ArgumentNullException.ThrowIfNull(end);
        return end.Length is >= LeastNumberLength + 2 and <= MostNumberLength + 2 && end[^2] == '-' && end.Remove(end.Length - 2, 1).AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>The tickets of the last two years that end as an officer writes it, <c>0050-2</c>; mostly one in ten months has that check digit. Empty for other words.</summary>
    public static IReadOnlyList<string> Ending(string area, string end, DateOnly today)
    {
        if (!IsEnd(end)) return [];
        return [.. Enumerable.Range(0, MonthsBack).Select(back => Parse(string.Create(CultureInfo.InvariantCulture, $"{area}-{today.AddMonths(-back):yyMM}-{end}"))).OfType<string>()];
    }

    /// <summary>What officers write for short: <c>0050-2</c>.</summary>
    public static string ShortOf(string ticket) => ticket[(AreaLength + MonthLength + 2)..];

    private static string? WithoutOpening(string? text)
    {
        if (text is null) return null;
        var words = text.Trim().TrimEnd('.', '!', '?');
        foreach (var opening in new[] { "cek tiket", "cek", "status", "tiket", "nomor", "no" })
            if (words.Length > opening.Length && words.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(words[opening.Length]))
                return words[opening.Length..].TrimStart(' ', ':', '.', ',');
        return words;
    }

    private static string Packed(string text)
    {
        var packed = text.Where(c => c is not (' ' or '-' or '_' or '.' or '/' or '*' or '‑' or '–' or '\u00a0')).Select(char.ToUpperInvariant);
        return new string([.. packed.Take(AreaLength + MonthLength + MostNumberLength + 2)]);
    }
}
