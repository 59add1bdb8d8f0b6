using System.Numerics;

namespace Puskesos.Core.Places;

/// <summary>How many letters differ: one letter more, less, other, or two neighbours swapped count one each.</summary>
internal static class EditDistance
{
    /// <summary>More edits than this are another name (issue: misspellings within two edits).</summary>
    public const int Most = 2;

    private const int LongestName = 64;

    /// <summary>The distance of two joined names, or <c>limit + 1</c> when it is larger than the limit.</summary>
    public static int Between(ReadOnlySpan<char> told, ReadOnlySpan<char> name, int limit)
    {
        if (Math.Abs(told.Length - name.Length) > limit || told.Length > LongestName || name.Length > LongestName)
        {
            return limit + 1;
        }

        Span<int> rows = stackalloc int[3 * (LongestName + 1)];
        var before = rows[..(name.Length + 1)];
        var above = rows.Slice(LongestName + 1, name.Length + 1);
        var current = rows.Slice(2 * (LongestName + 1), name.Length + 1);
        for (var column = 0; column <= name.Length; column++)
        {
            above[column] = column;
        }

        for (var row = 1; row <= told.Length; row++)
        {
            current[0] = row;
            var least = row;
            for (var column = 1; column <= name.Length; column++)
            {
                var cost = Math.Min(
                    Math.Min(above[column], current[column - 1]) + 1,
                    above[column - 1] + (told[row - 1] == name[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && told[row - 1] == name[column - 2] && told[row - 2] == name[column - 1])
                {
                    cost = Math.Min(cost, before[column - 2] + 1);
                }

                current[column] = cost;
                least = Math.Min(least, cost);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = above;
            above = current;
            current = free;
        }

        return above[name.Length];
    }

    /// <summary>The letters of a name as bits, to leave most names aside without comparing them.</summary>
    public static uint LettersOf(ReadOnlySpan<char> name)
    {
        uint letters = 0;
        foreach (var c in name)
        {
            letters |= 1u << (c & 31);
        }

        return letters;
    }

    /// <summary>Each edit brings in at most one new letter on either side.</summary>
    public static bool MayBeWithin(uint told, uint name, int limit) =>
        BitOperations.PopCount(told & ~name) <= limit && BitOperations.PopCount(name & ~told) <= limit;
}
