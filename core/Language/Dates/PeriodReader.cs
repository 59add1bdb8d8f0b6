using System.Globalization;
using Puskesos.Core.Language.Numbers;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>Reads months and years: "bulan maret", "bln 3", "april-juni", "tahap 2", "akhir bulan", "bulan lalu", "tahun 2022", "minggu depan".</summary>
internal static class PeriodReader
{
    public static TimeFinding? Read(WrittenText text, int at, DateTime now, bool ahead) =>
        !text.IsWord(at) ? null : PartOf(text, at, now, ahead) ?? Relative(text, at, at, now, 1, 31) ?? MonthOrRange(text, at, now, ahead, 1, 31) ?? Quarter(text, at, now, ahead) ?? Year(text, at, now);

    /// <summary>"awal bulan maret", "akhir bulan ini", "pertengahan tahun".</summary>
    private static TimeFinding? PartOf(WrittenText text, int at, DateTime now, bool ahead)
    {
        var (first, last) = text.Word(at) switch
        {
            "awal" or "awale" or "mimiti" => (1, 10),
            "pertengahan" or "tengah" => (11, 20),
            "akhir" or "ahir" or "pungkasan" => (21, 31),
            _ => (0, 0),
        };
        if (first == 0 || !text.IsWord(at + 1))
            return null;
        var found = Relative(text, at + 1, at, now, first, last) ?? MonthOrRange(text, at + 1, now, ahead, first, last);
        if (found is null && TimeWords.Unit(text.Word(at + 1)) == TimeUnit.Month)
            found = new TimeFinding(TimeKind.DateRange, at, at + 1, Timex.Month(now), [Recurring.Part(new DateTime(now.Year, now.Month, 1), first, last)]);
        return found is null ? null : found with { First = at };
    }

    /// <summary>"bulan lalu", "tahun ini", "minggu depan", "sasi wingi", "bulan kemarin".</summary>
    private static TimeFinding? Relative(WrittenText text, int at, int first, DateTime now, int firstDay, int lastDay)
    {
        var unit = TimeWords.Unit(text.Word(at));
        if (unit is not (TimeUnit.Week or TimeUnit.Month or TimeUnit.Year) || (at > 0 && text.IsDigits(at - 1)) || IsSunday(text, at))
            return null;
        var last = TimeWords.SkipWhich(text, at + 1);
        if (!text.IsWord(last) || TimeWords.Direction(text.Word(last)) is not { } direction)
            return null;
        if (text.Is(last, "tadi") || text.Is(last, "besok") && unit != TimeUnit.Week)
            return null;
        if (unit == TimeUnit.Week)
        {
            var monday = now.Date.AddDays(1 - Recurring.Iso(now) + (7 * direction));
            return new TimeFinding(TimeKind.DateRange, first, last, Timex.Week(monday), [TimeValue.Between(monday, monday.AddDays(7))]);
        }
        if (unit == TimeUnit.Month)
        {
            var month = new DateTime(now.Year, now.Month, 1).AddMonths(direction);
            return new TimeFinding(TimeKind.DateRange, first, last, Timex.Month(month), [Recurring.Part(month, firstDay, lastDay)]);
        }
        var year = now.Year + direction;
        var start = new DateTime(year, firstDay == 1 ? 1 : firstDay == 11 ? 5 : 9, 1);
        var end = lastDay >= 31 ? new DateTime(year + 1, 1, 1) : new DateTime(year, lastDay == 10 ? 5 : 9, 1);
        return new TimeFinding(TimeKind.DateRange, first, last, $"{year}", [TimeValue.Between(start, end)]);
    }

    private static bool IsSunday(WrittenText text, int at) =>
        text.Is(at, "minggu") && (text.Is(at - 1, "hari") || (text.IsWord(at + 1) && (text.Is(at + 2, "pukul") || text.Is(at + 2, "jam") || text.Is(at + 2, "pkl"))));

