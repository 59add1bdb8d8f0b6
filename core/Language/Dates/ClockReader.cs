using System.Globalization;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>Reads clock times: "jam 8 pagi", "pukul 15.25", "9:30 malam", "jam setengah 7"; "3 jam" is a duration and not read here.</summary>
internal static class ClockReader
{
    /// <summary>A clock time or a range of two, or null.</summary>
    public static TimeFinding? Read(WrittenText text, int at)
    {
        if (ReadOne(text, at, false) is not { } from)
            return null;
        var next = from.Last + 1;
        var isRange = text.IsSymbol(next, '-') || (text.IsWord(next) && text.Word(next) is "sampai" or "sampe" or "hingga" or "sd");
        if (isRange && ReadOne(text, next + 1, true) is { } to && to.Time > from.Time)
            return new TimeFinding(TimeKind.TimeRange, at, to.Last, Timex.Range(from.Timex, to.Timex, $"PT{(to.Time - from.Time).TotalHours:0.##}H"),
                [TimeValue.Between(DateTime.MinValue + from.Time, DateTime.MinValue + to.Time)]);
        return new TimeFinding(TimeKind.Time, at, from.Last, from.Timex, [TimeValue.At(DateTime.MinValue + from.Time)]);
    }

    private static (TimeSpan Time, string Timex, int Last)? ReadOne(WrittenText text, int at, bool isLabelled)
    {
        var number = at;
        if (text.IsWord(at) && text.Word(at) is "jam" or "pukul" or "pkl" or "tabuh" or "pk" or "jm")
        {
            isLabelled = true;
            number = text.IsSymbol(at + 1, '.') || text.IsSymbol(at + 1, ':') ? at + 2 : at + 1;
        }
        var half = isLabelled && text.Is(number, "setengah");
        if (half)
            number++;
        if (TimeWords.SmallNumber(text, number) is not { } hour || hour > 24 || (text.IsDigits(number) && text.Word(number).Length > 2))
            return null;
        if (!isLabelled && !text.IsDigits(number))
            return null;
        var last = number;
        var minutes = half ? null : Part(text, ref last, isLabelled);
        var seconds = minutes is null ? null : Part(text, ref last, false);
        var part = text.IsWord(last + 1) ? TimeWords.DayPart(text.Word(last + 1)) : null;
        if (!isLabelled && part is null && !(minutes is not null && text.IsSymbol(number + 1, ':')))
            return null;
        if (!isLabelled && part is not null && minutes is null && !text.IsDigits(number))
            return null;
        if (part is not null)
            last++;
        if (text.IsWord(last + 1) && text.Word(last + 1) is "wib" or "wita" or "wit")
            last++;
        var time = new TimeSpan(Hour24(hour, part), minutes ?? 0, seconds ?? 0);
        if (half)
            time -= TimeSpan.FromMinutes(30);
        time = TimeSpan.FromTicks((time.Ticks + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay);
        return (time, Timex.Clock(time, minutes is not null || half, seconds is not null), last);
    }

    private static int? Part(WrittenText text, ref int last, bool allowPoint)
    {
        var sign = text.IsSymbol(last + 1, ':') || text.IsSymbol(last + 1, '.');
        if (!sign || !text.IsGlued(last + 1) || !text.IsGlued(last + 2) || !text.IsDigits(last + 2) || text.Word(last + 2).Length != 2)
            return null;
        var value = int.Parse(text.Word(last + 2), CultureInfo.InvariantCulture);
        if (value > 59 || (!allowPoint && text.IsSymbol(last + 1, '.') && !(text.IsWord(last + 3) && TimeWords.DayPart(text.Word(last + 3)) is not null)))
            return null;
        last += 2;
        return value;
    }

    /// <summary>"12 malam" is midnight, "12:00 pagi" too, "1 siang" is 13, "9:30 malam" is 21:30, "2 malam" is 2 in the night.</summary>
    private static int Hour24(int hour, string? part) => part switch
    {
        "TMO" => hour == 12 ? 0 : hour,
        "TAF" => hour is >= 1 and <= 6 ? hour + 12 : hour,
        "TEV" => hour is >= 1 and <= 11 ? hour + 12 : hour,
        "TNI" => hour is 12 or 24 ? 0 : hour is >= 5 and <= 11 ? hour + 12 : hour,
        _ => hour % 24,
    };
}
