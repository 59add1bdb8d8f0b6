using System.Collections.Frozen;

namespace Puskesos.Core.Language.Numbers;

/// <summary>Number words from nought to twenty in Indonesian, Javanese and Sundanese.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Values = new Dictionary<string, int>
    {
        ["nol"] = 0, ["kosong"] = 0, ["enol"] = 0,
        ["satu"] = 1, ["siji"] = 1, ["setunggal"] = 1, ["hiji"] = 1, ["sawiji"] = 1, ["situnggal"] = 1, ["stu"] = 1,
        ["dua"] = 2, ["loro"] = 2, ["kalih"] = 2, ["rong"] = 2,
        ["tiga"] = 3, ["telu"] = 3, ["tilu"] = 3, ["tigo"] = 3, ["tigang"] = 3, ["telung"] = 3,
        ["empat"] = 4, ["papat"] = 4, ["sekawan"] = 4, ["opat"] = 4, ["patang"] = 4, ["ampat"] = 4,
        ["lima"] = 5, ["limo"] = 5, ["gangsal"] = 5, ["limang"] = 5,
        ["enam"] = 6, ["enem"] = 6, ["genep"] = 6, ["nem"] = 6, ["anam"] = 6, ["nenem"] = 6,
        ["tujuh"] = 7, ["pitu"] = 7, ["tuju"] = 7, ["pitung"] = 7,
        ["delapan"] = 8, ["wolu"] = 8, ["dalapan"] = 8, ["wolung"] = 8, ["lapan"] = 8,
        ["sembilan"] = 9, ["sanga"] = 9, ["songo"] = 9, ["salapan"] = 9, ["sangang"] = 9,
        ["sepuluh"] = 10, ["sedasa"] = 10, ["sapuluh"] = 10, ["sedoso"] = 10,
        ["sebelas"] = 11, ["sewelas"] = 11, ["setunggalwelas"] = 11, ["sabelas"] = 11, ["rolas"] = 12, ["kalihwelas"] = 12, ["duabelas"] = 12,
        ["telulas"] = 13, ["tigabelas"] = 13, ["tigawelas"] = 13, ["patbelas"] = 14, ["empatbelas"] = 14, ["sekawanwelas"] = 14,
        ["limalas"] = 15, ["limabelas"] = 15, ["gangsalwelas"] = 15, ["nembelas"] = 16, ["enambelas"] = 16, ["pitulas"] = 17, ["tujuhbelas"] = 17,
        ["wolulas"] = 18, ["delapanbelas"] = 18, ["sangalas"] = 19, ["sembilanbelas"] = 19, ["rongpuluh"] = 20, ["selawe"] = 25, ["seket"] = 50, ["suwidak"] = 60, ["sewidak"] = 60, ["kalihdasa"] = 20, ["duapuluh"] = 20,
    }.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The value of one word, or null.</summary>
    public static int? Small(ReadOnlySpan<char> word) => Values.TryGetValue(word, out var value) && value >= 0 ? value : null;
}
