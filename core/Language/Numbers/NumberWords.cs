using System.Collections.Frozen;
using System.Globalization;

namespace Puskesos.Core.Language.Numbers;

/// <summary>Number words from nought to twenty in Indonesian, Javanese and Sundanese.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Values = Table(
        "0 nol kosong enol;" +
        "1 satu siji setunggal hiji sawiji situnggal stu;" +
        "2 dua loro kalih rong;" +
        "3 tiga telu tilu tigo tigang telung;" +
        "4 empat papat sekawan opat patang ampat;" +
        "5 lima limo gangsal limang;" +
        "6 enam enem genep nem anam nenem;" +
        "7 tujuh pitu tuju pitung;" +
        "8 delapan wolu dalapan wolung lapan;" +
        "9 sembilan sanga songo salapan sangang;" +
        "10 sepuluh sedasa sapuluh sedoso;" +
        "11 sebelas sewelas setunggalwelas sabelas;" +
        "12 rolas kalihwelas duabelas;" +
        "13 telulas tigabelas tigawelas;" +
        "14 patbelas empatbelas sekawanwelas;" +
        "15 limalas limabelas gangsalwelas;" +
        "16 nembelas enambelas;" +
        "17 pitulas tujuhbelas;" +
        "18 wolulas delapanbelas;" +
        "19 sangalas sembilanbelas;" +
        "20 rongpuluh kalihdasa duapuluh;" +
        "25 selawe;" +
        "50 seket;" +
        "60 suwidak sewidak");

    /// <summary>The value of one word, or null.</summary>
    public static int? Small(ReadOnlySpan<char> word) => Values.TryGetValue(word, out var value) && value >= 0 ? value : null;

    /// <summary>Each group begins with its value.</summary>
    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(string groups) =>
        groups.Split(';').Select(group => group.Split(' ')).SelectMany(group => group.Skip(1).Select(word => (word, value: int.Parse(group[0], CultureInfo.InvariantCulture))))
            .ToFrozenDictionary(pair => pair.word, pair => pair.value, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
