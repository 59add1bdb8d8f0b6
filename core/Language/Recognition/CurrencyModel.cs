using System.Globalization;
using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Money;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Recognition;

/// <summary>Amounts of money; resolution: value (or start, end of a range), unit, isoCurrency, mod "approx".</summary>
public sealed class CurrencyModel() : IndonesianModel("currency")
{
    /// <inheritdoc/>
    public override List<ModelResult> Parse(WrittenText text)
    {
        var found = MoneyReader.Find(text);
        var results = new List<ModelResult>(found.Count);
        foreach (var amount in found)
        {
            var result = Result(text, amount.First, amount.Last, "currency", (ResolutionKey.Unit, amount.Unit));
            if (amount.IsoCurrency is { } iso)
                result.Resolution["isoCurrency"] = iso;
            if (amount.IsApproximate)
                result.Resolution["mod"] = "approx";
            if (!amount.IsRange)
                result.Resolution[ResolutionKey.Value] = Text(amount.Start!.Value);
            if (amount is { IsRange: true, Start: { } start })
                result.Resolution["start"] = Text(start);
            if (amount is { IsRange: true, End: { } end })
                result.Resolution["end"] = Text(end);
            results.Add(result);
        }
        return results;
    }

    private static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
