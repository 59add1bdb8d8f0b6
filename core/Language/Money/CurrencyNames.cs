using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Money;

/// <summary>The names and signs of currencies, before or after the amount.</summary>
internal static class CurrencyNames
{
    public static (string Unit, string? Iso)? At(WrittenText text, int at)
    {
        if ((uint)at >= (uint)text.Count)
            return null;
        if (!text.IsWord(at))
            return text.Word(at) switch { "$" => ("Dollar", null), "€" => ("Euro", "EUR"), "£" => ("Pound sterling", "GBP"), "¥" => ("Japanese yen", "JPY"), _ => null };
        return text.Word(at) switch
        {
            "rp" or "rupiah" or "idr" or "rupiyah" or "rups" or "perak" or "rp²" or "rupiahe" or "rupia" => ("Rupiah", "IDR"),
            "usd" or "us" when text.Word(at) is "usd" || text.IsSymbol(at + 1, '$') => ("United States dollar", "USD"),
            "dolar" or "dollar" or "dolars" => ("Dollar", null),
            "euro" or "euros" or "eur" => ("Euro", "EUR"),
            "yen" or "jpy" => ("Japanese yen", "JPY"),
            "ringgit" or "myr" or "rm" => ("Malaysian ringgit", "MYR"),
            "riyal" or "real" or "sar" => ("Saudi riyal", "SAR"),
            "yuan" => ("Chinese yuan", "CNY"),
            "won" => ("South Korean won", "KRW"),
            _ => null,
        };
    }
}
