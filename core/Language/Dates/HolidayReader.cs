using System.Globalization;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>
/// Reads feasts as people count by them: "sejak lebaran", "habis puasa", "sebelum 17 agustusan", "bulan ramadhan". Only beside such a word:
/// Ramadhan and Maulid are names of people too. The days are those of the Umm al-Qura calendar; Indonesia's decree may be a day later, and
/// "sebelum" or "habis" mean about a month (LANGUAGE sheet 13: a fuzzy range).
/// </summary>
internal static class HolidayReader
{
    private const int DaysAround = 30;

    private const int Ramadan = 9;
    private const int Shawwal = 10;
    private const int DhuAlHijjah = 12;

    private static readonly UmAlQuraCalendar Hijri = new();

    private enum Side
    {
        Before,
        On,
        After,
    }

    public static TimeFinding? Read(WrittenText text, int at, DateTime now, bool ahead)
    {
        if (!text.IsWord(at) || SideOf(text, at) is not { } side || FeastAt(text, at + 1, out var last) is not { } feast || feast.Around(now) is not { } years) return null;
        var (past, next) = (Range(feast, years.Past, side), Range(feast, years.Next, side));
        TimeValue[] values = ahead ? [next, past] : [past, next];
        var (start, end) = (values[0].Start, values[0].End!.Value);
        return new TimeFinding(TimeKind.DateRange, Begins(text, at) ? at : at + 1, last, Timex.Range(Timex.Day(start), Timex.Day(end), $"P{(end - start).Days}D"), values);
    }

    /// <summary>"sebelum" and "bulan" belong to the phrase; "sejak" and "dari" stand before it, as before any date.</summary>
    private static bool Begins(WrittenText text, int at) =>
        !(text.Word(at) is "sejak" or "dari" or "dr" or "mulai" or "sampai" or "kit" or "wiwit" or "awit" or "saking" or "ti");

    private static Side? SideOf(WrittenText text, int at) => text.Word(at) switch
    {
        "sebelum" or "sblm" or "sebelom" or "sakdurunge" or "sadurunge" or "saderengipun" or "samemeh" or "menjelang" or "jelang" => Side.Before,
        "habis" or "abis" or "setelah" or "stlh" or "sesudah" or "bakda" or "sawise" or "saksampunipun" or "saparantos" or "saentos" or "bubar" => Side.After,
        "sejak" or "dari" or "dr" or "mulai" or "sampai" or "kit" or "wiwit" or "awit" or "saking" or "ti" => Side.On,
        "waktu" or "pas" or "saat" or "ketika" or "bulan" or "bln" or "wulan" or "sasi" or "hari" or "selama" or "nalika" or "basa" => Side.On,
        _ => null,
    };

    /// <summary>The feast named at a token; the last token is given back.</summary>
    private static Feast? FeastAt(WrittenText text, int at, out int last)
    {
        last = at;
        var next = text.IsWord(at + 1) ? text.Word(at + 1) : default;
        if (text.IsDigits(at) && next is "agustusan")
        {
            last = at + 1;
            return new Feast(false, 8, 17, 1);
        }

        if (!text.IsWord(at)) return null;
        var feast = text.Word(at) switch
        {
            "lebaran" when next is "haji" or "kurban" => new Feast(true, DhuAlHijjah, 10, 1),
            "idul" or "ied" when next is "adha" => new Feast(true, DhuAlHijjah, 10, 1),
            "idul" or "ied" when next is "fitri" => new Feast(true, Shawwal, 1, 2),
            "iduladha" or "kurban" or "qurban" => new Feast(true, DhuAlHijjah, 10, 1),
            "lebaran" or "idulfitri" or "riyaya" or "riaya" or "boboran" => new Feast(true, Shawwal, 1, 2),
            "puasa" or "puasan" or "pasa" or "poso" or "ramadhan" or "ramadan" or "romadhon" or "romadon" => new Feast(true, Ramadan, 1, 29),
            "agustusan" => new Feast(false, 8, 17, 1),
            "natal" or "natalan" => new Feast(false, 12, 25, 1),
            _ => null,
        };
        if (feast is not null && (text.Word(at) is "idul" or "ied" || next is "haji" or "kurban")) last = at + 1;
        return feast;
    }

    private static TimeValue Range(Feast feast, DateTime start, Side side)
    {
        var end = start.AddDays(feast.Days);
        return side switch
        {
            Side.Before => TimeValue.Between(start.AddDays(-DaysAround), start),
            Side.After => TimeValue.Between(end, end.AddDays(DaysAround)),
            _ => TimeValue.Between(start, end),
        };
    }

    /// <summary>A day of the year, of the Islamic or of the common one, and how many days it lasts.</summary>
    private sealed record Feast(bool IsHijri, int Month, int Day, int Days)
    {
        /// <summary>The last time that it began and the next one; null outside the years that the calendar knows.</summary>
        public (DateTime Past, DateTime Next)? Around(DateTime now)
        {
            if (IsHijri && (now < Hijri.MinSupportedDateTime.AddYears(2) || now > Hijri.MaxSupportedDateTime.AddYears(-2))) return null;
            var year = IsHijri ? Hijri.GetYear(now) : now.Year;
            var begun = On(year) <= now ? year : year - 1;
            return (On(begun), On(begun + 1));
        }

        private DateTime On(int year) => IsHijri ? Hijri.ToDateTime(year, Month, Day, 0, 0, 0, 0) : new DateTime(year, Month, Day);
    }
}
