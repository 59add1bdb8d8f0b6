using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Money;

/// <summary>What stands before an amount: "di bawah", "lebih dari", "sekitar", "antara".</summary>
internal enum BoundKind
{
    None,
    Under,
    Above,
    About,
    Between,
}

internal static class MoneyBound
{
    public static (BoundKind Kind, int First) Before(WrittenText text, int first, bool isRange)
    {
        if (first == 0 || !text.IsWord(first - 1))
            return text.IsSymbol(first - 1, '±') || text.IsSymbol(first - 1, '~') ? (BoundKind.About, first - 1) : (BoundKind.None, first);
        var one = text.Word(first - 1);
        var two = first > 1 && text.IsWord(first - 2) ? text.Word(first - 2) : default;
        if (one is "bawah" && two is "di" || one is "dari" && two is "kurang" || one is "dari" && two is "murah" && text.Is(first - 3, "lebih"))
            return (BoundKind.Under, one is "dari" && two is "murah" ? first - 3 : first - 2);
        if (one is "maksimal" or "maks" or "dibawah")
            return (BoundKind.Under, first - 1);
        if ((one is "atas" && two is "di") || (one is "dari" && two is "lebih"))
            return (BoundKind.Above, first - 2);
        if (one is "minimal" or "diatas")
            return (BoundKind.Above, first - 1);
        if (one is "sekitar" or "sekitaran" or "kira2" or "hampir" or "kisaran" or "kurleb" or "kira")
            return (BoundKind.About, one is "kira" && text.IsSymbol(first - 2, '-') && text.Is(first - 3, "kira") ? first - 3 : first - 1);
        if (one is "lebih" && two is "kurang")
            return (BoundKind.About, first - 2);
        return isRange && one is "antara" or "dari" ? (BoundKind.Between, first - 1) : (BoundKind.None, first);
    }
}
