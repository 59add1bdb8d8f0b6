using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers;

/// <summary>How far an officer's roles reach: which units' cases he or she may see, how secret, and with which roles (DOMAIN §3, §9).</summary>
public sealed class OfficerReach
{
    private static readonly FrozenSet<Role> Nothing = FrozenSet<Role>.Empty;

    /// <summary>Roles that read the ordinary cases of a unit; a village head where the regency allows it. A PKH coordinator sees only what was referred, the data-protection officer no case.</summary>
    private static readonly Role[] ReadsOrdinary =
        [Role.FrontOffice, Role.BackOffice, Role.Fasilitator, Role.DataOperator, Role.Tksk, Role.Slrt, Role.Dinsos];

    /// <summary>S2: the desk that handles it, the TKSK and Dinsos; never the village head.</summary>
    private static readonly Role[] ReadsConfidential = [Role.FrontOffice, Role.BackOffice, Role.Tksk, Role.Dinsos];

    private readonly FrozenDictionary<string, FrozenSet<Role>> rolesByUnit;

    private OfficerReach(Officer officer, IEnumerable<PuskesosUnit> around, bool villageHeadsRead)
    {
        var units = around.ToList();
        OfficerId = officer.Id;
        Name = officer.Name;
        RegencyCode = officer.RegencyCode;
        rolesByUnit = units.Where(unit => unit.RegencyCode == officer.RegencyCode)
            .Select(unit => (unit.Code, Roles: officer.Roles.SelectMany(role => RolesAt(role, unit)).ToFrozenSet()))
            .Where(at => at.Roles.Count > 0)
            .ToFrozenDictionary(at => at.Code, at => at.Roles);
        OrdinaryUnits = UnitsWith(villageHeadsRead ? [.. ReadsOrdinary, Role.VillageHead] : ReadsOrdinary);
        ConfidentialUnits = UnitsWith(ReadsConfidential);
        CompanionUnits = UnitsWith([Role.Pkh]);
        DutySubDistricts = [.. officer.Roles.Where(role => role is { Role: Role.Tksk, OnDuty: true }).Select(role => role.AreaCode)];
        RegencyDuty = officer.Roles.Any(role => role is { Role: Role.Dinsos, OnDuty: true });
        DeskUnits = [.. rolesByUnit.Where(at => at.Value.Overlaps([Role.FrontOffice, Role.BackOffice])).Select(at => at.Key).Order(StringComparer.Ordinal)];
        FilingAreas = [.. officer.Roles.Select(role => FilingAreaOf(role, units)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        AllRoles = officer.Roles.Select(role => role.Role).ToFrozenSet();
    }

    public long OfficerId { get; }

    /// <summary>As residents read it.</summary>
    public string Name { get; }

    public string RegencyCode { get; }

    /// <summary>Every role, wherever it holds.</summary>
    public IReadOnlySet<Role> AllRoles { get; }

    /// <summary>Units whose ordinary cases (S0) may be seen.</summary>
    public string[] OrdinaryUnits { get; }

    /// <summary>Units whose confidential cases (S2) may be seen.</summary>
    public string[] ConfidentialUnits { get; }

    /// <summary>Units whose referrals to PKH this companion or coordinator gets; no other case of theirs may be seen.</summary>
    public string[] CompanionUnits { get; }

    /// <summary>Sub-districts in which this TKSK is on duty: secret cases (S1) from there may be seen.</summary>
    public string[] DutySubDistricts { get; }

    /// <summary>On duty at Dinsos: every secret case of the regency may be seen.</summary>
    public bool RegencyDuty { get; }

    /// <summary>Units at whose desk the officer works: new cases wait for him or her there.</summary>
    public string[] DeskUnits { get; }

    /// <summary>Kemendagri codes of the places for whose people a fasilitator, TKSK or PKH companion may file (DOMAIN §2 F05).</summary>
    public string[] FilingAreas { get; }

    /// <summary>Takes complaints at a desk, or files as a helper.</summary>
    public bool MayFile => DeskUnits.Length > 0 || FilingAreas.Length > 0;

    /// <summary>The roles held for a unit; empty for a unit out of reach.</summary>
    public IReadOnlySet<Role> RolesAt(string unitCode) => rolesByUnit.GetValueOrDefault(unitCode, Nothing);

    /// <summary>Reads an officer and the units around; null when the account does not exist or was switched off.</summary>
    public static async Task<OfficerReach?> LoadAsync(BotDbContext database, long officerId, CancellationToken cancellationToken)
    {
        // What the regency allows comes with the officer: no page asks the database once more for it.
        var found = await database.Users.AsNoTracking().Include(row => row.Roles).Where(row => row.Id == officerId && row.IsActive)
            .Select(row => new { Officer = row, HeadsRead = database.Set<Regency>().Any(area => area.Code == row.RegencyCode && area.VillageHeadsRead) }).SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var units = await database.Set<PuskesosUnit>().AsNoTracking().Where(unit => unit.RegencyCode == found.Officer.RegencyCode).ToListAsync(cancellationToken);
        return Of(found.Officer, units, found.HeadsRead);
    }

    /// <summary>The reach of an officer among these units; the regency says whether village heads read cases.</summary>
    public static OfficerReach Of(Officer officer, IEnumerable<PuskesosUnit> units, bool villageHeadsRead) => new(officer, units, villageHeadsRead);

    private static Role[] RolesAt(OfficerRole held, PuskesosUnit unit) => held.Role switch
    {
        Role.FrontOffice or Role.BackOffice or Role.Fasilitator or Role.DataOperator or Role.VillageHead => held.AreaCode == unit.Code ? [held.Role] : [],
        Role.Tksk or Role.Pkh => IsInSubDistrict(unit, held.AreaCode) ? [held.Role] : [],
        Role.Slrt when unit.Kind == UnitKind.Slrt => [Role.Slrt, Role.FrontOffice, Role.BackOffice],
        Role.Slrt => unit.Kind == UnitKind.Dinsos ? [] : [Role.Slrt],
        Role.Dinsos when unit.Kind == UnitKind.Dinsos => [Role.Dinsos, Role.FrontOffice, Role.BackOffice],
        Role.Dinsos => [Role.Dinsos],
        _ => [],
    };

    private static bool IsInSubDistrict(PuskesosUnit unit, string subDistrictCode) =>
        unit.Kind is UnitKind.Desa or UnitKind.Kelurahan or UnitKind.Kecamatan &&
        (unit.AreaCode == subDistrictCode || unit.AreaCode.StartsWith(subDistrictCode + ".", StringComparison.Ordinal));

    private static string? FilingAreaOf(OfficerRole held, List<PuskesosUnit> units) => held.Role switch
    {
        Role.Fasilitator => units.Find(unit => unit.Code == held.AreaCode)?.AreaCode,
        Role.Tksk or Role.Pkh => held.AreaCode,
        _ => null,
    };

    private string[] UnitsWith(Role[] roles) =>
        [.. rolesByUnit.Where(at => at.Value.Overlaps(roles)).Select(at => at.Key).Order(StringComparer.Ordinal)];
}
