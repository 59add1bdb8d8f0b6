namespace Puskesos.Core.Calendar;

/// <summary>
/// The service's clock: real time, moved by the demo's offset when there is one. Timers run in real time; cookies, signatures and
/// leases use real time as well (DESIGN §16).
/// </summary>
public sealed class ServiceClock : TimeProvider
{
    private long offsetTicks;

    /// <summary>How far the clock is moved.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}

/// <summary>The demo's offset, one row that bot and admin both follow; absent outside a demo.</summary>
public sealed class DemoClock
{
    /// <summary>The only row.</summary>
    public const int TheRow = 1;

    public int Id { get; init; }

    public TimeSpan Offset { get; set; }
}
