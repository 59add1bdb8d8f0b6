using System.Globalization;
using System.IO.Compression;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Messy;

/// <summary>The national list that lies beside the repository, as rows of an index; for measuring only.</summary>
internal sealed class Gazetteer(string folder)
{
    private readonly Lazy<List<VillageRow>> _villages = new(() => [.. Rows(folder, "villages.csv.gz").Select(row =>
        new VillageRow(row[0], row[3], row[1], PlaceCode.KindOf(row[0]), Degrees(row[4]), Degrees(row[5])))]);

    private readonly Lazy<List<SubDistrictRow>> _subDistricts = new(() => [.. Rows(folder, "kecamatan.csv").Select(row =>
        new SubDistrictRow(row[0], row[1], Degrees(row[3]), Degrees(row[4])))]);

    private readonly Lazy<List<RegencyRow>> _regencies = new(() => [.. Rows(folder, "regency.csv").Select(row => new RegencyRow(row[0], row[1], false))]);

    public IReadOnlyList<VillageRow> Villages => _villages.Value;

    public IReadOnlyList<SubDistrictRow> SubDistricts => _subDistricts.Value;

    public IReadOnlyList<RegencyRow> Regencies => _regencies.Value;

    /// <summary>The whole country, of which these regencies are served.</summary>
    public PlaceRows Country(params string[] served) => new()
    {
        Regencies = [.. Regencies.Select(row => row with { IsServed = served.Contains(row.Code) })],
        SubDistricts = [.. SubDistricts],
        Villages = [.. Villages],
    };

    /// <summary>Only these regencies, as an installation without the national list has them.</summary>
    public PlaceRows Only(params string[] served) => new()
    {
        Regencies = [.. Regencies.Where(row => served.Contains(row.Code)).Select(row => row with { IsServed = true })],
        SubDistricts = [.. SubDistricts.Where(row => served.Contains(PlaceCode.RegencyOf(row.Code)))],
        Villages = [.. Villages.Where(row => served.Contains(PlaceCode.RegencyOf(row.Code)))],
    };

    private static IEnumerable<string[]> Rows(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        using var unpacked = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var text = new StreamReader(unpacked);
        foreach (var row in new CsvRows(text).Read().Skip(1))
        {
            yield return row.Fields;
        }
    }

    private static double? Degrees(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
