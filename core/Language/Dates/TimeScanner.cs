using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Dates;

/// <summary>Finds all dates, periods, clock times and durations of a message; <c>now</c> is the resident's local time.</summary>
internal static class TimeScanner
{
    /// <summary>Relative dates reach centuries at most; nearer to the ends of the calendar they would fall off it.</summary>
    private static readonly DateTime Earliest = new(1000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private static readonly DateTime Latest = new(9000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static List<TimeFinding> Find(WrittenText text, DateTime now)
    {
        now = now < Earliest ? Earliest : now > Latest ? Latest : now;
        var found = new List<TimeFinding>();
        for (var i = 0; i < text.Count; i++)
        {
            if (text[i].Kind == TokenKind.Symbol || (text.IsDigits(i) && text.Word(i).Length > 4))
                continue;
            if (ReadAt(text, i, now) is not { } finding)
                continue;
            found.Add(finding);
            i = finding.Last;
        }
        return Join(text, found);
    }

    private static TimeFinding? ReadAt(WrittenText text, int at, DateTime now)
    {
        var ahead = PointsAhead(text, at);
        if (HolidayReader.Read(text, at, now, ahead) is { } feast)
            return feast;
        if (ExplicitDateReader.Read(text, at, now, ahead) is { } date)
            return date;
        if (DayReader.Read(text, at, now, ahead) is { } day)
            return BeatenByDate(text, day, now) ?? day;
        if (text.IsGlued(at) && text.IsDigits(at) && text[at - 1].Kind != TokenKind.Symbol)
            return null;
        var inCode = text.IsGlued(at) && text.IsDigits(at) && text.Word(at - 1)[0] is '.' or '/' or '-' or ':' && at > 1 && text.IsGlued(at - 1);
        return inCode ? null : DurationReader.Read(text, at, now) ?? ClockReader.Read(text, at) ?? PeriodReader.Read(text, at, now, ahead);
    }

    /// <summary>"kemarin tgl 5 maret", "Senin, 20-06-2022": the written date counts, not the word beside it.</summary>
    private static TimeFinding? BeatenByDate(WrittenText text, TimeFinding day, DateTime now)
    {
        var next = day.Last + 1;
        while (text.IsSymbol(next, ',') || text.IsSymbol(next, '(') || text.Is(next, "pada"))
            next++;
        return next < text.Count && ExplicitDateReader.Read(text, next, now, false) is { Kind: TimeKind.Date } date ? date with { First = day.First } : null;
    }

    /// <summary>"nanti tgl 5", "besok bulan mei", "bulan mei yang akan datang".</summary>
    private static bool PointsAhead(WrittenText text, int at)
    {
        for (var i = Math.Max(0, at - 2); i < Math.Min(text.Count, at + 5); i++)
            if (text.IsWord(i) && text.Word(i) is "nanti" or "besok" or "mendatang" or "depan" or "mengko" or "mangke" or "engke" or "akan" or "mbesuk" or "benjing" or "sesuk" or "isukan")
                return true;
        return false;
    }

    /// <summary>A date and a clock time side by side are one moment: "besok pukul 10", "jam 8 pagi tgl 5".</summary>
    private static List<TimeFinding> Join(WrittenText text, List<TimeFinding> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (date, time) = found[i].Kind == TimeKind.Time ? (found[i + 1], found[i]) : (found[i], found[i + 1]);
            if (date.Kind != TimeKind.Date || time.Kind != TimeKind.Time || !Touch(text, found[i].Last, found[i + 1].First))
                continue;
            var clock = time.Values[0].Start.TimeOfDay;
            TimeValue[] values = [.. date.Values.Select(value => TimeValue.At(value.Start.Date + clock))];
            if (date.IsOpenWeekday)
                Array.Reverse(values);
            var day = date.Timex.Split('T')[0];
            found[i] = new TimeFinding(TimeKind.DateTime, found[i].First, found[i + 1].Last, day + time.Timex, values);
            found.RemoveAt(i + 1);
        }
        return found;
    }

    private static bool Touch(WrittenText text, int last, int first)
    {
        for (var i = last + 1; i < first; i++)
            if (!(text[i].Kind == TokenKind.Symbol && text.Word(i)[0] is ',' or '-' or '(') && !(text.IsWord(i) && text.Word(i) is "pada" or "sekitar" or "kira" or "jam" or "pukul"))
                return false;
        return true;
    }
}
