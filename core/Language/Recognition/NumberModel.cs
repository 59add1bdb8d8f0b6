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
            return !(text.IsGlued(at) && ((text.IsWord(at - 1) && !IsPrefix(text.Word(at - 1))) || (text.IsDigits(at - 2) && text.IsGlued(at - 1) && text.Word(at - 1)[0] is '.' or '/' or ':')));
        return true;
    }

    private static bool IsPrefix(ReadOnlySpan<char> word) => word is "rp" or "idr" or "usd" or "no" or "kls" or "kelas" or "tahap" or "desil" or "usia" or "umur" or "bln" or "bulan" or "thn" or "tgl" or "jam" or "ke";
}
