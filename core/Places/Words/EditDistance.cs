using System.Numerics;

namespace Puskesos.Core.Places;

/// <summary>
/// How many letters differ from a told name: one letter more, less, other, or two neighbours swapped count one each. All letters of
/// the told name are compared at once, a bit each (Hyyrö 2003), so that a whole country of names can be gone through in a turn.
/// </summary>
internal sealed class EditDistance
{
    /// <summary>More edits than this are another name (issue: misspellings within two edits).</summary>
    public const int Most = 2;

    /// <summary>One bit of a machine word per letter.</summary>
    public const int LongestName = 64;

    private const int Digits = 10;
    private const int Signs = Digits + 26;

    private readonly ulong[] _placesOf = new ulong[Signs];
    private readonly int _length;
    private readonly ulong _last;

    public EditDistance(string told)
    {
        _length = Math.Min(told.Length, LongestName);
        _last = 1UL << (_length - 1);
        for (var at = 0; at < _length; at++)
        {
            _placesOf[SignOf(told[at])] |= 1UL << at;
        }
    }

    public int To(string name)
    {
        var (more, less, same, before) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var edits = _length;
        foreach (var letter in name)
        {
            var here = _placesOf[SignOf(letter)];
            var swapped = ((~same & here) << 1) & before;
            same = (((here & more) + more) ^ more) | here | less | swapped;
            var up = less | ~(same | more);
            var down = same & more;
            edits += (up & _last) != 0 ? 1 : (down & _last) != 0 ? -1 : 0;
            up = (up << 1) | 1;
            more = (down << 1) | ~(same | up);
            less = up & same;
            before = here;
        }

        return edits;
    }

    /// <summary>The letters of a name as bits, vowels up to four times, others twice, to leave most names aside uncompared.</summary>
    public static ulong LettersOf(string name)
    {
        ulong letters = 0;
        foreach (var c in name)
        {
            var (first, most) = BitsOf(c);
            for (var bit = first; bit < first + most; bit++)
            {
                if ((letters & (1UL << bit)) == 0)
                {
                    letters |= 1UL << bit;
                    break;
                }
            }
        }

        return letters;
    }

    /// <summary>Each edit brings in at most one letter on either side.</summary>
    public static bool MayBeWithin(ulong told, ulong name, int limit) =>
        BitOperations.PopCount(told & ~name) <= limit && BitOperations.PopCount(name & ~told) <= limit;

    private static int SignOf(char c) => c >= 'a' ? Digits + (c - 'a') : c - '0';

    private static (int First, int Most) BitsOf(char c) => c switch
    {
        'a' => (0, 4),
        'i' => (4, 4),
        'u' => (8, 4),
        'e' => (12, 4),
        'o' => (16, 4),
        >= 'b' => (20 + (2 * ((c - 'b') % 21)), 2),
        _ => (62, 2),
    };
}
