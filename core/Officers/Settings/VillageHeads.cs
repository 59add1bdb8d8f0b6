using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers.Settings;

/// <summary>Whether the village heads of a regency read the ordinary cases of their village. S1, S2 and complaints about staff never (DOMAIN §3, §9).</summary>
public sealed class VillageHeads(BotDbContext database, SettingLog log)
{
    /// <summary>Only Dinsos allows it.</summary>
    public static bool MayAllow(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.Dinsos);
    }

    /// <summary>What holds now.</summary>
    public Task<bool> AreAllowedAsync(string regencyCode, CancellationToken cancellationToken) =>
        database.Set<Regency>().Where(row => row.Code == regencyCode).Select(row => row.VillageHeadsRead).SingleAsync(cancellationToken);

    /// <summary>Allows it or takes it back, from the next page on.</summary>
    public async Task<bool> AllowAsync(OfficerReach by, bool allowed, CancellationToken cancellationToken)
    {
        if (!MayAllow(by)) return false;
        var regency = await database.Set<Regency>().SingleAsync(row => row.Code == by.RegencyCode, cancellationToken);
        log.Add(new(by, SettingSubject.VillageHeads, regency.Code, SettingLog.Switch(regency.VillageHeadsRead), SettingLog.Switch(allowed)));
        regency.VillageHeadsRead = allowed;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