    private static TimeFinding? MonthOrRange(WrittenText text, int at, DateTime now, bool ahead, int firstDay, int lastDay)
    {
        if (Month(text, at, out var last) is not { } month)
            return null;
        var year = ExplicitDateReader.YearAfter(text, ref last);
        if (ExplicitDateReader.RangeEnd(text, last + 1) is > 0 and var next && text.IsWord(next) | text.IsDigits(next) && EndMonth(text, next, out var end) is { } endMonth)
            return Range(text, at, end, month, endMonth, year, now, ahead);
        if (year is { } written)
            return new TimeFinding(TimeKind.DateRange, at, last, $"{written}-{month:00}", [Recurring.Part(new DateTime(written, month, 1), firstDay, lastDay)]);
        var which = TimeWords.SkipWhich(text, last + 1);
        if (text.IsWord(which) && TimeWords.Unit(text.Word(which)) == TimeUnit.Year && text.IsWord(which + 1) && TimeWords.Direction(text.Word(which + 1)) is { } years)
            return new TimeFinding(TimeKind.DateRange, at, which + 1, $"{now.Year + years}-{month:00}", [Recurring.Part(new DateTime(now.Year + years, month, 1), firstDay, lastDay)]);
        var direction = text.IsWord(which) ? TimeWords.Direction(text.Word(which)) : null;
        var values = Recurring.Month(month, now, ahead || direction == 1, firstDay, lastDay);
        if (direction is -1 or 1 && !text.Is(which, "tadi"))
            return new TimeFinding(TimeKind.DateRange, at, which, Timex.Month(values[0].Start), [values[0]]);
        if (direction == 0)
            return new TimeFinding(TimeKind.DateRange, at, which, $"{now.Year}-{month:00}", [Recurring.Part(new DateTime(now.Year, month, 1), firstDay, lastDay)]);
        return new TimeFinding(TimeKind.DateRange, at, last, $"XXXX-{month:00}", values);
    }

    private static TimeFinding? Range(WrittenText text, int first, int last, int month, int endMonth, int? year, DateTime now, bool ahead)
    {
        year = ExplicitDateReader.YearAfter(text, ref last) ?? year;
        var count = ((endMonth - month + 12) % 12) + 1;
        if (count < 2)
            return null;
        if (year is not { } written)
            return new TimeFinding(TimeKind.DateRange, first, last, Timex.Range($"XXXX-{month:00}-01", $"XXXX-{(endMonth % 12) + 1:00}-01", $"P{count}M"), Recurring.Months(month, count, now, ahead));
        var start = new DateTime(endMonth < month ? written - 1 : written, month, 1);
        return new TimeFinding(TimeKind.DateRange, first, last, Timex.Range(Timex.Day(start), Timex.Day(start.AddMonths(count)), $"P{count}M"), [TimeValue.Between(start, start.AddMonths(count))]);
    }

    /// <summary>"maret", "bulan maret", "bln 3", "bulan satu"; a short form or a name of people needs "bulan", a year or a range beside it.</summary>
    private static int? Month(WrittenText text, int at, out int last)
    {
        last = at;
        if (TimeWords.Unit(text.Word(at)) == TimeUnit.Month)
        {
            if (at > 0 && TimeWords.SmallNumber(text, at - 1) is not null)
                return null;
            last = text.IsSymbol(at + 1, '.') ? at + 2 : at + 1;
            return EndMonth(text, last, out last);
        }
        var month = TimeWords.Month(text.Word(at));
        if (month == 0)
            return null;
        if (text.IsDigits(at - 1) && text.Word(at - 1).Length <= 2)
            return null;
        if (at > 0 && text.IsWord(at - 1) && text.Word(at - 1) is "bu" or "pak" or "mbak" or "mas" or "nama" or "jl" or "jalan" or "jln" or "ibu" or "bapak" or "dek")
            return null;
        var end = at;
        var sure = text.Word(at).Length > 4 || text.Is(at, "juni") || text.Is(at, "juli") || ExplicitDateReader.YearAfter(text, ref end) is not null || Prepared(text, at)
            || (ExplicitDateReader.RangeEnd(text, at + 1) is > 0 and var next && text.IsWord(next) && TimeWords.Month(text.Word(next)) > 0);
        return sure ? month : null;
    }

