namespace Puskesos.Core.Places.Import;

/// <summary>
/// Proposes the three letters that begin a regency's tickets: consonants of its name in their order, unique in the installation,
/// never I and O, which are read as digits (CONTRACT §4).
/// </summary>
public static class AreaLettersChoice
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Vowels = "AEU";

    public static string For(string shortName, IReadOnlySet<string> taken)
    {
        var usable = shortName.ToUpperInvariant().Where(Letters.Contains).ToList();
        var first = usable.FirstOrDefault('X');
        var consonants = usable.Skip(1).Where(letter => !Vowels.Contains(letter)).ToList();
        return FromName(first, [.. consonants, .. usable.Skip(1).Where(Vowels.Contains), .. Letters]).Concat(All()).First(letters => !taken.Contains(letters));
    }

    private static IEnumerable<string> FromName(char first, List<char> rest) =>
        from second in Enumerable.Range(0, rest.Count)
        from third in Enumerable.Range(second + 1, rest.Count - second - 1)
        select new string([first, rest[second], rest[third]]);

    private static IEnumerable<string> All() =>
        from first in Letters
        from second in Letters
        from third in Letters
        select new string([first, second, third]);
}
