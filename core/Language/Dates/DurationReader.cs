using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>Reads "3 bulan", "setahun", "2hr yang lalu", "dalam 5 hari", "seminggu lagi", "2 tahun terakhir".</summary>
internal static class DurationReader
{
    private const int MostUnits = 3000;

    /// <summary>Years behind "nenek" or "bapak" from which on they are an age.</summary>
    private const int FewestYearsOfElders = 45;

    public static TimeFinding? Read(WrittenText text, int at, DateTime now)
    {
        var inside = text.IsWord(at) && text.Word(at) is "dalam" or "dlm" or "sajroning";
        var first = inside ? at + 1 : at;
        if (One(text, first) is not { } length || IsAge(text, first, length))
            return null;
        var last = length.Last;
        var letters = Letters(length.Unit, length.Count);
        decimal months = Months(length), seconds = Seconds(length);
        while (One(text, last + 1) is { } more && more.Unit < length.Unit)
        {
            last = more.Last;
            letters = Join(letters, Letters(more.Unit, more.Count));
            (months, seconds, length) = (months + Months(more), seconds + Seconds(more), more);
        }
        if (inside)
            return Moment(at, last, now, months, seconds, 1);
        var after = TimeWords.SkipWhich(text, last + 1);
        if (!text.IsWord(after))
            return Plain(at, last, letters, months, seconds);
        return text.Word(after) switch
        {
            "lalu" or "kemarin" or "kmrn" or "kepungkur" or "kapungkur" or "kepengker" or "kapengker" or "silam" or "wingi" or "kamari" or "lepas" or "kebelakang" => Moment(at, after, now, months, seconds, -1),
            "lagi" or "maneh" or "maning" or "deui" or "kedepan" or "mendatang" or "malih" => Moment(at, after, now, months, seconds, 1),
            "ke" when text.Is(after + 1, "depan") => Moment(at, after + 1, now, months, seconds, 1),
            "terakhir" or "belakangan" => Until(at, after, now, months, seconds, letters),
            _ => Plain(at, last, letters, months, seconds),
        };
    }

    private static (decimal Count, TimeUnit Unit, int Last)? One(WrittenText text, int at)
    {
        if (text.IsWord(at) && TimeWords.OneOf(text.Word(at)) is not TimeUnit.None and var single)
            return (1, single, at);
        if (!text.IsDigits(at) && !text.IsWord(at) || NumberScanner.Read(text, at) is not { HasScale: false, Value: > 0 and < MostUnits } number)
            return HalfUnit(text, at);
        var next = number.Last + 1;
        var value = number.Value;
        if (text.Is(next, "setengah"))
        {
            value += 0.5m;
            next++;
        }
        return text.IsWord(next) && TimeWords.Unit(text.Word(next)) is not TimeUnit.None and var unit && Fits(text, next, unit) ? (value, unit, next) : null;
    }

    private static (decimal Count, TimeUnit Unit, int Last)? HalfUnit(WrittenText text, int at) =>
        text.Is(at, "setengah") && text.IsWord(at + 1) && TimeWords.Unit(text.Word(at + 1)) is not TimeUnit.None and var unit ? (0.5m, unit, at + 1) : null;

    /// <summary>Single letters count only when glued ("2j"); "hari minggu" after a number is Sunday's, not the week's.</summary>
    private static bool Fits(WrittenText text, int at, TimeUnit unit) =>
        (text.Word(at).Length > 1 || text.IsGlued(at)) && !(unit == TimeUnit.Hour && text.IsDigits(at + 1)) && text.Word(at) is not "ari";

    /// <summary>"umur 63 tahun", "nenek 80th", "bayi 2 bulan": how old somebody is, not how long it lasts (LANGUAGE sheet 11).</summary>
    private static bool IsAge(WrittenText text, int at, (decimal Count, TimeUnit Unit, int Last) length)
    {
        if (at == 0 || !text.IsWord(at - 1)) return false;
        return text.Word(at - 1) switch
        {
            "umur" or "usia" or "berumur" or "berusia" or "yuswa" or "umure" or "umurnya" or "usianya" or "umurna" or "yuswane" => true,
            "bayi" or "balita" => true,
            "nenek" or "kakek" or "mbah" or "eyang" or "simbah" or "simbok" or "ibu" or "bapak" or "bpk" or "nini" or "aki" => length.Unit == TimeUnit.Year && length.Count >= FewestYearsOfElders,
            _ => false,
        };
    }

    private static string Letters(TimeUnit unit, decimal count)
    {
        var number = count.ToString("0.##");
        return unit switch
        {
            TimeUnit.Second => $"PT{number}S",
            TimeUnit.Minute => $"PT{number}M",
            TimeUnit.Hour => $"PT{number}H",
            TimeUnit.Day => $"P{number}D",
            TimeUnit.Week => $"P{number}W",
            TimeUnit.Month => $"P{number}M",
            _ => $"P{number}Y",
        };
    }

    private static string Join(string first, string second) => second.StartsWith("PT") && first.StartsWith("PT") ? first + second[2..] : first + second[1..];

    private static decimal Months((decimal Count, TimeUnit Unit, int Last) length) =>
        length.Unit switch { TimeUnit.Month => length.Count, TimeUnit.Year => length.Count * 12, _ => 0 };

    private static decimal Seconds((decimal Count, TimeUnit Unit, int Last) length) => length.Count * length.Unit switch
    {
        TimeUnit.Second => 1,
        TimeUnit.Minute => 60,
        TimeUnit.Hour => 3600,
        TimeUnit.Day => 86_400,
        TimeUnit.Week => 604_800,
        _ => 0,
    };

    /// <summary>A month counts 30 days and a year 365 as a length; as a date the calendar decides.</summary>
    private static TimeFinding Plain(int first, int last, string letters, decimal months, decimal seconds)
    {
        var years = Math.Floor(months / 12);
        var days = (years * 365) + ((months - (years * 12)) * 30);
        return new TimeFinding(TimeKind.Duration, first, last, letters, [TimeValue.Of(TimeSpan.FromSeconds((double)((days * 86_400) + seconds)))]);
    }

    private static TimeFinding? Moment(int first, int last, DateTime now, decimal months, decimal seconds, int sign)
    {
        if (Shift(now, months * sign, seconds * sign) is not { } moment)
            return null;
        return seconds % 86_400 == 0
            ? new TimeFinding(TimeKind.Date, first, last, Timex.Day(moment), [TimeValue.At(moment.Date)])
            : new TimeFinding(TimeKind.DateTime, first, last, Timex.Moment(moment), [TimeValue.At(moment)]);
    }

    private static TimeFinding? Until(int first, int last, DateTime now, decimal months, decimal seconds, string letters)
    {
        if (Shift(now.Date, -months, -seconds) is not { } start)
            return null;
        return new TimeFinding(TimeKind.DateRange, first, last, Timex.Range(Timex.Day(start), Timex.Day(now), letters), [TimeValue.Between(start.Date, now.Date)]);
    }

    private static DateTime? Shift(DateTime now, decimal months, decimal seconds)
    {
        var whole = (int)Math.Truncate(months);
        var days = (int)Math.Round((months - whole) * 30);
        var target = (now.Year * 12) + now.Month + whole;
        return target is < 12 * 1800 or > 12 * 2300 ? null : now.AddMonths(whole).AddDays(days).AddSeconds((double)seconds);
    }
}
