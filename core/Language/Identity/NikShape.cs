using System.Globalization;
namespace Puskesos.Core.Language.Identity;

/// <summary>The rules of a sixteen-digit number: region, day (plus 40 for women), month, year, serial (Permendagri on NIK).</summary>
internal static class NikShape
{
    public const int Length = 16;

    /// <summary>Province codes of the Kemendagri list (38 provinces, 2025).</summary>
    private static readonly HashSet<int> Provinces =
    [
        11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53,
        61, 62, 63, 64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96, 97,
    ];

    public static bool HasProvince(ReadOnlySpan<char> digits) => digits.Length >= 2 && Provinces.Contains(Number(digits[..2]));

    /// <summary>True when region, date and serial are possible; <paramref name="knowsRegion"/> answers null where it has no list.</summary>
    public static bool IsPossible(ReadOnlySpan<char> digits, bool isFamilyCard, Func<string, bool?>? knowsRegion)
    {
        if (digits.Length != Length || !HasProvince(digits) || Number(digits[2..4]) == 0 || Number(digits[4..6]) == 0 || Number(digits[12..]) == 0)
            return false;
        var day = Number(digits[6..8]);
        if (day > 40 && !isFamilyCard)
            day -= 40;
        var month = Number(digits[8..10]);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(LeapSafeYear(Number(digits[10..12])), month))
            return false;
        return knowsRegion?.Invoke(digits[..6].ToString()) ?? true;
    }

    /// <summary>The year of birth and the sex that a NIK tells; null for a number that can be none. The year lies in the hundred years up to today's.</summary>
    public static (int BirthYear, bool IsWoman)? OwnerOf(ReadOnlySpan<char> digits, DateOnly today)
    {
        if (!IsPossible(digits, isFamilyCard: false, null)) return null;
        var year = Number(digits[10..12]) + (today.Year / 100 * 100);
        return (year > today.Year ? year - 100 : year, Number(digits[6..8]) > 40);
    }

    /// <summary>1900 was no leap year, 2000 was; all other pairs of years agree.</summary>
    private static int LeapSafeYear(int twoDigits) => 2000 + twoDigits;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
