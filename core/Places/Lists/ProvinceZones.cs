namespace Puskesos.Core.Places;

/// <summary>The time zone of a regency by its province (Keppres 41/1987, with the provinces founded since).</summary>
public static class ProvinceZones
{
    private static readonly HashSet<string> Central = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"];
    private static readonly HashSet<string> Eastern = ["81", "82", "91", "92", "93", "94", "95", "96"];

    public static string ZoneOf(string regencyCode)
    {
        var province = PlaceCode.ProvinceOf(regencyCode);
        return Eastern.Contains(province) ? "Asia/Jayapura" : Central.Contains(province) ? "Asia/Makassar" : "Asia/Jakarta";
    }
}
