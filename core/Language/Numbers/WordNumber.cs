using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Numbers;

/// <summary>Reads a number said in words up to triliun: "dua ratus ribu", "tigapuluh", "rong atus ewu", "satu koma lima".</summary>
internal static class WordNumber
{
    private const int MostWords = 40;

    /// <summary>The number that begins at a token, or null; <paramref name="last"/> is its last token.</summary>
    public static decimal? Read(WrittenText text, int at, out int last, out bool isDecimal, out decimal scale)
    {
        last = at - 1;
        isDecimal = false;
        scale = 1;
        decimal total = 0, group = 0, pending = -1;
        var any = false;
        for (var i = at; i < text.Count && i - at < MostWords; i++)
        {
            if (!text.IsWord(i) || (any && text[i].Doubled) || !Step(text.Word(i), ref total, ref group, ref pending, ref scale))
                break;
            any = true;
            last = i;
        }
        if (!any)
            return null;
        var value = total + group + Math.Max(0, pending);
        if (text.Is(last + 1, "koma") && Decimals(text, last + 2, out var end) is { } fraction)
        {
            value += fraction;
            last = end;
            isDecimal = true;
            if (text.IsWord(last + 1) && ScaleWords.Read(text.Word(last + 1), out _) is > 1 and var after)
            {
                value *= after;
                scale = after;
                last++;
            }
        }
        return value;
    }

    /// <summary>Adds one word; <paramref name="pending"/> is a digit that waits for "puluh", "ratus" or the end.</summary>
    private static bool Step(ReadOnlySpan<char> word, ref decimal total, ref decimal group, ref decimal pending, ref decimal scale)
    {
        if (ScaleWords.Read(word, out var approximate) is > 1 and var times && !approximate)
            return Scale(times, ref total, ref group, ref pending, ref scale);
        if (Multiplier(word) is > 0 and var factor)
        {
            if (pending is < 1 or > 9)
                return false;
            group += factor == 11 ? pending + 10 : pending * factor;
            pending = factor == 11 ? 0 : -1;
            return true;
        }
        if (Whole(word) is { } whole)
        {
            if (pending >= 0 || (group > 0 && group % (whole >= 100 ? 1000 : 100) != 0))
                return false;
            if (whole >= 1000)
                return group == 0 && Begin(whole, ref total, ref scale);
            group += whole;
            return true;
        }
        if (NumberWords.Small(word) is not { } small || word is "kosong" || pending >= 0)
            return false;
        if (small >= 10 ? group % 100 != 0 : group % 10 != 0)
            return false;
        pending = small;
        return true;
    }

    private static bool Begin(decimal whole, ref decimal total, ref decimal scale)
    {
        if (total != 0 && total % (whole * 1000) != 0)
            return false;
        total += whole;
        scale = whole;
        return true;
    }

    private static bool Scale(decimal times, ref decimal total, ref decimal group, ref decimal pending, ref decimal scale)
    {
        var count = group + Math.Max(0, pending);
        if (count == 0 || (scale > 1 && times >= scale))
            return false;
        total += count * times;
        (group, pending, scale) = (0, -1, times);
        return true;
    }

    private static int Multiplier(ReadOnlySpan<char> word) => word switch
    {
        "puluh" or "dasa" or "pulu" or "puloh" => 10,
        "belas" or "welas" or "las" or "blas" => 11,
        "ratus" or "atus" => 100,
        _ => 0,
    };

    /// <summary>"seratus", "sejuta", and joined words: "tigapuluh", "limaratus".</summary>
    private static decimal? Whole(ReadOnlySpan<char> word)
    {
        switch (word)
        {
            case "seratus" or "satus" or "saratus" or "setunggalatus":
                return 100;
            case "seribu" or "sewu" or "sarebu" or "serebu" or "saribu":
                return 1_000;
            case "sejuta" or "sayuta" or "sajuta" or "seyuta":
                return 1_000_000;
            case "semiliar" or "semilyar" or "samiliar":
                return 1_000_000_000;
        }
        foreach (var (ending, factor) in Joined)
            if (word.Length > ending.Length && word.EndsWith(ending) && NumberWords.Small(word[..^ending.Length]) is >= 1 and <= 9 and var digit)
                return digit * factor;
        return null;
    }

    private static readonly (string Ending, int Factor)[] Joined = [("puluh", 10), ("ratus", 100), ("atus", 100)];

    private static decimal? Decimals(WrittenText text, int at, out int last)
    {
        decimal value = 0, place = 0.1m;
        last = at - 1;
        for (var i = at; i < text.Count && i - at < 12 && text.IsWord(i) && NumberWords.Small(text.Word(i)) is >= 0 and <= 9 and var digit; i++)
        {
            value += digit * place;
            place /= 10;
            last = i;
        }
        return last >= at ? value : null;
    }
}
