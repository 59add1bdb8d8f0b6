namespace Puskesos.Core.Places;

/// <summary>Answers an operator's question where a case of a village or a pin would go today.</summary>
public sealed class RouteQuestion(PuskesosRouter router, PlaceRowsReader reader, TimeProvider clock)
{
    private static readonly RouteDecision Outside = new(null, null, null, RouteRule.Outside);

    public Task<RouteDecision> OfVillageAsync(string villageCode, CancellationToken cancellationToken) =>
        router.RouteAsync(villageCode, RouteBypass.None, pin: null, TodayIn(villageCode), cancellationToken);

    /// <summary>The village that holds the pin decides, else the nearest one where no borders are imported, else the nearest unit.</summary>
    public async Task<RouteDecision> OfPinAsync(MapPoint pin, CancellationToken cancellationToken)
    {
        var (rows, version) = await reader.ReadAsync(cancellationToken);
        var finding = new PlaceIndex(rows, version).FindPin(pin.Latitude, pin.Longitude, PlaceScope.Served);
        return finding switch
        {
            { Choices: [var village, ..] } =>
                await router.RouteAsync(village.Code, RouteBypass.None, pin, TodayIn(village.Code), cancellationToken),
            { Units: [var unit, ..] } => await router.RouteWithoutVillageAsync(
                PlaceCode.RegencyOf(unit.AreaCode), pin, TodayIn(unit.AreaCode), cancellationToken),
            _ => Outside,
        };
    }

    private DateOnly TodayIn(string code)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(ProvinceZones.ZoneOf(PlaceCode.RegencyOf(code)));
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
    }
}
