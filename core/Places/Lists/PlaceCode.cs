namespace Puskesos.Core.Places;

/// <summary>
/// Kemendagri codes: province "33", regency "33.28", sub-district "33.28.16", village "33.28.16.2007".
/// Not the codes of BPS, which look alike and mean other places.
/// </summary>
public static class PlaceCode
{
    private const int ProvinceLength = 2;
    private const int RegencyLength = 5;
    private const int SubDistrictLength = 8;
    private const int VillageLength = 13;

    /// <summary>Brings a dotted or plain code to the dotted form; null when it is no Kemendagri code.</summary>
    public static string? Normalise(string text)
    {
        Span<char> digits = stackalloc char[10];
        var count = 0;
        foreach (var c in text.AsSpan().Trim())
        {
            if (c == '.')
            {
                continue;
            }

            if (!char.IsAsciiDigit(c) || count == digits.Length)
            {
                return null;
            }

            digits[count++] = c;
        }

        var code = count switch
        {
            2 => new string(digits[..2]),
            4 => $"{digits[..2]}.{digits[2..4]}",
            6 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}",
            10 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..10]}",
            _ => null,
        };

        return code is not null && text.Contains('.') && text.Trim() != code ? null : code;
    }

    public static PlaceLevel? LevelOf(string dotted) => dotted.Length switch
    {
        ProvinceLength => PlaceLevel.Province,
        RegencyLength => PlaceLevel.Regency,
        SubDistrictLength => PlaceLevel.SubDistrict,
        VillageLength => PlaceLevel.Village,
        _ => null,
    };

    public static string ProvinceOf(string dotted) => dotted[..ProvinceLength];

    public static string RegencyOf(string dotted) => dotted[..RegencyLength];

    /// <summary>The sub-district of a village; a shorter code, of a case whose place is not known, stays as it is.</summary>
    public static string SubDistrictOf(string dotted) => dotted.Length > SubDistrictLength ? dotted[..SubDistrictLength] : dotted;

    public static bool IsVillage(string dotted) => dotted.Length == VillageLength;

    /// <summary>The kind that the code itself tells: last level from 1000 kelurahan, from 2000 desa, from 3000 desa adat.</summary>
    public static VillageKind KindOf(string villageCode) => villageCode[^4] switch
    {
        '1' => VillageKind.Kelurahan,
        '3' => VillageKind.DesaAdat,
        _ => VillageKind.Desa,
    };
}

/// <summary>The four levels of the country's administration.</summary>
public enum PlaceLevel
{
    Province,
    Regency,
    SubDistrict,
    Village,
}
