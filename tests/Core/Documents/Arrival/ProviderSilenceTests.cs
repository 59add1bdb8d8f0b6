using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;

namespace Puskesos.Tests.Core.Documents.Arrival;

/// <summary>A provider that goes silent: no client's own limit covers the middle of a file. The clock is the test's.</summary>
public sealed class ProviderSilenceTests : IAsyncLifetime
{
    /// <summary>Short of what counts as silence.</summary>
    private static readonly TimeSpan Pause = FetchPace.Silence - TimeSpan.FromSeconds(5);

    private static readonly byte[] Photo = SamplePictures.Card(640, 400);
    private readonly SemaphoreSlim came = new(0);
    private readonly SemaphoreSlim goesOn = new(0);
    private DocumentHost host = null!;

    public async ValueTask InitializeAsync() => host = await DocumentHost.StartAsync();

    public ValueTask DisposeAsync()
    {
        came.Dispose();
        goesOn.Dispose();
        return host.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task Forty_five_seconds_of_silence_are_a_lost_line_and_the_file_is_asked_for_again(int bytesBefore)
    {
        host.Provider.Before = async (into, stop) =>
        {
            if (bytesBefore > 0) await into.WriteAsync(Photo.AsMemory(0, bytesBefore), stop);
            came.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
        };
        var id = await host.AnnounceAsync("a");

        var fetching = host.FetchAsync();
        await came.WaitAsync(TestContext.Current.CancellationToken);
        host.Clock.Advance(Pause);
        Assert.False(fetching.IsCompleted);
        host.Clock.Advance(FetchPace.Silence - Pause);
        await fetching;

        var row = await host.FindAsync(id);
        Assert.Equal((DocumentState.Fetching, 1), (row.State, row.Attempts));
        Assert.Empty(host.Files());
        Assert.Empty(await host.ToldAsync());
        (host.Provider.Before, host.Provider.Files["a"]) = (null, Photo);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.FetchAsync();
        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_slow_file_comes_as_long_as_its_parts_come()
    {
        host.Provider.Before = (into, stop) => InPartsAsync(into, 3, stop);
        host.Provider.Files["a"] = Photo[3..];
        var id = await host.AnnounceAsync("a");

        await WhilePartsComeAsync(host.FetchAsync());

        Assert.Equal(DocumentState.Stored, (await host.FindAsync(id)).State);
    }

    [Fact]
    public async Task A_file_that_trickles_for_ever_is_broken_off()
    {
        host.Provider.Before = (into, stop) => InPartsAsync(into, 100, stop);
        var id = await host.AnnounceAsync("a");
        var start = host.Clock.GetUtcNow();

        await WhilePartsComeAsync(host.FetchAsync());

        Assert.Equal(DocumentState.Fetching, (await host.FindAsync(id)).State);
        Assert.InRange(host.Clock.GetUtcNow() - start, FetchPace.Longest, FetchPace.Longest + (2 * Pause));
    }

    private async Task InPartsAsync(Stream into, int parts, CancellationToken stop)
    {
        for (var part = 0; part < parts; part++)
        {
            await into.WriteAsync(Photo.AsMemory(part, 1), stop);
            came.Release();
            await goesOn.WaitAsync(stop);
        }
    }

    /// <summary>Lets the pause pass after each part until the fetch has ended.</summary>
    private async Task WhilePartsComeAsync(Task fetching)
    {
        while (await Task.WhenAny(fetching, came.WaitAsync(TestContext.Current.CancellationToken)) != fetching)
        {
            host.Clock.Advance(Pause);
            goesOn.Release();
        }

        await fetching;
    }
}
