using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers;

/// <summary>A duty in a place, checked: desk roles belong to a unit, TKSK and PKH to a sub-district, the others to a regency.</summary>
/// <param name="Role">The duty.</param>
/// <param name="AreaCode">As <see cref="OfficerRole.AreaCode"/> keeps it.</param>
/// <param name="RegencyCode">The regency around it.</param>
public sealed record OfficerArea(Role Role, string AreaCode, string RegencyCode)
{
    /// <summary>The area that an operator means by a unit code or a Kemendagri code; null when there is none for this role.</summary>
    public static async Task<OfficerArea?> FindAsync(BotDbContext database, Role role, string written, CancellationToken cancellationToken)
    {
        var code = PlaceCode.Normalise(written) ?? written.Trim();
        switch (role)
        {
            case Role.Tksk or Role.Pkh:
                var subDistrict = await database.Set<SubDistrict>().SingleOrDefaultAsync(row => row.Code == code, cancellationToken);
                return subDistrict is null ? null : new OfficerArea(role, code, subDistrict.RegencyCode);
            case Role.Slrt or Role.Dinsos or Role.DataProtection:
                var regency = await database.Set<Regency>().SingleOrDefaultAsync(row => row.Code == code && row.AreaLetters != null, cancellationToken);
                return regency is null ? null : new OfficerArea(role, code, regency.Code);
            default:
                var unit = await database.Set<PuskesosUnit>().Where(row => row.Code == written.Trim() || row.AreaCode == code).OrderBy(row => row.ValidTo != null).FirstOrDefaultAsync(cancellationToken);
                return unit is null ? null : new OfficerArea(role, unit.Code, unit.RegencyCode);
        }
    }
}
