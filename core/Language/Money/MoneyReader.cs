using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Money;

/// <summary>Finds amounts: "Rp 600.000", "500rb", "1,5jt", "10-15rb", "2jt s/d 5jt", "sekitar 300 ribu", "seratus lima puluh rb".</summary>
internal static class MoneyReader
{
    public static List<AmountOfMoney> Find(WrittenText text)
    {
        var found = new List<AmountOfMoney>();
        for (var i = 0; i < text.Count; i++)
        {
            if (!MayBegin(text, i) || ReadAt(text, i) is not { } amount)
                continue;
            found.Add(amount);
            i = amount.Last;
        }
        return found;
    }

    private static bool MayBegin(WrittenText text, int at)
    {
        if (text.IsDigits(at))
            return !(text.IsGlued(at) && (text.IsWord(at - 1) || (text.IsDigits(at - 2) && text.Word(at - 1) is "." or "," or "/" or "-")));
        return CurrencyNames.At(text, at) is not null || (text.IsWord(at) && (NumberWords.Small(text.Word(at)) is not null || text.Word(at) is "setengah" || text.Word(at).StartsWith("se") || text.Word(at).StartsWith("sa") || text.Word(at) is "rong" || text.Word(at).EndsWith("ratus") || text.Word(at).EndsWith("puluh")));
    }

    private static AmountOfMoney? ReadAt(WrittenText text, int at)
    {
        if (ReadOne(text, at, false) is not { } first)
            return ReadSharedUnit(text, at);
        var next = RangeWord(text, first.Last + 1, first.First);
        if (next > 0 && ReadOne(text, next, true) is { } second && second.Value >= first.Value)
        {
            var unit = first.Unit ?? second.Unit;
            return Bounded(text, first.Value, second.Value, unit, first.IsApproximate | second.IsApproximate, first.First, second.Last);
        }
        return first.IsMoney ? Bounded(text, first.Value, first.Value, first.Unit, first.IsApproximate, first.First, first.Last) : ReadSharedUnit(text, at);
    }

    /// <summary>"10-15rb", "150-200 rb", "1000-10000 Rupiah", "antara 10 sampai 20 dolar": the unit stands once, at the end.</summary>
    private static AmountOfMoney? ReadSharedUnit(WrittenText text, int at)
    {
        if (!text.IsDigits(at) && !text.IsWord(at))
            return null;
        if (NumberScanner.Read(text, at) is not { HasScale: false } low || RangeWord(text, low.Last + 1, at) is not (> 0 and var next) || ReadOne(text, next, false) is not { IsMoney: true } high)
            return null;
        var scaled = high.Scale > 1 && low.Value * high.Scale <= high.Value ? low.Value * high.Scale : low.Value;
        return scaled < high.Value ? Bounded(text, scaled, high.Value, high.Unit, high.IsApproximate, low.First, high.Last) : null;
    }

    /// <summary>First token after "-", "sampai", "s/d", "hingga", "sd"; 0 when there is none.</summary>
    private static int RangeWord(WrittenText text, int at, int first)
    {
        if (text.IsSymbol(at, '-') || text.IsSymbol(at, '~'))
            return at + 1;
        if (text.Is(at, "s") && text.IsSymbol(at + 1, '/') && text.Is(at + 2, "d"))
            return at + 3;
        if (text.IsWord(at) && text.Word(at) is "sampai" or "sampe" or "hingga" or "sd" or "smp" or "ngantos" or "tekan" or "dugi" or "s.d")
            return at + 1;
        return text.IsWord(at) && text.Word(at) is "dan" or "ke" && first > 0 && text.IsWord(first - 1) && text.Word(first - 1) is "antara" or "dari" ? at + 1 : 0;
    }

    private static OneAmount? ReadOne(WrittenText text, int at, bool afterRange)
    {
        var prefix = CurrencyNames.At(text, at);
        var number = at;
        if (prefix is not null)
        {
            number = at + 1;
            while (text.IsSymbol(number, '.') || text.IsSymbol(number, ':') || text.IsSymbol(number, '$') || text.IsSymbol(number, '='))
                number++;
            if (!text.IsDigits(number) && !text.IsWord(number))
                return null;
        }
        if (text.IsSymbol(number, '-') || NumberScanner.Read(text, number) is not { } scanned)
            return null;
        scanned = MoneyTrap.Correct(text, scanned, prefix is not null);
        var last = scanned.Last;
        if (prefix is null && scanned.HasScale && text.IsSymbol(last + 1, '$'))
            return new OneAmount(scanned.Value, scanned.Scale, ("Dollar", null), true, scanned.IsApproximate, at, last + 1);
        if (prefix is not null && text.IsSymbol(last + 1, ',') && text.IsSymbol(last + 2, '-') && text.IsGlued(last + 2))
            last += 2;
        var suffix = prefix is null || CurrencyNames.At(text, last + 1)?.Unit == prefix.Value.Unit ? CurrencyNames.At(text, last + 1) : null;
        if (suffix is not null)
            last++;
        var isMoney = prefix is not null || suffix is not null || (scanned.HasScale && scanned.Scale <= 1_000_000_000_000 && !MoneyTrap.CountsThings(text, at, last));
        return isMoney || afterRange ? new OneAmount(scanned.Value, scanned.Scale, prefix ?? suffix, isMoney, scanned.IsApproximate, at, last) : null;
    }

    private static AmountOfMoney Bounded(WrittenText text, decimal low, decimal high, (string Unit, string? Iso)? unit, bool approximate, int first, int last)
    {
        var (name, iso) = unit ?? ("Rupiah", "IDR");
        var bound = MoneyBound.Before(text, first, low != high);
        return bound.Kind switch
        {
            BoundKind.Under => new AmountOfMoney(null, high, name, iso, approximate, bound.First, last),
            BoundKind.Above => new AmountOfMoney(low, null, name, iso, approximate, bound.First, last),
            _ => new AmountOfMoney(low, high, name, iso, approximate || bound.Kind == BoundKind.About, bound.First, last),
        };
    }

    private readonly record struct OneAmount(decimal Value, decimal Scale, (string Unit, string? Iso)? Unit, bool IsMoney, bool IsApproximate, int First, int Last);
}
