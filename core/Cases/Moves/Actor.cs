using Puskesos.Core.Officers;

namespace Puskesos.Core.Cases.Moves;

/// <summary>Who makes a move: the resident, the system, or an officer with the roles that he or she has for this case.</summary>
/// <param name="OfficerId">The officer; null for the resident and the system.</param>
/// <param name="Name">The officer's name as residents read it.</param>
/// <param name="RoleCode">What the history shows: <c>resident</c>, <c>system</c> or a role's code.</param>
/// <param name="Roles">The officer's roles for the case's unit.</param>
public sealed record Actor(long? OfficerId, string Name, string RoleCode, IReadOnlySet<Role> Roles)
{
    private static readonly HashSet<Role> NoRoles = [];

    /// <summary>The person who reported or is helped.</summary>
    public static readonly Actor Resident = new(null, "", "resident", NoRoles);

    /// <summary>A rule that acts by itself: a term that ran out, papers that came.</summary>
    public static readonly Actor System = new(null, "", "system", NoRoles);

    public bool IsOfficer => OfficerId is not null;

    /// <summary>An officer in front of a case; the history shows the role in which he or she most likely acts.</summary>
    public static Actor Officer(OfficerReach reach, Case seen)
    {
        var roles = reach.RolesOn(seen);
        return new Actor(reach.OfficerId, reach.Name, roles.Count == 0 ? "officer" : roles.Min().Code(), roles);
    }

    public bool HasAny(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
            if (Roles.Contains(role)) return true;
        return false;
    }
}
