using System.Collections.Frozen;
using System.Globalization;
using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>A unit of time; the letter is its TIMEX letter.</summary>
internal enum TimeUnit
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>
/// Names of months, weekdays, units and day parts in Indonesian, Javanese and Sundanese. Spellings are listed, never guessed by
/// edit distance: tinggal/tanggal, kami/kamis, satu/sabtu and market/maret are words of their own.
/// </summary>
internal static class TimeWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Table(
        "januari jan january januwari jnuari;februari feb pebruari peb febuari february pebuari febr;maret mar mrt march mart maretan;april apr avril aprl;mei may mai;juni jun june jni;juli jul july jli;" +
        "agustus agt ags agu agust aug august agts agus agst;september sep sept septembr sptember;oktober okt oct october oktobr;november nov nopember nop novmber;desember des dec december dsember");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Days = Table(
        "senin senen snin;selasa slasa seloso salasa;rabu rebo rebu rbu;kamis kemis kmis;jumat jum'at jumaat jemuah jumuah jumah jmat;sabtu setu saptu sbtu;ahad akad ngahad minggu");

    public static int Month(ReadOnlySpan<char> word) => Months.TryGetValue(word, out var month) ? month : 0;

    /// <summary>1 Monday to 7 Sunday, as in TIMEX; "minggu" is 7 only where the caller knows that no week is meant.</summary>
    public static int Weekday(ReadOnlySpan<char> word) => Days.TryGetValue(word, out var day) ? day : 0;

    public static TimeUnit Unit(ReadOnlySpan<char> word) => word switch
    {
        "detik" or "dtk" or "dt" or "det" => TimeUnit.Second,
        "menit" or "mnt" or "mnit" or "menitan" => TimeUnit.Minute,
        "jam" or "j" => TimeUnit.Hour,
        "hari" or "hr" or "dina" or "dino" or "dinten" or "poe" or "ari" => TimeUnit.Day,
        "minggu" or "mgg" or "mg" or "pekan" or "mggu" or "mingguan" => TimeUnit.Week,
        "bulan" or "bln" or "wulan" or "sasi" or "sasih" or "bulanan" or "bl" => TimeUnit.Month,
        "tahun" or "thn" or "th" or "taun" or "warsa" or "tahunan" => TimeUnit.Year,
        _ => TimeUnit.None,
    };

    /// <summary>"sehari", "sebulan", "setahun", "sawulan", "setaun": one of the unit in one word.</summary>
    public static TimeUnit OneOf(ReadOnlySpan<char> word) =>
        word.Length > 4 && (word.StartsWith("se") || word.StartsWith("sa")) && word is not ("sejam" or "sehari2") ? Unit(word[2..]) : word is "sejam" ? TimeUnit.Hour : TimeUnit.None;

    /// <summary>-1 for past ("lalu"), 1 for future ("depan"), 0 for this ("ini"); null for another word.</summary>
    public static int? Direction(ReadOnlySpan<char> word) => word switch
    {
        "lalu" or "kemarin" or "kemaren" or "kmrn" or "kmren" or "kmarin" or "wingi" or "kepungkur" or "kapungkur" or "kepengker" or "kapengker" or "kamari" or "tadi" or "kawuri" or "silam" or "lepas" or "sebelumnya" or "kmaren" => -1,
        "ini" or "iki" or "ieu" or "niki" or "punika" or "saiki" or "kiye" or "sekarang" or "menika" => 0,
        "depan" or "ngarep" or "ngajeng" or "hareup" or "besok" or "mendatang" or "payun" or "datang" or "sesuk" or "dpn" or "berikutnya" => 1,
        _ => null,
    };

    /// <summary>TIMEX day part of "pagi", "siang", "sore", "malam".</summary>
    public static string? DayPart(ReadOnlySpan<char> word) => word switch
    {
        "pagi" or "subuh" or "esuk" or "isuk" or "pg" or "enjing" or "fajar" or "shubuh" or "dhuha" => "TMO",
        "siang" or "awan" or "siyang" or "beurang" or "dzuhur" or "dhuhur" or "zuhur" or "duhur" or "lohor" => "TAF",
        "sore" or "petang" or "sonten" or "ashar" or "asar" or "magrib" or "maghrib" => "TEV",
        "malam" or "malem" or "bengi" or "mbengi" or "dalu" or "peuting" or "isya" or "mlm" or "wengi" => "TNI",
        _ => null,
    };

    /// <summary>The number at a token: digits or words up to twenty, also "tigang" and "telung".</summary>
    public static int? SmallNumber(WrittenText text, int at) =>
        text.IsDigits(at) ? text.Word(at).Length <= 4 ? int.Parse(text.Word(at), CultureInfo.InvariantCulture) : null : text.IsWord(at) ? NumberWords.Small(text.Word(at)) : null;

    /// <summary>"yang lalu", "yg lalu", "lalu": the token of the word of direction after an optional "yang".</summary>
    public static int SkipWhich(WrittenText text, int at) => text.IsWord(at) && text.Word(at) is "yang" or "yg" or "sing" or "nu" or "ingkang" ? at + 1 : at;

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(string groups) =>
        groups.Split(';').SelectMany((group, i) => group.Split(' ').Select(word => (word, number: i + 1)))
            .ToDictionary(pair => pair.word, pair => pair.number).ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
