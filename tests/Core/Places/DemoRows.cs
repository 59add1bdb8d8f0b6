using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Places;

/// <summary>A few villages of Kabupaten Tegal and its neighbours, as rows of an index without a database.</summary>
internal static class DemoRows
{
    public const string Tegal = "33.28";

    public static readonly PlaceScope InTegal = PlaceScope.OfRegency(Tegal);

    private static readonly Lazy<PlaceRows> AllOfTegal = new(() =>
    {
        var lines = EmbeddedLists.Lines("Demo.tegal.tsv");
        return new PlaceRows
        {
            Regencies = [new RegencyRow(Tegal, "Kabupaten Tegal", IsServed: true)],
            SubDistricts = [.. lines.Select(line => (Code: PlaceCode.SubDistrictOf(line[0]), Name: line[3])).Distinct()
                .Select(row => new SubDistrictRow(row.Code, row.Name, null, null))],
            Villages = [.. lines.Select(line => new VillageRow(line[0], PlaceCode.SubDistrictOf(line[0]), line[1], PlaceCode.KindOf(line[0]), null, null))],
        };
    });

    /// <summary>The demo area as a fresh installation has it.</summary>
    public static PlaceRows TegalOnly() => AllOfTegal.Value;

    /// <summary>The demo area with other names of some villages.</summary>
    public static PlaceRows WithAliases(params AliasRow[] aliases) => Copy(aliases, [], []);

    /// <summary>The demo area, units with points, and borders.</summary>
    public static PlaceRows With(IReadOnlyCollection<BoundaryRow> borders, IReadOnlyCollection<UnitPointRow> units) => Copy([], borders, units);

    private static PlaceRows Copy(
        IReadOnlyCollection<AliasRow> aliases,
        IReadOnlyCollection<BoundaryRow> borders,
        IReadOnlyCollection<UnitPointRow> units) => new()
        {
            Regencies = TegalOnly().Regencies,
            SubDistricts = TegalOnly().SubDistricts,
            Villages = TegalOnly().Villages,
            Aliases = aliases,
            Boundaries = borders,
            Units = units,
        };

    private static class EmbeddedLists
    {
        public static List<string[]> Lines(string name)
        {
            using var stream = typeof(PlaceIndex).Assembly.GetManifestResourceStream($"Puskesos.Core.Places.{name}")!;
            using var text = new StreamReader(stream);
            return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split('\t'))];
        }
    }
}
