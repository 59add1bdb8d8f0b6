using System.Globalization;
using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>Numbers by digits and words; resolution: subtype integer or decimal, value.</summary>
public sealed class NumberModel() : IndonesianModel("number")
{
    /// <inheritdoc/>
    public override List<ModelResult> Parse(WrittenText text)
    {
        var results = new List<ModelResult>();
        for (var i = 0; i < text.Count; i++)
        {
            if (IsEmpty(text, i))
            {
                results.Add(Number(text, i, i, 0, false));
                continue;
            }
            if (OrdinalScanner.Read(text, i, out var ordinal) is not null)
            {
                i = ordinal;
                continue;
            }
            if (!MayBegin(text, i) || NumberScanner.Read(text, i) is not { } number)
                continue;
            results.Add(Number(text, number.First, number.Last, number.Value, number.Value != decimal.Truncate(number.Value)));
            i = number.Last;
        }
        return results;
    }

    private static ModelResult Number(WrittenText text, int first, int last, decimal value, bool isDecimal) =>
        Result(text, first, last, "number", (ResolutionKey.SubType, isDecimal ? "decimal" : "integer"), (ResolutionKey.Value, value.ToString("0.############", CultureInfo.InvariantCulture)));

    /// <summary>"kosong" is nought as an answer or beside "saldo", not in "rumah kosong".</summary>
    private static bool IsEmpty(WrittenText text, int at) =>
        text.Is(at, "kosong") && (text.Count == 1 || (at > 0 && text.IsWord(at - 1) && text.Word(at - 1) is "saldo" or "saldonya" or "saldone" or "isinya" or "saldonipun"));

    private static bool MayBegin(WrittenText text, int at)
    {
        if (text[at].Kind == TokenKind.Symbol)
            return text.Word(at)[0] is '-' or ',';
        if (text.IsDigits(at))
            return !IsCode(text, at) && !(text.IsGlued(at) && ((text.IsWord(at - 1) && !IsPrefix(text.Word(at - 1))) || (text.IsDigits(at - 2) && text.IsGlued(at - 1) && text.Word(at - 1)[0] is '.' or '/' or ':')));
        return true;
    }

    /// <summary>"TGL-2611-0042-7", "covid-19", "0042": parts of a code, not amounts; "10-15" is a range.</summary>
    private static bool IsCode(WrittenText text, int at)
    {
        if (text.Word(at).Length >= 3 && text.Word(at)[0] == '0' && !text.IsSymbol(at + 1, ','))
            return true;
        int first = at, last = at;
        while (IsHyphen(text, first - 1) && text[first - 2].Kind != TokenKind.Symbol)
            first -= 2;
        while (IsHyphen(text, last + 1) && text[last + 2].Kind != TokenKind.Symbol && last - at < 4)
            last += 2;
        return last - first >= 4 || (first < at && text.IsWord(first));
    }

    private static bool IsHyphen(WrittenText text, int at) => at > 0 && at + 1 < text.Count && text.IsSymbol(at, '-') && text.IsGlued(at) && text.IsGlued(at + 1);

    private static bool IsPrefix(ReadOnlySpan<char> word) => word is "rp" or "idr" or "usd" or "no" or "kls" or "kelas" or "tahap" or "desil" or "usia" or "umur" or "bln" or "bulan" or "thn" or "tgl" or "jam" or "ke";
}
