using System.Globalization;

namespace Puskesos.Core.Places.Import;

/// <summary>Names as residents read them: lists in capitals ("KABUPATEN ACEH SELATAN") are written like the others.</summary>
internal static class ListedName
{
    public static string Of(string written) => written.Any(char.IsLower)
        ? written
        : string.Join(' ', written.Split(' ').Select(word => IsNumber(word) ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word.ToLowerInvariant())));

    /// <summary>"MESUJI II" keeps its number.</summary>
    private static bool IsNumber(string word) => word.Length > 0 && word.All("IVX".Contains);
}