    private static bool Prepared(WrittenText text, int at) => at > 0 && text.IsWord(at - 1) && text.Word(at - 1)
        is "sejak" or "dari" or "dr" or "kit" or "awit" or "sampai" or "mulai" or "awal" or "akhir" or "pertengahan" or "wiwit" or "saking" or "ti" or "sd" or "sekit" or "ket" or "kawit" or "ing" or "hingga";

    private static int? EndMonth(WrittenText text, int at, out int last)
    {
        last = at;
        if (text.IsWord(at) && TimeWords.Unit(text.Word(at)) == TimeUnit.Month)
            last = ++at;
        if (text.IsWord(at) && TimeWords.Month(text.Word(at)) is > 0 and var named)
            return named;
        if (TimeWords.SmallNumber(text, at) is not (>= 1 and <= 12 and var number) || (text.IsDigits(at) && text.Word(at).Length > 2))
            return null;
        var isAmount = text.IsWord(at + 1) && (ScaleWords.Read(text.Word(at + 1), out _) > 1 || TimeWords.Unit(text.Word(at + 1)) is TimeUnit.Month or TimeUnit.Day || text.Word(at + 1) is "kali" or "orang" or "puluh" or "x" or "kg");
        return isAmount || text.IsSymbol(at + 1, '.') && text.IsDigits(at + 2) ? null : number;
    }

    /// <summary>PKH and Sembako are paid by quarters: "tahap 2", "termin 3", "triwulan I".</summary>
    private static TimeFinding? Quarter(WrittenText text, int at, DateTime now, bool ahead)
    {
        if (text.Word(at) is not ("tahap" or "termin" or "triwulan" or "tw" or "kuartal" or "thp"))
            return null;
        var number = at + 1 < text.Count ? TimeWords.SmallNumber(text, at + 1) ?? (text.IsWord(at + 1) ? RomanNumber.Read(text.Word(at + 1)) : null) : null;
        if (number is not (>= 1 and <= 4 and var quarter) || (text.IsGlued(at + 2) && text[at + 2].Kind != TokenKind.Symbol))
            return null;
        var first = (quarter * 3) - 2;
        var last = at + 1;
        if (ExplicitDateReader.YearAfter(text, ref last) is { } year)
            return new TimeFinding(TimeKind.DateRange, at, last, Timex.Range($"{year}-{first:00}-01", Timex.Day(new DateTime(year, first, 1).AddMonths(3)), "P3M"), [Recurring.Part(new DateTime(year, first, 1), 1, 31) with { End = new DateTime(year, first, 1).AddMonths(3) }]);
        return new TimeFinding(TimeKind.DateRange, at, at + 1, Timex.Range($"XXXX-{first:00}-01", $"XXXX-{(first + 2) % 12 + 1:00}-01", "P3M"), Recurring.Months(first, 3, now, ahead));
    }

    /// <summary>"tahun 2022", "th 2021"; a bare year only after "sejak", "dari", "mulai".</summary>
    private static TimeFinding? Year(WrittenText text, int at, DateTime now)
    {
        var isUnit = TimeWords.Unit(text.Word(at)) == TimeUnit.Year;
        if (!isUnit && text.Word(at) is not ("sejak" or "dari" or "mulai" or "kit" or "awit" or "wiwit" or "pada" or "saking" or "ti" or "ket"))
            return null;
        if (!text.IsDigits(at + 1) || text.Word(at + 1).Length != 4 || (text.IsGlued(at + 2) && text[at + 2].Kind != TokenKind.Symbol))
            return null;
        var year = int.Parse(text.Word(at + 1), CultureInfo.InvariantCulture);
        return year < 1900 || year > now.Year + 20 ? null
            : new TimeFinding(TimeKind.DateRange, isUnit ? at : at + 1, at + 1, $"{year}", [TimeValue.Between(new DateTime(year, 1, 1), new DateTime(year + 1, 1, 1))]);
    }
}
