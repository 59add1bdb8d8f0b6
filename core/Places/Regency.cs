namespace Puskesos.Core.Places;

/// <summary>A kabupaten or kota. It is served by this installation once it has area letters for its tickets.</summary>
public sealed class Regency
{
    /// <summary>Kemendagri code of two levels, "33.28".</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>The name without "Kabupaten" or "Kota", as people say it.</summary>
    public required string ShortName { get; set; }

    /// <summary>Three letters that begin its tickets, without I and O and unique in the installation; null when it is not served.</summary>
    public string? AreaLetters { get; set; }

    /// <summary>IANA zone of the regency; ticket months, working hours and every shown time follow it.</summary>
    public required string TimeZoneId { get; set; }

    public string ProvinceCode { get; set; } = "";

    public string DinsosName { get; set; } = "";

    public string OfficeAddress { get; set; } = "";

    public string OfficeHours { get; set; } = "";

    /// <summary>Name of the list this row came from or was last changed by.</summary>
    public string ListVersion { get; set; } = "";

    /// <summary>Whether a village head may read the ordinary cases of the own village (DOMAIN §3, "if allowed"); not before its Dinsos says so.</summary>
    public bool VillageHeadsRead { get; set; }

    public bool IsServed => AreaLetters is not null;

    /// <summary>The name by which it is told apart: "Kota Tegal" keeps its kind, "Kabupaten Brebes" is Brebes.</summary>
    public static string SpokenNameOf(string name) => name.StartsWith("Kota ", StringComparison.OrdinalIgnoreCase) ? name : ShortNameOf(name);

    /// <summary>The spoken name: "Kabupaten Tegal" becomes "Tegal".</summary>
    public static string ShortNameOf(string name)
    {
        foreach (var kind in new[] { "Kabupaten ", "Kota ", "Kab. " })
        {
            if (name.StartsWith(kind, StringComparison.OrdinalIgnoreCase))
            {
                return name[kind.Length..];
            }
        }

        return name;
    }
}
