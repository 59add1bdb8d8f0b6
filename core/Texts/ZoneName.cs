namespace Puskesos.Core.Texts;

/// <summary>The three Indonesian zones as people write them.</summary>
public static class ZoneName
{
    /// <summary>WIB, WITA or WIT for one of the four Indonesian zone ids.</summary>
    public static string Of(string timeZoneId) => timeZoneId switch
    {
        "Asia/Makassar" => "WITA",
        "Asia/Jayapura" => "WIT",
        _ => "WIB",
    };
}
