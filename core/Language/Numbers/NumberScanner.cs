using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Numbers;

/// <summary>Reads one number wherever it begins: digits, words, mixtures ("4 jt 300 ribu", "2 ratus ribu"), with sign and scale.</summary>
internal static class NumberScanner
{
    /// <summary>"300k" is three hundred thousand, "4k" a house number.</summary>
    private const int ShortestWithK = 2;

    /// <summary>The number that begins at this token, or null.</summary>
    public static ScannedNumber? Read(WrittenText text, int at)
    {
        if (IsMinus(text, at))
            return ReadUnsigned(text, at + 1) is { } positive ? positive with { Value = -positive.Value, First = at } : null;
        return ReadUnsigned(text, at);
    }

    private static bool IsMinus(WrittenText text, int at) =>
        (text.IsWord(at) && text.Word(at) is "minus" or "negatif" or "min") || (text.IsSymbol(at, '-') && text[at].SpaceBefore && text.IsGlued(at + 1));

    private static ScannedNumber? ReadUnsigned(WrittenText text, int at)
    {
        if (text.IsDigits(at) || text.IsSymbol(at, ','))
            return DigitNumber.Read(text, at, out var last, out var isDecimal) is { } value ? AfterDigits(text, at, last, value, isDecimal) : null;
        if (!text.IsWord(at) || text[at].Doubled)
            return null;
        if (text.Word(at) is "setengah" or "separo" or "separuh" or "satengah")
            return text.IsWord(at + 1) && ScaleWords.Read(text.Word(at + 1), out var vague) is > 1 and var half
                ? new ScannedNumber(half / 2, at, at + 1, false, half, true, vague) : null;
        if (WordNumber.Read(text, at, out var end, out var hasKoma, out var scale) is not { } said)
            return null;
        if (text.Is(end + 1, "setengah") && text.IsWord(end + 2) && ScaleWords.Read(text.Word(end + 2), out var loose) is > 1 and var times && said < 1000)
            return new ScannedNumber((said + 0.5m) * times, at, end + 2, true, times, true, loose);
        if (text.IsWord(end + 1) && ScaleWords.Read(text.Word(end + 1), out var approximate) is > 1 and var after && approximate && scale < after)
            return new ScannedNumber(said * after, at, end + 1, hasKoma, after, true, true);
        return new ScannedNumber(said, at, end, hasKoma, scale, true, false);
    }

    /// <summary>"150.000 ribu" is written for 150.000: the noughts stand there already.</summary>
    private static ScannedNumber AfterDigits(WrittenText text, int first, int last, decimal value, bool isDecimal)
    {
        if (value < 10 && !isDecimal && text.IsWord(last + 1) && text.Word(last + 1) is "ratus" or "atus" or "puluh")
        {
            value *= text.Word(last + 1) is "puluh" ? 10 : 100;
            last++;
        }
        if (ScaleAfter(text, first, last, isDecimal, out var approximate) is not (> 1 and var scale))
            return new ScannedNumber(value, first, last, isDecimal, 1, false, false);
        last++;
        if (last - first > 2 && !isDecimal && value >= scale && value % scale == 0)
            return new ScannedNumber(value, first, last, false, scale, false, approximate);
        var number = new ScannedNumber(value * scale, first, last, isDecimal, scale, false, approximate);
        if (text.Is(last + 1, "setengah") && !isDecimal)
            return number with { Value = number.Value + (scale / 2), Last = last + 1 };
        if (!text.IsDigits(last + 1) || isDecimal || DigitNumber.Read(text, last + 1, out var tail, out _) is not { } rest
            || ScaleAfter(text, last + 1, tail, false, out _) is not (> 1 and var smaller) || smaller >= scale || rest >= 1000)
            return number;
        return number with { Value = number.Value + (rest * smaller), Last = tail + 1 };
    }

    private static decimal ScaleAfter(WrittenText text, int first, int last, bool isDecimal, out bool approximate)
    {
        approximate = false;
        var at = last + 1;
        if (!text.IsWord(at) || text[at].Doubled)
            return 0;
        var word = text.Word(at);
        if (ScaleWords.Read(word, out approximate) is > 1 and var scale)
            return scale;
        if (word.Length > 2)
            return 0;
        var capital = char.IsUpper(text.Original[text.OriginalStart(at)]);
        return word switch
        {
            "k" when text.IsGlued(at) && last == first && text.Word(first).Length >= ShortestWithK => 1_000,
            "m" when capital && isDecimal => 1_000_000_000,
            "t" when capital && isDecimal => 1_000_000_000_000,
            "g" when capital && isDecimal && text.IsGlued(at) => 1_000_000_000,
            _ => 0,
        };
    }
}
