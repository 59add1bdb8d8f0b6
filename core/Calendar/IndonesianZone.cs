namespace Puskesos.Core.Calendar;

/// <summary>One of Indonesia's time zones with the short name that people know it by: WIB, WITA or WIT.</summary>
public sealed record IndonesianZone(string Name, TimeZoneInfo Zone)
{
    private const string TimeZoneDataMissing =
        "The time zones of Indonesia are not on this machine; install its time zone data (Debian and Ubuntu: the package tzdata).";

    /// <summary>West Kalimantan and Central Kalimantan keep WIB but have a zone of their own in the time zone data.</summary>
    private static readonly HashSet<string> Pontianak = ["61", "62"];

    /// <summary>Bali, Nusa Tenggara, the rest of Kalimantan and Sulawesi, by the first two digits of the Kemendagri code.</summary>
    private static readonly HashSet<string> Central = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];

    /// <summary>Maluku and Papua.</summary>
    private static readonly HashSet<string> Eastern = ["81", "82", "91", "92", "93", "94", "95", "96"];

    /// <summary>The zone of the province that a regency's or village's Kemendagri code belongs to (18 provinces WIB, 12 WITA, 8 WIT).</summary>
    public static IndonesianZone OfArea(string areaCode)
    {
        ArgumentNullException.ThrowIfNull(areaCode);
        var province = areaCode.Length >= 2 ? areaCode[..2] : areaCode;
        if (Central.Contains(province))
            return new("WITA", Find("Asia/Makassar"));
        if (Eastern.Contains(province))
            return new("WIT", Find("Asia/Jayapura"));
        return new("WIB", Find(Pontianak.Contains(province) ? "Asia/Pontianak" : "Asia/Jakarta"));
    }

    /// <summary>Refuses to go on where the machine has no time zone data: every promise of a day would be wrong.</summary>
    public static void EnsureKnown()
    {
        foreach (var areaCode in (string[])["33", "61", "73", "91"])
            OfArea(areaCode);
    }

    /// <summary>The day in this zone at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The time of day in this zone at an instant.</summary>
    public TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The instant, in UTC, of a day and a time of day in this zone.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new InvalidOperationException(TimeZoneDataMissing);
}
