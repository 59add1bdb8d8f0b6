namespace Puskesos.Core.Language.Numbers;

/// <summary>Reads small Roman numbers (RW. IX, kelas XII).</summary>
internal static class RomanNumber
{
    private const int Largest = 39;

    /// <summary>"xxxviii".</summary>
    private const int LongestWritten = 7;

    private static readonly string[] Units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

    /// <summary>The value up to 39, or null when the letters are no Roman number.</summary>
    public static int? Read(ReadOnlySpan<char> letters)
    {
        var value = 0;
        var rest = letters.Length <= LongestWritten ? letters : "-".AsSpan();
        while (rest.StartsWith("x"))
        {
            value += 10;
            rest = rest[1..];
        }
        var units = Array.IndexOf(Units, rest.ToString());
        return units >= 0 && value + units is > 0 and <= Largest ? value + units : null;
    }
}
