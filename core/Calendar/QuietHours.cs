namespace Puskesos.Core.Calendar;

/// <summary>The hours in which no notice rings a resident's phone; replies and emergencies do not ask (DOMAIN, section 7).</summary>
public static class QuietHours
{
    private static readonly TimeOnly Begins = new(20, 0);
    private static readonly TimeOnly Ends = new(7, 0);

    /// <summary>Whether this moment lies in the quiet hours of the zone.</summary>
    public static bool Covers(DateTimeOffset at, IndonesianZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return zone.TimeOf(at).IsBetween(Begins, Ends);
    }

    /// <summary>The moment itself, or the end of the quiet hours that it lies in.</summary>
    public static DateTimeOffset Ended(DateTimeOffset at, IndonesianZone zone)
    {
        if (!Covers(at, zone)) return at.ToUniversalTime();
        var day = zone.DayOf(at);
        return zone.At(zone.TimeOf(at) < Ends ? day : day.AddDays(1), Ends);
    }
}
