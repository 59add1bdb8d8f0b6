using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Places.Learning;

/// <summary>Names that were not found, and the officer's one click that teaches them.</summary>
public sealed class AliasTeaching(BotDbContext db, TimeProvider clock)
{
    /// <summary>What was told and not found in a regency, the most frequent first.</summary>
    public Task<List<PlaceMiss>> MissesAsync(string regencyCode, int most, CancellationToken cancellationToken) =>
        db.Set<PlaceMiss>().AsNoTracking()
            .Where(miss => miss.RegencyCode == regencyCode)
            .OrderByDescending(miss => miss.Times)
            .ThenByDescending(miss => miss.LastAt)
            .ThenBy(miss => miss.Id)
            .Take(most)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Takes the words of a miss as another name of a village; all instances know it within half a minute. False when the miss is
    /// gone or the village lies in another regency.
    /// </summary>
    public async Task<bool> TeachAsync(long missId, string regencyCode, string villageCode, CancellationToken cancellationToken)
    {
        var miss = await db.Set<PlaceMiss>().SingleOrDefaultAsync(row => row.Id == missId && row.RegencyCode == regencyCode, cancellationToken);
        var village = await db.Set<Village>().SingleOrDefaultAsync(row => row.Code == villageCode && row.RetiredOn == null, cancellationToken);
        if (miss is null || village is null || PlaceCode.RegencyOf(villageCode) != regencyCode)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.Set<VillageAlias>().AnyAsync(row => row.VillageCode == villageCode && row.Alias == miss.Words, cancellationToken))
        {
            db.Add(new VillageAlias
            {
                VillageCode = villageCode,
                Alias = miss.Words,
                Origin = AliasOrigin.TaughtByOfficer,
                CreatedAt = clock.GetUtcNow(),
            });
        }

        db.Remove(miss);
        await db.SaveChangesAsync(cancellationToken);
        await PlaceVersion.RaiseAsync(db, clock, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What officers taught for villages of a regency, by village.</summary>
    public async Task<List<TaughtName>> TaughtAsync(string regencyCode, CancellationToken cancellationToken) =>
        await (from alias in db.Set<VillageAlias>().AsNoTracking()
               join village in db.Set<Village>() on alias.VillageCode equals village.Code
               join subDistrict in db.Set<SubDistrict>() on village.SubDistrictCode equals subDistrict.Code
               where subDistrict.RegencyCode == regencyCode && alias.Origin == AliasOrigin.TaughtByOfficer
               orderby village.Name, alias.Alias
               select new TaughtName(alias.Id, alias.Alias, village.Code, village.Name, subDistrict.Name)).ToListAsync(cancellationToken);

    /// <summary>Takes back a taught name; all instances have forgotten it within half a minute.</summary>
    public async Task ForgetAsync(long aliasId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<VillageAlias>().Where(row => row.Id == aliasId && row.Origin == AliasOrigin.TaughtByOfficer).ExecuteDeleteAsync(cancellationToken);
        await PlaceVersion.RaiseAsync(db, clock, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Takes a miss off the list without teaching anything.</summary>
    public async Task<bool> DismissAsync(long missId, string regencyCode, CancellationToken cancellationToken) =>
        await db.Set<PlaceMiss>().Where(row => row.Id == missId && row.RegencyCode == regencyCode).ExecuteDeleteAsync(cancellationToken) > 0;
}

/// <summary>Another name of a village that an officer taught.</summary>
public sealed record TaughtName(long Id, string Words, string VillageCode, string VillageName, string SubDistrictName);
