using Microsoft.Extensions.Logging.Abstractions;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Demo;

namespace Puskesos.Tests.Core.Places;

public sealed class LivePlaceIndexTests(PlacesDatabase places) : IClassFixture<PlacesDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Index_is_swapped_only_when_the_lists_move()
    {
        using var live = new LivePlaceIndex(new PlaceRowsReader(places.Source), NullLogger<LivePlaceIndex>.Instance);
        var empty = live.IsLoaded;
        await live.RefreshAsync(Cancellation);
        var first = live.Current;
        await live.RefreshAsync(Cancellation);
        var same = live.Current;

        await places.Raw.ScalarAsync("update place_list_version set version = version + 1");
        await live.RefreshAsync(Cancellation);

        Assert.False(empty);
        Assert.Equal(287, first.VillageCount);
        Assert.Equal([DemoRows.Tegal], first.ServedRegencies);
        Assert.Same(first, same);
        Assert.NotSame(first, live.Current);
    }

    [Fact]
    public async Task Demo_area_is_loaded_once()
    {
        var version = await places.Raw.ScalarAsync("select version from place_list_version");

        await using var db = places.Open();
        await DemoPlaces.LoadAsync(db, places.Clock, Cancellation);

        Assert.Equal(18, await places.Raw.CountAsync("sub_districts"));
        Assert.Equal(287, await places.Raw.CountAsync("villages"));
        Assert.Equal(42, await places.Raw.CountAsync("puskesos_units"));
        Assert.Equal(version, await places.Raw.ScalarAsync("select version from place_list_version"));
    }
}
