using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Places;

/// <summary>How far an officer may see and change what is about places: Dinsos and SLRT the regency, a TKSK the own sub-districts, others nothing.</summary>
public sealed class PlaceDuty(CurrentOfficer current, BotDbContext database)
{
    /// <summary>True when the pages about places are for this officer.</summary>
    public static bool MayRead(OfficerReach reach) => reach.AllRoles.Overlaps([Role.Tksk, Role.Slrt, Role.Dinsos]);

    /// <summary>The officer's places; null when these pages are not for him or her.</summary>
    public async Task<DutyArea?> FindAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayRead(reach)) return null;
        var isWhole = reach.AllRoles.Overlaps([Role.Slrt, Role.Dinsos]);
        var own = isWhole ? [] : await database.OfficerRoles.Where(role => role.OfficerId == reach.OfficerId && role.Role == Role.Tksk)
            .Select(role => role.AreaCode).ToListAsync(cancellationToken);
        var regency = await database.Set<Regency>().AsNoTracking().SingleAsync(row => row.Code == reach.RegencyCode, cancellationToken);
        return new DutyArea(regency, isWhole ? null : own.Where(code => code.StartsWith(reach.RegencyCode, StringComparison.Ordinal)).ToHashSet(), reach.AllRoles.Overlaps([Role.Tksk, Role.Dinsos]));
    }
}

/// <summary>The places of an officer.</summary>
/// <param name="Regency">The officer's regency.</param>
/// <param name="SubDistricts">The sub-districts of a TKSK; null = the whole regency.</param>
/// <param name="MayTeach">TKSK and Dinsos teach names; the SLRT reads.</param>
public sealed record DutyArea(Regency Regency, IReadOnlySet<string>? SubDistricts, bool MayTeach)
{
    /// <summary>True for a sub-district of this officer.</summary>
    public bool Holds(string subDistrictCode) => SubDistricts?.Contains(subDistrictCode) ?? subDistrictCode.StartsWith(Regency.Code, StringComparison.Ordinal);
}
