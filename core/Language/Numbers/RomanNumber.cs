namespace Puskesos.Core.Language.Numbers;

/// <summary>Reads small Roman numbers (RW. IX, kelas XII).</summary>
internal static class RomanNumber
{
    private const int Largest = 39;

    /// <summary>The value up to 39, or null when the letters are no Roman number.</summary>
    public static int? Read(ReadOnlySpan<char> letters)
    {
        var value = 0;
        var rest = letters;
        while (rest.StartsWith("x"))
        {
            value += 10;
            rest = rest[1..];
        }
        var units = rest switch
        {
            "" => 0, "i" => 1, "ii" => 2, "iii" => 3, "iv" => 4, "v" => 5, "vi" => 6, "vii" => 7, "viii" => 8, "ix" => 9, _ => -1,
        };
        return units >= 0 && value + units is > 0 and <= Largest ? value + units : null;
    }
}
