using Npgsql;
using NpgsqlTypes;

namespace Puskesos.Core.Places;

/// <summary>Reads all place rows of one moment from the database, fast enough for the whole country (83,762 villages).</summary>
public sealed class PlaceRowsReader(NpgsqlDataSource database)
{
    private const string VersionQuery = "select version from place_list_version where id = 1";

    private const string Regencies = "copy (select code, name, area_letters is not null from regencies) to stdout (format binary)";

    private const string SubDistricts =
        "copy (select code, name, latitude, longitude from sub_districts where retired_on is null) to stdout (format binary)";

    private const string Villages =
        "copy (select code, sub_district_code, name, kind, latitude, longitude from villages where retired_on is null) to stdout (format binary)";

    private const string Aliases = "copy (select village_code, alias from village_aliases) to stdout (format binary)";

    private const string ServedBoundaries =
        """
        copy (select b.village_code, b.geometry from village_boundaries b
              join regencies r on r.code = left(b.village_code, 5)
              where r.area_letters is not null) to stdout (format binary)
        """;

    private const string OpenUnits =
        """
        copy (select code, name, kind, area_code, latitude, longitude from puskesos_units
              where not is_test and valid_to is null and latitude is not null) to stdout (format binary)
        """;

    /// <summary>The version that the lists have now; -1 before the first migration's row.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellationToken)
    {
        await using var query = database.CreateCommand(VersionQuery);
        return await query.ExecuteScalarAsync(cancellationToken) is long version ? version : -1;
    }

    /// <summary>All rows of one snapshot, and its version.</summary>
    public async Task<(PlaceRows Rows, long Version)> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await using var query = new NpgsqlCommand(VersionQuery, connection);
        var version = await query.ExecuteScalarAsync(cancellationToken) is long found ? found : -1;

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new PlaceRows
        {
            Regencies = await ExportAsync(connection, Regencies, row => new RegencyRow(Text(row), Text(row), row.Read<bool>()), cancellationToken),
            SubDistricts = await ExportAsync(
                connection, SubDistricts, row => new SubDistrictRow(Text(row), Text(row), Degrees(row), Degrees(row)), cancellationToken),
            Villages = await ExportAsync(
                connection,
                Villages,
                row => new VillageRow(Text(row), Shared(Text(row)), Shared(Text(row)), Enum.Parse<VillageKind>(Text(row)), Degrees(row), Degrees(row)),
                cancellationToken),
            Aliases = await ExportAsync(connection, Aliases, row => new AliasRow(Text(row), Text(row)), cancellationToken),
            Boundaries = await ExportAsync(
                connection, ServedBoundaries, row => new BoundaryRow(Text(row), row.Read<byte[]>(NpgsqlDbType.Bytea)), cancellationToken),
            Units = await ExportAsync(
                connection,
                OpenUnits,
                row => new UnitPointRow(
                    Text(row), Text(row), Enum.Parse<UnitKind>(Text(row)), Text(row), new MapPoint(row.Read<double>(), row.Read<double>())),
                cancellationToken),
        };
        return (rows, version);

        string Shared(string text) => names.TryGetValue(text, out var known) ? known : names[text] = text;
    }

    private static async Task<List<TRow>> ExportAsync<TRow>(
        NpgsqlConnection connection,
        string copy,
        Func<NpgsqlBinaryExporter, TRow> read,
        CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        await using var export = await connection.BeginBinaryExportAsync(copy, cancellationToken);
        while (await export.StartRowAsync(cancellationToken) >= 0)
        {
            rows.Add(read(export));
        }

        return rows;
    }

    private static string Text(NpgsqlBinaryExporter row) => row.Read<string>(NpgsqlDbType.Text);

    private static double? Degrees(NpgsqlBinaryExporter row)
    {
        if (!row.IsNull)
        {
            return row.Read<double>(NpgsqlDbType.Double);
        }

        row.Skip();
        return null;
    }
}
