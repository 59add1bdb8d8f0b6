namespace Puskesos.Tests.Support;

public sealed class FakeClockTests
{
    private readonly FakeClock clock = new();

    [Fact]
    public void Stands_still_until_advanced()
    {
        var before = clock.GetUtcNow();

        clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(before.AddMinutes(3), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(3), clock.GetElapsedTime(before.UtcTicks));
    }

    [Fact]
    public void Timers_fire_in_order_at_their_own_time()
    {
        var start = clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var late = clock.CreateTimer(_ => fired.Add(("late", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(7), Timeout.InfiniteTimeSpan);
        using var repeated = clock.CreateTimer(_ => fired.Add(("repeated", clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));

        clock.Advance(TimeSpan.FromSeconds(8));

        Assert.Equal([("repeated", TimeSpan.FromSeconds(3)), ("repeated", TimeSpan.FromSeconds(6)), ("late", TimeSpan.FromSeconds(7))], fired);
        Assert.Equal(start.AddSeconds(8), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_is_reached()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock, TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));

        await delay;
    }

    [Fact]
    public void A_disposed_timer_fires_no_more()
    {
        var fired = 0;
        var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(2));

        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(2, fired);
    }
}
