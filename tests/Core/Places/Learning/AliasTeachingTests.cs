using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Learning;

namespace Puskesos.Tests.Core.Places.Learning;

public sealed class AliasTeachingTests : IAsyncLifetime
{
    private readonly PlacesDatabase _places = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _places.InitializeAsync();

    public ValueTask DisposeAsync() => _places.DisposeAsync();

    [Fact]
    public async Task Same_words_are_counted_once_a_row()
    {
        await MissAsync("Jebogor");
        await MissAsync("jebogor ");

        await using var db = _places.Open();
        var miss = Assert.Single(await new AliasTeaching(db, _places.Clock).MissesAsync(DemoRows.Tegal, 10, Cancellation));

        Assert.Equal(("jebogor", 2), (miss.Words, miss.Times));
    }

    [Fact]
    public async Task Taught_name_is_found_from_then_on()
    {
        await MissAsync("jebogor");
        await using var db = _places.Open();
        var miss = await db.Set<PlaceMiss>().SingleAsync(Cancellation);

        var taught = await new AliasTeaching(db, _places.Clock).TeachAsync(miss.Id, DemoRows.Tegal, "33.28.16.2007", Cancellation);

        var (rows, version) = await new PlaceRowsReader(_places.Source).ReadAsync(Cancellation);
        Assert.True(taught);
        Assert.Equal("33.28.16.2007", new PlaceIndex(rows, version).Find("jebogor", DemoRows.InTegal).Candidates[0].Code);
        Assert.Empty(await new AliasTeaching(db, _places.Clock).MissesAsync(DemoRows.Tegal, 10, Cancellation));
    }

    [Theory]
    [InlineData("33.29", "33.28.16.2007")]
    [InlineData("33.28", "33.28.16.2999")]
    public async Task Nothing_is_taught_across_regencies_or_about_unknown_villages(string officersRegency, string village)
    {
        await MissAsync("jebogor");
        await using var db = _places.Open();
        var miss = await db.Set<PlaceMiss>().SingleAsync(Cancellation);

        Assert.False(await new AliasTeaching(db, _places.Clock).TeachAsync(miss.Id, officersRegency, village, Cancellation));
        Assert.Equal(0, await _places.Raw.CountAsync("village_aliases"));
    }

    private async Task MissAsync(string words)
    {
        await using NpgsqlConnection connection = await _places.Source.OpenConnectionAsync(Cancellation);
        await PlaceMissCount.AddAsync(connection, DemoRows.Tegal, words, MissKind.NotFound, _places.Clock.GetUtcNow(), Cancellation);
    }
}
