using System.Globalization;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Numbers;

/// <summary>Reads a place in a row: "pertama", "kedua belas", "ke-2", "ke-IV", "kapisan", "kahiji"; "kedua orang tua" means both.</summary>
internal static class OrdinalScanner
{
    /// <summary>The ordinal that begins at a token, or null; <paramref name="last"/> is its last token.</summary>
    public static int? Read(WrittenText text, int at, out int last)
    {
        last = at;
        if (!text.IsWord(at))
            return null;
        var word = text.Word(at);
        if (word is "pertama" or "kapisan" or "kahiji" or "pertamax" or "pertamo")
            return 1;
        if (word is "ke")
            return AfterKe(text, at, out last);
        if (word.Length < 5 || !(word.StartsWith("ke") || word.StartsWith("ka")) || text[at].Doubled)
            return null;
        return InWords(text, at, word[2..], out last);
    }

    private static int? AfterKe(WrittenText text, int at, out int last)
    {
        var hyphen = text.IsSymbol(at + 1, '-');
        last = hyphen ? at + 2 : at + 1;
        var close = hyphen || text.IsGlued(last) || (at > 0 && text.IsWord(at - 1) && text.Word(at - 1) is "yang" or "yg" or "anak" or "tahap" or "hari" or "bulan" or "minggu" or "kali" or "kelas" or "termin" or "gelombang");
        if (!close)
            return null;
        if (text.IsDigits(last) && text.Word(last).Length <= 4)
            return int.Parse(text.Word(last), CultureInfo.InvariantCulture);
        return hyphen && text.IsWord(last) ? RomanNumber.Read(text.Word(last)) : null;
    }

    private static int? InWords(WrittenText text, int at, ReadOnlySpan<char> stem, out int last)
    {
        last = at;
        decimal? value = stem switch { "seratus" => 100, "seribu" => 1000, "sejuta" => 1_000_000, _ => NumberWords.Small(stem) };
        if (value is null or 0 || stem is "satuan")
            return null;
        if (value < 10 && text.IsWord(at + 1))
        {
            var factor = text.Word(at + 1) switch { "belas" => 11, "puluh" => 10, "ratus" => 100, _ => 0 };
            if (factor > 0)
            {
                last = at + 1;
                value = factor == 11 ? value + 10 : value * factor;
                if (factor > 11 || (factor == 10 && text.IsWord(last + 1) && NumberWords.Small(text.Word(last + 1)) is >= 1 and <= 9))
                    value += WordNumber.Read(text, last + 1, out var end, out _, out _) is { } rest && rest < factor && (last = end) >= 0 ? rest : 0;
                return (int)value;
            }
            if (value == 2 && MeansBoth(text.Word(at + 1)))
                return null;
        }
        return (int)value;
    }

    private static bool MeansBoth(ReadOnlySpan<char> word) =>
        word is "orang" or "orangtua" or "anak" or "belah" or "pihak" or "mata" or "kaki" or "tangan" or "orang2" or "kaki2" or "telinga" or "adik" or "kakak" or "cucu" or "kartu" or "bantuan" or "ortu";
}
