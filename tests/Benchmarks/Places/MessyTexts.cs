using Puskesos.Core.Places;

namespace Puskesos.Benchmarks.Places;

/// <summary>Answers and stories as residents write them, with every village of a regency once in each way.</summary>
internal static class MessyTexts
{
    public static List<string> Of(PlaceIndex index, string regencyCode)
    {
        var random = new Random(5);
        var villages = Enumerable.Range(1, 99)
            .SelectMany(number => index.VillagesOf($"{regencyCode}.{number:00}"))
            .Select(village => (Name: village.Name.ToLowerInvariant(), SubDistrict: village.SubDistrictName.ToLowerInvariant()))
            .ToList();
        return [.. villages.SelectMany(village => new[]
        {
            village.Name,
            $"{village.Name} {village.SubDistrict}",
            $"ds. {village.Name} kec. {village.SubDistrict}",
            $"{Without(village.Name, random)} {village.SubDistrict}",
            $"{Without(village.Name, random)} {Without(village.SubDistrict, random)}",
            Without(Without(village.Name, random), random),
            $"pak saya mau lapor, bantuan saya tidak cair sejak bulan maret, saya dari {village.Name} {village.SubDistrict}, sudah tanya ketua rt tapi belum ada jawaban",
            "kartu kis saya mati kemarin mau berobat ditolak puskesmas, tolong dibantu",
        }).OrderBy(_ => random.Next())];
    }

    private static string Without(string name, Random random) => name.Length > 3 ? name.Remove(random.Next(name.Length), 1) : name;
}
