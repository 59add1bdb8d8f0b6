using System.Globalization;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Numbers;

/// <summary>
/// Reads a number written in digits: "3.000.000", "1,5", "Rp 1,882,900". Indonesian points part thousands, the comma is decimal;
/// a point before one or two digits and a scale word ("1.2 juta") is decimal, two commas before three digits each are thousands.
/// </summary>
internal static class DigitNumber
{
    /// <summary>A decimal holds 28 digits; longer rows of digits are codes, not numbers.</summary>
    private const int MostDigits = 18;

    /// <param name="text">The message.</param>
    /// <param name="at">The first run of digits.</param>
    /// <param name="last">Last token of the number.</param>
    /// <param name="isDecimal">True when a fraction was read.</param>
    public static decimal? Read(WrittenText text, int at, out int last, out bool isDecimal)
    {
        last = at;
        isDecimal = false;
        if (text.IsSymbol(at, ',') && text.IsGlued(at + 1) && text.IsDigits(at + 1) && !text.IsDigits(at - 1) && text.Word(at + 1).Length <= MostDigits)
        {
            last = at + 1;
            isDecimal = true;
            return Fraction(text.Word(at + 1));
        }
        if (!text.IsDigits(at) || text.Word(at).Length > MostDigits)
            return null;
        var value = decimal.Parse(text.Word(at), CultureInfo.InvariantCulture);
        var thousands = Thousands(text, at, '.');
        if (thousands == at)
            thousands = Thousands(text, at, ',') is var commas && commas - at >= 4 ? commas : at;
        for (var i = at + 2; i <= thousands; i += 2)
            value = (value * 1000) + decimal.Parse(text.Word(i), CultureInfo.InvariantCulture);
        last = thousands;
        if (FractionAfter(text, last) is { } fraction)
        {
            value += fraction;
            last += 2;
            isDecimal = true;
        }
        return value;
    }

    /// <summary>Last token of the groups of three after <paramref name="sign"/>, or <paramref name="at"/>.</summary>
    private static int Thousands(WrittenText text, int at, char sign)
    {
        if (text.Word(at).Length > 3 || (text.Word(at)[0] == '0' && text.Word(at).Length > 1))
            return at;
        var last = at;
        while (last - at < 12 && text.IsSymbol(last + 1, sign) && text.IsGlued(last + 1) && text.IsGlued(last + 2) && text.IsDigits(last + 2) && text.Word(last + 2).Length == 3)
            last += 2;
        return last;
    }

    private static decimal? FractionAfter(WrittenText text, int last)
    {
        var comma = text.IsSymbol(last + 1, ',');
        var point = text.IsSymbol(last + 1, '.');
        if (!(comma || point) || !text.IsGlued(last + 1) || !text.IsGlued(last + 2) || !text.IsDigits(last + 2))
            return null;
        var digits = text.Word(last + 2);
        var chained = (text.IsSymbol(last + 3, '.') || text.IsSymbol(last + 3, ',')) && text.IsGlued(last + 3) && text.IsGlued(last + 4) && text.IsDigits(last + 4);
        if (chained || digits.Length > MostDigits || (point && digits.Length == 3))
            return null;
        return Fraction(digits);
    }

    private static decimal Fraction(ReadOnlySpan<char> digits)
    {
        var value = decimal.Parse(digits, CultureInfo.InvariantCulture);
        for (var i = 0; i < digits.Length; i++)
            value /= 10;
        return value;
    }
}
