using System.Globalization;
using System.Text;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Import;

namespace Puskesos.Benchmarks.Places;

/// <summary>
/// The lists that are imported: the national ones when they lie beside the repository, else as many invented places, so that the
/// benchmark runs anywhere.
/// </summary>
internal sealed class CountryLists : IDisposable
{
    private const int Regencies = 514;
    private const int SubDistrictsPerRegency = 14;
    private const int Villages = 83_762;
    private const int PinCount = 5_000;

    private readonly string? _temporary;

    private CountryLists(string about, string[] places, string boundaries, string? temporary)
    {
        About = about;
        Places = places;
        Boundaries = boundaries;
        _temporary = temporary;
    }

    public string About { get; }

    public string[] Places { get; }

    public string Boundaries { get; }

    public static CountryLists Find()
    {
        for (var at = new DirectoryInfo(BenchServer.Root); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "data", "gazetteer");
            if (Directory.Exists(folder))
            {
                string[] lists = ["regency.csv", "kecamatan.csv", "villages.csv.gz"];
                return new("national lists", [.. lists.Select(list => Path.Combine(folder, list))], Path.Combine(folder, "tegal-boundaries.geojson"), null);
            }
        }

        return Invent();
    }

    /// <summary>Pins over the middle of the served regency, most of them inside a village.</summary>
    public List<MapPoint> Pins(PlaceIndex index)
    {
        var borders = new BoundaryReader(new ImportErrors()).Read(Boundaries).Where(row => index.Village(row.VillageCode) is not null).ToList();
        var random = new Random(7);
        return [.. Enumerable.Range(0, PinCount).Select(_ =>
        {
            var box = borders[random.Next(borders.Count)].Geometry.EnvelopeInternal;
            return new MapPoint(box.MinY + (random.NextDouble() * box.Height), box.MinX + (random.NextDouble() * box.Width));
        })];
    }

    public void Dispose()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private static CountryLists Invent()
    {
        var folder = Directory.CreateTempSubdirectory("puskesos-bench-").FullName;
        var (random, villages, subDistricts) = (new Random(11), new StringBuilder("code,name,kecamatan_code,lat,lon\n"), new StringBuilder("code,name\n"));
        var borders = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (var made = 0; made < Villages; made++)
        {
            // The 28th regency of province 33 is the served one of the benchmark; the others fill the country.
            var regency = made % Regencies;
            var subDistrict = string.Create(CultureInfo.InvariantCulture, $"{11 + (regency / 75):00}.{1 + (regency % 75):00}.{1 + (made / Regencies % SubDistrictsPerRegency):00}");
            subDistrict = regency == 0 ? "33.28" + subDistrict[5..] : subDistrict;
            var number = 2001 + (made / Regencies / SubDistrictsPerRegency);
            var (north, east) = (-7.2 + (random.NextDouble() * 0.3), 109.0 + (random.NextDouble() * 0.3));
            villages.Append(CultureInfo.InvariantCulture, $"{subDistrict}.{number},{InventedNames.Make(random)},{subDistrict},{north:0.00000},{east:0.00000}\n");
            if (number == 2001)
            {
                subDistricts.Append(CultureInfo.InvariantCulture, $"{subDistrict},{InventedNames.Make(random)}\n");
            }

            if (regency == 0)
            {
                borders.Append(CultureInfo.InvariantCulture, $"{(made > 0 ? ",\n" : "\n")}{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{subDistrict}.{number}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{Ring(north, east)}]]}}}}");
            }
        }

        string Put(string name, StringBuilder content)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, content.ToString());
            return path;
        }

        return new("invented lists of the country's size", [Put("kecamatan.csv", subDistricts), Put("villages.csv", villages)], Put("borders.geojson", borders.Append("\n]}")), folder);
    }

    /// <summary>Eighty points around a middle, as many as a real border has.</summary>
    private static string Ring(double north, double east)
    {
        const int Points = 80;
        return string.Join(',', Enumerable.Range(0, Points + 1).Select(at =>
        {
            var angle = at % Points * 2 * Math.PI / Points;
            return FormattableString.Invariant($"[{east + (Math.Cos(angle) / 100):0.00000},{north + (Math.Sin(angle) / 100):0.00000}]");
        }));
    }
}

/// <summary>Names that sound like villages, many of them doubled as in the real list.</summary>
internal static class InventedNames
{
    private static readonly string[] First = ["suka", "karang", "kedung", "jati", "tegal", "marga", "sumber", "wana", "gunung", "kali", "pasir", "muara", "batu", "tanjung", "lebak", "bojong"];
    private static readonly string[] Second = ["sari", "mulya", "jaya", "anyar", "wangi", "harja", "raja", "bogor", "tengah", "lor", "kidul", "agung", "rejo", "asri", "waru", "kembang", "pring", "luhur", "tirta", "ganda", "bakti", "mekar", "peni", "danu"];

    public static string Make(Random random)
    {
        var name = First[random.Next(First.Length)] + (random.Next(4) == 0 ? " " : "") + Second[random.Next(Second.Length)];
        return random.Next(3) > 0 ? name + Second[random.Next(Second.Length)][..2] : name;
    }
}
