namespace Puskesos.Core.Reports.Lives;

/// <summary>What came in (indicators 1 to 5).</summary>
internal sealed class IntakeFigures(ReportedPeriod period)
{
    /// <summary>The need and the kind of need (PPKS) that tell a disability.</summary>
    private const string DisabilityNeed = "DISABILITAS";
    private const int DisabilityKind = 9;

    /// <summary>Old from 60 years (UU 13/1998), a child under 18 (UU 35/2014).</summary>
    private const int OldAge = 60, FullAge = 18;

    private readonly Tally<int> channels = new();
    private readonly Tally<string> categories = new(), programmes = new(), villages = new();
    private readonly Dictionary<int, (HashSet<long> All, HashSet<long> Confidential)> kinds = [];
    private readonly HashSet<long> persons = [], disabled = [];
    private int total, confidential, @checked, checkable, onTime;
    private int withNik, women, men, elderly, children;

    public Dictionary<string, CountedCell> Villages => villages.Cells(code => code);

    public void Add(ReportedCase one)
    {
        if (!period.Holds(one.FiledAt)) return;
        total++;
        if (one.IsConfidential) confidential++;
        channels.Add(one.Channel, one.IsConfidential);
        villages.Add(one.VillageCode, one.IsConfidential);
        foreach (var need in one.Needs)
        {
            categories.Add(need.Category, one.IsConfidential);
            if (need.Programme is not null) programmes.Add(need.Programme, one.IsConfidential);
        }

        AddCheck(one);
        AddPerson(one);
    }

    public void Write(RawFigures raw)
    {
        void Put(int indicator, string part, double? value, long hidden = 0) => raw.Add(indicator, new CountedCell(part, value, hidden));
        Put(1, "total", total);
        Put(1, "confidential", confidential, confidential);
        channels.Write(raw, 1, "channel:");
        categories.Write(raw, 2, "category:");
        programmes.Write(raw, 2, "programme:");
        Put(3, "persons", persons.Count);
        Put(3, "with-nik", withNik);
        foreach (var (part, count) in new[] { ("women", women), ("men", men), ("elderly", elderly), ("children", children) }) Put(3, part, withNik > 0 ? count : null);
        Put(3, "disabled", disabled.Count);
        foreach (var (kind, (all, hidden)) in kinds) Put(4, $"kind:{kind}", all.Count, hidden.Count);
        raw.AddShare(5, "on-time", onTime, checkable);
        Put(5, "checked", @checked);
    }

    /// <summary>Checked by the end of the first working day after filing; what is still waiting counts when that day is over.</summary>
    private void AddCheck(ReportedCase one)
    {
        var filed = one.Days.Of(one.FiledAt);
        if (one.FirstCheckedAt is { } at)
        {
            @checked++;
            checkable++;
            if (one.Days.Of(at) - filed <= 1) onTime++;
        }
        else if (one.ClosedAt is null && one.Days.Of(period.AsOf) - filed > 1)
        {
            checkable++;
        }
    }

    /// <summary>Women and men, the old and children by what the NIK says; nothing is guessed of people without one.</summary>
    private void AddPerson(ReportedCase one)
    {
        if (one.PpksKind is { } kind)
        {
            if (!kinds.TryGetValue(kind, out var people)) kinds.Add(kind, people = ([], []));
            people.All.Add(one.PersonId);
            if (one.IsConfidential) people.Confidential.Add(one.PersonId);
        }

        if (one.PpksKind == DisabilityKind || one.Needs.Exists(need => need.Category == DisabilityNeed)) disabled.Add(one.PersonId);
        if (!persons.Add(one.PersonId) || one.BirthYear is not { } born) return;
        withNik++;
        if (one.IsWoman == true) women++;
        if (one.IsWoman == false) men++;
        if (period.LastYear - born >= OldAge) elderly++;
        if (period.LastYear - born < FullAge) children++;
    }
}
