using System.Globalization;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>Reads written dates, day before month always: "tgl 5 maret 2024", "05/03/24", "20 -06-2022", "23-september-2022", "3-7 maret".</summary>
internal static class ExplicitDateReader
{
    public static TimeFinding? Read(WrittenText text, int at, DateTime now, bool ahead)
    {
        var first = at;
        var labelled = text.IsWord(at) && text.Word(at) is "tgl" or "tanggal" or "tg" or "ping" or "kaping" or "tgal" or "tnggal" or "tangal";
        if (labelled)
            at = text.IsSymbol(at + 1, '.') || text.IsSymbol(at + 1, ':') ? at + 2 : at + 1;
        if (!text.IsDigits(at) || (!labelled && !MayStand(text, at)))
            return null;
        return Iso(text, first, at) ?? Numeric(text, first, at, now, labelled, ahead) ?? Named(text, first, at, now, ahead) ?? (labelled ? DayOnly(text, first, at, now, ahead) : null);
    }

    /// <summary>"jl 17 Agustus 1945", "rt 03/05", "no 4/12" and parts of longer codes are no dates.</summary>
    private static bool MayStand(WrittenText text, int at)
    {
        if (text.IsGlued(at) && !(text.IsSymbol(at - 1, ',') || text.IsSymbol(at - 1, '(')))
            return false;
        var before = at > 0 && text.IsSymbol(at - 1, '.') ? at - 2 : at - 1;
        return before < 0 || !text.IsWord(before) || text.Word(before)
            is not ("jl" or "jln" or "jalan" or "gang" or "gg" or "rt" or "rw" or "no" or "nomor" or "blok" or "nik" or "kk" or "lapangan" or "sdn" or "smpn" or "sman" or "perum" or "ukuran" or "pasal" or "km");
    }

    private static TimeFinding? Iso(WrittenText text, int first, int at)
    {
        if (text.Word(at).Length != 4 || Separator(text, at) is not (> 0 and var month) || Separator(text, month) is not (> 0 and var day) || !text.IsDigits(day))
            return null;
        return Recurring.Try(int.Parse(text.Word(at), CultureInfo.InvariantCulture), Two(text, month), Two(text, day)) is { } date ? Fixed(first, day, date) : null;
    }

    private static TimeFinding? Numeric(WrittenText text, int first, int at, DateTime now, bool labelled, bool ahead)
    {
        if (text.Word(at).Length > 2 || Separator(text, at) is not (> 0 and var month) || !text.IsDigits(month) || Two(text, month) is < 1 or > 12)
            return null;
        if (Separator(text, month) is > 0 and var year && text.IsDigits(year) && Year(text, year) is { } written)
            return HasMore(text, year) || text[at].Kind != text[year].Kind ? null : Recurring.Try(written, Two(text, month), Two(text, at)) is { } date ? Fixed(first, year, date) : null;
        if (!labelled || HasMore(text, month) || !text.IsSymbol(at + 1, '/') && !text.IsSymbol(at + 1, '-'))
            return null;
        if (text.IsWord(month + 1) && TimeWords.Month(text.Word(month + 1)) is >= 1 and <= 12)
            return null;
        return WithoutYear(first, month, Two(text, month), Two(text, at), now, ahead);
    }

    private static TimeFinding? Named(WrittenText text, int first, int at, DateTime now, bool ahead)
    {
        if (text.Word(at).Length > 2)
            return null;
        var day = Two(text, at);
        var month = at + 1;
        var lastDay = 0;
        if (RangeEnd(text, month) is > 0 and var end && text.IsDigits(end) && text.Word(end).Length <= 2)
            (lastDay, month) = (Two(text, end), end + 1);
        if (text.IsSymbol(month, '-') || text.IsSymbol(month, '/'))
            month++;
        if (text.IsWord(month) && text.Word(month) is "bulan" or "bln" or "wulan" or "sasi")
            month++;
        if (!text.IsWord(month) && !(text.IsDigits(month) && text.IsWord(month - 1)))
            return null;
        var number = text.IsWord(month) ? TimeWords.Month(text.Word(month)) : Two(text, month);
        if (number is < 1 or > 12 || day is < 1 or > 31)
            return null;
        var last = month;
        var written = YearAfter(text, ref last);
        if (lastDay > 0)
            return Range(first, last, day, lastDay, number, written, now, ahead);
        if (written is { } year)
            return Recurring.Try(year, number, day) is { } date ? Fixed(first, last, date) : null;
        return WithoutYear(first, last, number, day, now, ahead);
    }

    private static TimeFinding? Range(int first, int last, int day, int lastDay, int month, int? year, DateTime now, bool ahead)
    {
        if (lastDay <= day)
            return null;
        if (year is not { } written)
        {
            var values = Recurring.Days(month, day, lastDay, now, ahead);
            return values.Length == 0 ? null
                : new TimeFinding(TimeKind.DateRange, first, last, Timex.Range($"XXXX-{month:00}-{day:00}", $"XXXX-{month:00}-{lastDay + 1:00}", $"P{lastDay - day + 1}D"), values);
        }
        if (Recurring.Try(written, month, day) is not { } start || Recurring.Try(written, month, lastDay) is not { } end)
            return null;
        return new TimeFinding(TimeKind.DateRange, first, last, Timex.Range(Timex.Day(start), Timex.Day(end.AddDays(1)), $"P{lastDay - day + 1}D"), [TimeValue.Between(start, end.AddDays(1))]);
    }

