using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Identity;

/// <summary>Groups of digits written as one number: "3328 1352 0378 0001", "0812-3456.7890".</summary>
internal static class DigitChain
{
    /// <summary>The next group of the same number: after a blank, a dot or a hyphen (also "20 -06" and ". "), else -1.</summary>
    public static int NextGroup(WrittenText text, int group)
    {
        var next = group + 1;
        if (text.IsSymbol(group + 1, ')') && text.Count > group + 2)
            next = group + 2;
        if (text.IsSymbol(next, '.') || text.IsSymbol(next, '-') || text.IsSymbol(next, '_'))
            next++;
        return text.IsDigits(next) ? next : -1;
    }

    /// <summary>The last group of the chain that begins here; a longer chain than <paramref name="most"/> groups is cut.</summary>
    public static int End(WrittenText text, int group, int most)
    {
        for (var next = NextGroup(text, group); next >= 0 && most-- > 0; next = NextGroup(text, group))
            group = next;
        return group;
    }
}
