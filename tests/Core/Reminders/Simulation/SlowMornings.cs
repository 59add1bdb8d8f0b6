using Puskesos.Core.Cases;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>What an officer reads at 08.15: the minute, the officer and the figures in the order of the text.</summary>
internal readonly record struct MorningList(int Minute, string Officer, string Figures);

/// <summary>The morning lists once more, from the domain sheet, sections 7 and 8: on working days, one for each officer who has something before him or her.</summary>
internal sealed class SlowMornings(int units, IReadOnlyList<Story> stories, IReadOnlyList<SlowClocks> clocks)
{
    /// <summary>08.15, as a minute of the day.</summary>
    public const int Hour = (8 * 60) + 15;

    private const int SilentWorkingDays = 10, RegencyLevel = 3;

    /// <summary>The world's own unit is in the same sub-district, and no case of the simulation is there: it is silent all the time.</summary>
    private const int UnitsWithoutCases = 1;

    /// <summary>What residents and agencies do is no officer's act.</summary>
    private static readonly Deed[] OfOthers = [Deed.File, Deed.DocumentsCame, Deed.AgreeVisit, Deed.Confirm, Deed.Reopen];

    private readonly List<int>[] acts = [.. Enumerable.Range(0, units).Select(unit => stories.Where((_, number) => number % units == unit)
        .SelectMany(story => story.Happened).Where(one => !OfOthers.Contains(one.Value.Deed)).Select(one => one.Key).ToList())];

    public List<MorningList> Until(int end)
    {
        var lists = new List<MorningList>();
        for (var minute = Hour; minute <= end; minute += SlowOffice.DayMinutes)
            if (SlowOffice.IsWorkingDay(SlowOffice.DayOf(minute))) lists.AddRange(OfMorning(minute));
        return lists;
    }

    private IEnumerable<MorningList> OfMorning(int minute)
    {
        var today = SlowOffice.DayOf(minute);
        var sums = new int[units, 6];
        for (var number = 0; number < clocks.Count; number++)
        {
            if (clocks[number].At(minute) is not { } at || !IsOnADesk(at.Status)) continue;
            var (unit, isLate) = (number % units, at.Due is { } due && SlowOffice.DayOf(due) < today);
            bool[] counted = [at.Status is CaseStatus.New or CaseStatus.Reopened, at.Due is { } day && SlowOffice.DayOf(day) == today, isLate,
                at.Status == CaseStatus.Visit, at.Status == CaseStatus.ReferralReview, isLate && at.Level == RegencyLevel];
            for (var figure = 0; figure < counted.Length; figure++) sums[unit, figure] += counted[figure] ? 1 : 0;
        }

        int All(int figure) => Enumerable.Range(0, units).Sum(unit => sums[unit, figure]);
        var lists = new List<(string Officer, int[] Figures)>
        {
            ("TKSK", [All(0), All(2), All(4), Silent(minute)]),
            ("SLRT", [0, 0, 0, All(5)]),
            ("DINSOS", [0, 0, 0, All(5)]),
        };
        for (var unit = 0; unit < units; unit++)
            foreach (var duty in (string[])["FO", "BO", "FA"]) lists.Add((duty + unit, [sums[unit, 0], sums[unit, 1], sums[unit, 2], sums[unit, 3]]));
        return lists.Where(list => list.Figures.Any(figure => figure > 0)).Select(list => new MorningList(minute, list.Officer, string.Join('/', list.Figures)));
    }

    private int Silent(int minute)
    {
        var day = SlowOffice.DayOf(minute);
        for (var left = SilentWorkingDays; left > 0; left--) day = SlowOffice.WorkingDayBefore(day);
        var since = SlowOffice.MinuteAt(day, SlowOffice.Opening);
        return UnitsWithoutCases + acts.Count(unit => !unit.Any(act => act >= since && act <= minute));
    }

    /// <summary>What waits for the resident's yes, or is over, lies before no officer.</summary>
    private static bool IsOnADesk(CaseStatus status) => status is CaseStatus.New or CaseStatus.Reopened or CaseStatus.NeedsDocuments
        or CaseStatus.UnderReview or CaseStatus.Visit or CaseStatus.InProgress or CaseStatus.ReferralReview or CaseStatus.Referred;
}
