using Microsoft.AspNetCore.Identity;

namespace Puskesos.Core.Officers;

/// <summary>Somebody who works at the desk. Signs in with e-mail and password; what he or she may do stands in the roles.</summary>
public sealed class Officer : IdentityUser<long>
{
    /// <summary>As residents read it: "Rini", "Bu Endang".</summary>
    public required string Name { get; set; }

    public required string RegencyCode { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>True for the demo's invented officers and the self-check's: password only, signed in from this machine alone.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Absent until this day (inclusive), or null.</summary>
    public DateOnly? AbsentUntil { get; set; }

    /// <summary>Who gets the work while this officer is absent; null = the TKSK.</summary>
    public long? SubstituteId { get; set; }

    public List<OfficerRole> Roles { get; init; } = [];
}

/// <summary>One duty of an officer in one place.</summary>
public sealed class OfficerRole
{
    public long Id { get; init; }

    public long OfficerId { get; init; }

    public Role Role { get; init; }

    /// <summary>A unit code for desk roles, a sub-district code for TKSK and PKH, a regency code for the rest.</summary>
    public required string AreaCode { get; init; }

    /// <summary>True when the officer takes part in the 24-hour duty for emergencies.</summary>
    public bool OnDuty { get; set; }
}

/// <summary>The duties of DOMAIN §3. Stored by number: never renumber.</summary>
public enum Role
{
    FrontOffice = 1,
    BackOffice = 2,
    Fasilitator = 3,
    DataOperator = 4,
    VillageHead = 5,
    Tksk = 6,
    Pkh = 7,
    Slrt = 8,
    Dinsos = 9,
    DataProtection = 10,
}

/// <summary>The names of roles in commands and reports (CONTRACT §5).</summary>
public static class RoleCodes
{
    private static readonly string[] Codes =
        ["front-office", "back-office", "fasilitator", "data-operator", "village-head", "tksk", "pkh", "slrt", "dinsos", "dpo"];

    public static IReadOnlyList<string> All => Codes;

    /// <summary>The code of a role.</summary>
    public static string Code(this Role role) => Codes[(int)role - 1];

    /// <summary>The role of a code, or null for an unknown one.</summary>
    public static Role? Parse(string code) => Array.IndexOf(Codes, code) is var at and >= 0 ? (Role)(at + 1) : null;
}
