using System.Globalization;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>What each officer's morning list says: a desk reads of its unit, a TKSK of the sub-district, SLRT and Dinsos of their desk and of what has gone up to them.</summary>
internal sealed class DigestWords(
    IReadOnlyList<UnitFigures> figures, IReadOnlyList<string> silent, Dictionary<string, UnitCard> units, Dictionary<string, string> subDistricts, OfficerNotices notices)
{
    /// <summary>One list for an officer with these duties, the widest of them; null when there is nothing to tell.</summary>
    public Notice? Of(IReadOnlyList<ReachedOfficer> duties)
    {
        if (duties.FirstOrDefault(duty => duty.Role == Role.Tksk) is { } tksk) return ToTksk(tksk);
        var desks = duties.Where(duty => duty.Role is Role.FrontOffice or Role.BackOffice or Role.Fasilitator).Select(duty => duty.AreaCode).ToHashSet();
        var (slrt, dinsos) = (duties.Any(duty => duty.Role == Role.Slrt), duties.Any(duty => duty.Role == Role.Dinsos));
        if (!slrt && !dinsos) return ToDesk(duties[0].Name, desks);
        desks.UnionWith(units.Values.Where(unit => (slrt && unit.Kind == UnitKind.Slrt) || (dinsos && unit.Kind == UnitKind.Dinsos)).Select(unit => unit.Code));
        return ToRegency(duties[0].Name, desks, dinsos);
    }

    /// <summary>The cases of the regency's own desks are not the TKSK's; of those at Dinsos nobody else knows.</summary>
    private Notice? ToTksk(ReachedOfficer tksk)
    {
        var here = figures.Where(unit => unit.SubDistrictCode == tksk.AreaCode && KindOf(unit) is not (UnitKind.Slrt or UnitKind.Dinsos)).ToList();
        var quiet = silent.Count(code => code == tksk.AreaCode);
        return Told(
            OfficerMessages.MorningDigest_ToTksk, [here.Sum(unit => unit.New), here.Sum(unit => unit.Late), here.Sum(unit => unit.Review), quiet],
            ["new", "late", "review", "silent"],
            ("officer", tksk.Name), ("subdistrict", subDistricts.GetValueOrDefault(tksk.AreaCode, tksk.AreaCode)), ("link", notices.LinkTo("papan")));
    }

    private Notice? ToRegency(string officer, HashSet<string> desks, bool isDinsos)
    {
        var (mine, others) = (figures.Where(unit => desks.Contains(unit.UnitCode)).ToList(), figures.Where(unit => !desks.Contains(unit.UnitCode)));
        var above = isDinsos ? others.Sum(unit => unit.Above) : others.Where(unit => KindOf(unit) != UnitKind.Dinsos).Sum(unit => unit.AboveOrdinary);
        return Told(
            OfficerMessages.MorningDigest_ToRegency, [mine.Sum(unit => unit.New), mine.Sum(unit => unit.Due), mine.Sum(unit => unit.Late), above],
            ["new", "due", "late", "above"], ("officer", officer), ("link", notices.LinkTo("papan")));
    }

    private Notice? ToDesk(string officer, HashSet<string> desks)
    {
        var mine = figures.Where(unit => desks.Contains(unit.UnitCode)).ToList();
        return Told(
            OfficerMessages.MorningDigest_ToOfficer, [mine.Sum(unit => unit.New), mine.Sum(unit => unit.Due), mine.Sum(unit => unit.Late), mine.Sum(unit => unit.Visits)],
            ["new", "due", "late", "visits"], ("officer", officer), ("link", notices.LinkTo("tugas")));
    }

    private UnitKind KindOf(UnitFigures unit) => units.GetValueOrDefault(unit.UnitCode)?.Kind ?? UnitKind.Desa;

    private static Notice? Told(string key, int[] counts, string[] gaps, params (string Name, string Value)[] others) =>
        counts.All(count => count == 0) ? null
            : new Notice(key, [.. others, .. gaps.Zip(counts, (gap, count) => (gap, count.ToString(CultureInfo.InvariantCulture)))]);
}
