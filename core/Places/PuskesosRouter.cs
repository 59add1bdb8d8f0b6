using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Places;

/// <summary>
/// Says which unit gets a case: the village's own Puskesos, else the nearest of its sub-district that takes neighbours, else the
/// sub-district's, else the nearest of the regency, else the SLRT (DOMAIN F02). Units open and close by date, so it asks the
/// database at filing and keeps nothing in memory.
/// </summary>
public sealed class PuskesosRouter(BotDbContext db)
{
    private static readonly RouteDecision Nowhere = new(null, null, null, RouteRule.Outside);

    /// <summary>Routes a case of this village on this day; nearest is measured from the pin when the resident sent one.</summary>
    public async Task<RouteDecision> RouteAsync(
        string villageCode,
        RouteBypass bypass,
        MapPoint? pin,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        var origin = await OriginAsync(villageCode, cancellationToken);
        if (origin is null)
        {
            return Nowhere;
        }

        var units = await OpenUnitsAsync(PlaceCode.RegencyOf(villageCode), villageCode, today, cancellationToken);
        return bypass == RouteBypass.None
            ? RouteRules.Choose(units, villageCode, pin ?? origin.Point)
            : RouteRules.ChooseBypass(units, villageCode, bypass);
    }

    /// <summary>The nearest unit to a pin of which no village is known, because the regency has no boundaries and no village points.</summary>
    public async Task<RouteDecision> RouteWithoutVillageAsync(
        string regencyCode,
        MapPoint pin,
        DateOnly today,
        CancellationToken cancellationToken)
    {
        var units = await OpenUnitsAsync(regencyCode, null, today, cancellationToken);
        return RouteRules.NearestOfRegency(units, pin) ?? Nowhere;
    }

    /// <summary>A danger of which only the regency is known: to its SLRT, which sees the whole regency, else to its Dinas Sosial.</summary>
    public async Task<RouteDecision> RouteWithoutPlaceAsync(string regencyCode, DateOnly today, CancellationToken cancellationToken)
    {
        var units = await OpenUnitsAsync(regencyCode, null, today, cancellationToken);
        return RouteRules.ChooseWithoutPlace(units);
    }

    private async Task<Origin?> OriginAsync(string villageCode, CancellationToken cancellationToken)
    {
        var found = await (
            from village in db.Set<Village>().AsNoTracking()
            join subDistrict in db.Set<SubDistrict>().AsNoTracking() on village.SubDistrictCode equals subDistrict.Code
            join regency in db.Set<Regency>().AsNoTracking() on subDistrict.RegencyCode equals regency.Code
            where village.Code == villageCode && regency.AreaLetters != null
            select new
            {
                village.Latitude,
                village.Longitude,
                SubDistrictLatitude = subDistrict.Latitude,
                SubDistrictLongitude = subDistrict.Longitude,
            }).SingleOrDefaultAsync(cancellationToken);

        return found is null
            ? null
            : new Origin(
                MapPoint.From(found.Latitude, found.Longitude)
                ?? MapPoint.From(found.SubDistrictLatitude, found.SubDistrictLongitude));
    }

    /// <summary>A test unit serves its own made-up village and nobody else; that village has no other unit.</summary>
    private async Task<List<PuskesosUnit>> OpenUnitsAsync(string regencyCode, string? villageCode, DateOnly today, CancellationToken cancellationToken)
    {
        var open = await db.Set<PuskesosUnit>().AsNoTracking()
            .Where(unit => unit.RegencyCode == regencyCode
                && (!unit.IsTest || unit.AreaCode == villageCode)
                && unit.ValidFrom <= today
                && (unit.ValidTo == null || today <= unit.ValidTo))
            .ToListAsync(cancellationToken);
        return open.Exists(unit => unit.IsTest) ? open.FindAll(unit => unit.IsTest) : open;
    }

    private sealed record Origin(MapPoint? Point);
}