    /// <summary>"tgl 5", also "tgl 5 kemarin", "tgl 10 bulan depan".</summary>
    private static TimeFinding? DayOnly(WrittenText text, int first, int at, DateTime now, bool ahead)
    {
        if (text.Word(at).Length > 2 || Two(text, at) is < 1 or > 31)
            return null;
        var day = Two(text, at);
        if (RangeEnd(text, at + 1) is > 0 and var end && text.IsDigits(end) && text.Word(end).Length <= 2 && Two(text, end) > day && Two(text, end) <= 31 && !text.IsGlued(end + 1))
        {
            var values = Recurring.Day(day, now, ahead).Select(value => TimeValue.Between(value.Start, value.Start.AddDays(Two(text, end) - day + 1))).ToArray();
            return new TimeFinding(TimeKind.DateRange, first, end, Timex.Range($"XXXX-XX-{day:00}", $"XXXX-XX-{Two(text, end) + 1:00}", $"P{Two(text, end) - day + 1}D"), values);
        }
        if (text.IsWord(at + 1) && TimeWords.Unit(text.Word(at + 1)) == TimeUnit.Month && text.IsWord(TimeWords.SkipWhich(text, at + 2)) && TimeWords.Direction(text.Word(TimeWords.SkipWhich(text, at + 2))) is { } months)
            return Recurring.Try(now.AddMonths(months).Year, now.AddMonths(months).Month, day) is { } date ? Fixed(first, TimeWords.SkipWhich(text, at + 2), date) : null;
        if (text.IsGlued(at + 1) && text[at + 1].Kind != TokenKind.Symbol)
            return null;
        var direction = text.IsWord(at + 1) ? TimeWords.Direction(text.Word(at + 1)) : null;
        var found = Recurring.Day(day, now, ahead || direction == 1);
        if (found.Length == 0)
            return null;
        return direction is -1 or 1 ? Fixed(first, at + 1, found[0].Start) : new TimeFinding(TimeKind.Date, first, at, $"XXXX-XX-{day:00}", found);
    }

    private static TimeFinding? WithoutYear(int first, int last, int month, int day, DateTime now, bool ahead)
    {
        var values = Recurring.DayOfMonth(month, day, now, ahead);
        return values.Length == 0 ? null : new TimeFinding(TimeKind.Date, first, last, $"XXXX-{month:00}-{day:00}", values);
    }

    private static TimeFinding Fixed(int first, int last, DateTime date) => new(TimeKind.Date, first, last, Timex.Day(date), [TimeValue.At(date)]);

    /// <summary>The four-digit or shortened year after a month's name; moves <paramref name="last"/> onto it.</summary>
    public static int? YearAfter(WrittenText text, ref int last)
    {
        var at = last + 1;
        if (text.IsSymbol(at, '-') || text.IsSymbol(at, '/') || text.IsSymbol(at, '\'') || text.IsSymbol(at, ','))
            at++;
        if (text.IsWord(at) && text.Word(at) is "tahun" or "thn" or "th" or "taun")
            at++;
        if (!text.IsDigits(at) || text.IsGlued(at + 1) && text.IsWord(at + 1))
            return null;
        var isFull = text.Word(at).Length == 4 && text.Word(at)[0] is '1' or '2' && text.Word(at)[1] is '9' or '0';
        var isShort = text.Word(at).Length == 2 && at > last + 1 && !text.IsSymbol(last + 1, ',') && (text.IsGlued(at) || text.IsWord(at - 1));
        if (!isFull && !isShort)
            return null;
        last = at;
        return isFull ? int.Parse(text.Word(at), CultureInfo.InvariantCulture) : Century(int.Parse(text.Word(at), CultureInfo.InvariantCulture));
    }

    /// <summary>First token after "-", "s/d", "sampai"; 0 when there is none.</summary>
    public static int RangeEnd(WrittenText text, int at)
    {
        if (text.IsSymbol(at, '-'))
            return at + 1;
        if (text.Is(at, "s") && text.IsSymbol(at + 1, '/') && text.Is(at + 2, "d"))
            return at + 3;
        return text.IsWord(at) && text.Word(at) is "sampai" or "sampe" or "hingga" or "sd" or "nganti" or "ngantos" or "dugi" or "tekan" or "s.d" ? at + 1 : 0;
    }

    private static int Separator(WrittenText text, int at) =>
        text.IsSymbol(at + 1, '/') || text.IsSymbol(at + 1, '-') || (text.IsSymbol(at + 1, '.') && text.IsGlued(at + 1) && text.IsGlued(at + 2)) ? at + 2 : 0;

    private static bool HasMore(WrittenText text, int at) =>
        text.IsGlued(at + 1) && (text.IsWord(at + 1) || (text.IsGlued(at + 2) && text.IsDigits(at + 2) && text.Word(at + 1) is "/" or "-" or "."));

    private static int? Year(WrittenText text, int at) => text.Word(at).Length switch
    {
        4 when text.Word(at)[0] is '1' or '2' => int.Parse(text.Word(at), CultureInfo.InvariantCulture),
        2 => Century(int.Parse(text.Word(at), CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static int Century(int twoDigits) => twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;

    private static int Two(WrittenText text, int at) => text.IsDigits(at) && text.Word(at).Length <= 2 ? int.Parse(text.Word(at), CultureInfo.InvariantCulture) : 0;
}
