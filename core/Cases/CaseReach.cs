using System.Linq.Expressions;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;

namespace Puskesos.Core.Cases;

/// <summary>Which cases an officer may see, and in which roles he or she stands before one (DOMAIN §3, §9).</summary>
public static class CaseReach
{
    /// <summary>Length of a sub-district's code at the head of a village's: "33.28.16" of "33.28.16.2007".</summary>
    private const int SubDistrictLength = 8;

    /// <summary>A referral to PKH that was sent is seen there from then on.</summary>
    private static readonly ReferralState[] ToCompanion = [ReferralState.Sent, ReferralState.Received, ReferralState.InProgress, ReferralState.Answered];

    private static readonly HashSet<Role> DutyTksk = [Role.Tksk];
    private static readonly HashSet<Role> DutyDinsos = [Role.Dinsos, Role.FrontOffice, Role.BackOffice];

    /// <summary>The filter of every query for an officer; a case outside it does not exist for him or her.</summary>
    public static Expression<Func<Case, bool>> Sees(OfficerReach reach)
    {
        var (regency, ordinary, confidential, duty, all, companion) =
            (reach.RegencyCode, reach.OrdinaryUnits, reach.ConfidentialUnits, reach.DutySubDistricts, reach.RegencyDuty, reach.CompanionUnits);
        if (companion.Length > 0)
            return seen => seen.RegencyCode == regency &&
                ((seen.Secrecy == Secrecy.Ordinary && (ordinary.Contains(seen.UnitCode) ||
                    (companion.Contains(seen.UnitCode) && seen.Referrals.Any(row => row.Kind == AgencyKind.PkhCompanion && ToCompanion.Contains(row.State))))) ||
                 (seen.Secrecy == Secrecy.Confidential && confidential.Contains(seen.UnitCode)) ||
                 (seen.Secrecy == Secrecy.Secret && (all || duty.Contains(seen.VillageCode.Substring(0, SubDistrictLength)))));
        // Without the arm for secret cases, which nobody off duty has, the database reads by unit alone.
        if (!all && duty.Length == 0)
            return seen => seen.RegencyCode == regency &&
                ((seen.Secrecy == Secrecy.Ordinary && ordinary.Contains(seen.UnitCode)) || (seen.Secrecy == Secrecy.Confidential && confidential.Contains(seen.UnitCode)));
        return seen => seen.RegencyCode == regency &&
            ((seen.Secrecy == Secrecy.Ordinary && ordinary.Contains(seen.UnitCode)) ||
             (seen.Secrecy == Secrecy.Confidential && confidential.Contains(seen.UnitCode)) ||
             (seen.Secrecy == Secrecy.Secret && (all || duty.Contains(seen.VillageCode.Substring(0, SubDistrictLength)))));
    }

    /// <summary>The roles in which this officer stands before a case that he or she sees; empty for one of another unit or too secret.</summary>
    public static IReadOnlySet<Role> RolesOn(this OfficerReach reach, Case seen) => seen.Secrecy switch
    {
        _ when seen.RegencyCode != reach.RegencyCode => new HashSet<Role>(),
        Secrecy.Secret when reach.RegencyDuty => DutyDinsos,
        Secrecy.Secret => IsOnDutyFor(reach, seen) ? DutyTksk : new HashSet<Role>(),
        Secrecy.Confidential => reach.ConfidentialUnits.Contains(seen.UnitCode) ? reach.RolesAt(seen.UnitCode) : new HashSet<Role>(),
        _ => reach.OrdinaryUnits.Contains(seen.UnitCode) || reach.CompanionUnits.Contains(seen.UnitCode) ? reach.RolesAt(seen.UnitCode) : new HashSet<Role>(),
    };

    private static bool IsOnDutyFor(OfficerReach reach, Case seen) =>
        PlaceCode.IsVillage(seen.VillageCode) && reach.DutySubDistricts.Contains(PlaceCode.SubDistrictOf(seen.VillageCode));
}
