using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>Reads "hari ini", "kemarin", "besok", "lusa", "tadi pagi", "semalam", weekdays and "malam minggu".</summary>
internal static class DayReader
{
    public static TimeFinding? Read(WrittenText text, int at, DateTime now, bool ahead) =>
        !text.IsWord(at) ? null : Today(text, at, now) ?? Shifted(text, at, now) ?? PartOfToday(text, at, now) ?? NightBefore(text, at, now, ahead) ?? Weekday(text, at, now, ahead);

    private static TimeFinding? Today(WrittenText text, int at, DateTime now)
    {
        var isDay = TimeWords.Unit(text.Word(at)) == TimeUnit.Day && text.Word(at) is not "ari" && !(at > 0 && TimeWords.SmallNumber(text, at - 1) is not null);
        return isDay && text.IsWord(at + 1) && text.Word(at + 1) is "ini" or "iki" or "ieu" or "niki" or "punika" or "kiye" or "menika" ? WithPart(text, at, at + 1, now.Date) : null;
    }

    private static TimeFinding? Shifted(WrittenText text, int at, DateTime now)
    {
        if (at > 0 && text.IsWord(at - 1) && text.Word(at - 1) is "sugeng" or "wilujeng" or "selamat")
            return null;
        var last = at;
        int? shift = text.Word(at) switch
        {
            "kemarin" or "kemaren" or "kmrn" or "kmren" or "kmarin" or "wingi" or "kamari" or "kmaren" or "kemarn" => -1,
            "besok" or "bsk" or "sesuk" or "isukan" or "enjing" or "benjing" or "mbenjing" or "mbesuk" or "ngenjing" or "esuknya" => 1,
            "lusa" or "pageto" or "emben" or "tulat" => 2,
            _ => null,
        };
        if (shift is null || IsPartOfRange(text, at))
            return null;
        if (text.IsWord(at + 1) && text.Word(at + 1) is "lusa" or "dulu" or "uni" or "dhisik" or "dina" && shift is -1 or 1)
        {
            last++;
            shift *= 2;
        }
        return WithPart(text, at, last, now.Date.AddDays(shift.Value));
    }

    /// <summary>Two "kemarin-kemarin" in a row are no day.</summary>
    private static bool IsPartOfRange(WrittenText text, int at) =>
        text[at].Doubled || (text.IsSymbol(at + 1, '-') && text.IsWord(at + 2) && text.Word(at + 2).SequenceEqual(text.Word(at)))
        || (at > 1 && text.IsSymbol(at - 1, '-') && text.Word(at - 2).SequenceEqual(text.Word(at)));

    /// <summary>"tadi pagi", "nanti malam", "semalam", "tadi malam" (last night), "mau bengi".</summary>
    private static TimeFinding? PartOfToday(WrittenText text, int at, DateTime now)
    {
        if (text.Word(at) is "semalam" or "semalem" or "tadimalam" or "sewengi" && !(at > 0 && TimeWords.SmallNumber(text, at - 1) is not null))
            return Dated(at, at, now.Date.AddDays(-1), "TNI");
        var past = text.Word(at) is "tadi" or "mau" or "wau" or "td";
        if (!past && text.Word(at) is not ("nanti" or "mengko" or "mangke" or "engke" or "ntar" or "nti") || !text.IsWord(at + 1) || TimeWords.DayPart(text.Word(at + 1)) is not { } part)
            return null;
        return Dated(at, at + 1, part == "TNI" && past ? now.Date.AddDays(-1) : now.Date, part);
    }

    /// <summary>"malam minggu" is Saturday night, "selasa malam rabu" Tuesday night.</summary>
    private static TimeFinding? NightBefore(WrittenText text, int at, DateTime now, bool ahead)
    {
        var first = at;
        var own = TimeWords.Weekday(text.Word(at));
        if (own > 0 && text.IsWord(at + 1) && text.Word(at + 1) is "malam" or "malem")
            at++;
        if (text.Word(at) is not ("malam" or "malem") || !text.IsWord(at + 1) || TimeWords.Weekday(text.Word(at + 1)) is not (> 0 and var next))
            return null;
        if (first == at && first > 0 && text.IsWord(first - 1) && text.Word(first - 1) is "tadi" or "jam")
            return null;
        var weekday = next == 1 ? 7 : next - 1;
        return new TimeFinding(TimeKind.Date, first, at + 1, $"XXXX-WXX-{weekday}TNI", Recurring.Weekday(weekday, now, ahead));
    }

    private static TimeFinding? Weekday(WrittenText text, int at, DateTime now, bool ahead)
    {
        var hasHari = text.Word(at) is "hari" or "hr" or "dina" or "dinten" or "poe";
        var name = hasHari ? at + 1 : at;
        if (!text.IsWord(name) || TimeWords.Weekday(text.Word(name)) is not (> 0 and var weekday) || (text.Is(name, "minggu") && !hasHari && !IsSunday(text, name)))
            return null;
        var last = TimeWords.SkipWhich(text, name + 1);
        var direction = text.IsWord(last) ? TimeWords.Direction(text.Word(last)) : null;
        if (direction == -1 && text.Is(last, "tadi"))
            direction = null;
        var values = Recurring.Weekday(weekday, now, ahead || direction >= 0);
        if (direction is null)
        {
            var part = text.IsWord(name + 1) ? TimeWords.DayPart(text.Word(name + 1)) : null;
            return new TimeFinding(TimeKind.Date, at, part is null ? name : name + 1, $"XXXX-WXX-{weekday}{part}", values, true);
        }
        var day = direction == 1 && values[0].Start == now.Date ? now.Date.AddDays(7) : values[0].Start;
        return Dated(at, last, day, null);
    }

    /// <summary>"Minggu pukul 10", "minggu tgl 19", "Minggu, 14 Februari", "ahad": Sunday, not a week.</summary>
    private static bool IsSunday(WrittenText text, int at)
    {
        var next = text.IsSymbol(at + 1, ',') ? at + 2 : at + 1;
        if (text.IsWord(next) && TimeWords.Direction(text.Word(next)) is not null)
            next++;
        if (text.IsWord(next) && text.Word(next) is "pukul" or "jam" or "pkl" or "tgl" or "tanggal")
            return true;
        return text.IsDigits(next) && ((text.IsWord(next + 1) && TimeWords.Month(text.Word(next + 1)) > 0) || text.IsSymbol(next + 1, '/') || text.IsSymbol(next + 1, '-'));
    }

    private static TimeFinding WithPart(WrittenText text, int first, int last, DateTime day)
    {
        var part = text.IsWord(last + 1) ? TimeWords.DayPart(text.Word(last + 1)) : null;
        return Dated(first, part is null ? last : last + 1, day, part);
    }

    private static TimeFinding Dated(int first, int last, DateTime day, string? part) => new(TimeKind.Date, first, last, Timex.Day(day) + part, [TimeValue.At(day)]);
}
