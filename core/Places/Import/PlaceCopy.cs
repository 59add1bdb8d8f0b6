using Npgsql;
using NpgsqlTypes;

namespace Puskesos.Core.Places.Import;

/// <summary>Carries lists into the temporary tables of an import with COPY, the fastest way into PostgreSQL.</summary>
internal sealed class PlaceCopy(NpgsqlConnection connection, IProgress<ImportProgress> progress)
{
    private const int ProgressEvery = 500;

    public async Task PlacesAsync(ListedPlaces places, CancellationToken cancellationToken)
    {
        await CopyAsync("incoming_regencies (code, name, short_name, zone)", places.Regencies, WriteRegencyAsync, cancellationToken);
        await CopyAsync("incoming_sub_districts (code, name, latitude, longitude, named)", places.SubDistricts, WriteSubDistrictAsync, cancellationToken);
        await CopyAsync(
            "incoming_villages (code, sub_district_code, name, kind, latitude, longitude)", places.Villages, WriteVillageAsync, cancellationToken);
    }

    /// <summary>Reads the borders file by file straight into the database; the lines say where each village stood.</summary>
    public async Task<Dictionary<string, (string File, int Line)>> BoundariesAsync(
        IReadOnlyList<string> files,
        ImportErrors errors,
        CancellationToken cancellationToken)
    {
        var lines = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        var reader = new BoundaryReader(errors);
        await using var writer = await connection.BeginBinaryImportAsync(
            "copy incoming_boundaries (village_code, geometry, latitude, longitude) from stdin (format binary)", cancellationToken);
        foreach (var path in files)
        {
            var file = Path.GetFileName(path);
            foreach (var row in reader.Read(path))
            {
                if (!lines.TryAdd(row.VillageCode, (file, row.Line)))
                {
                    errors.Add(file, row.Line, $"{row.VillageCode} has two borders");
                    continue;
                }

                var inside = row.Geometry.InteriorPoint;
                await writer.StartRowAsync(cancellationToken);
                await writer.WriteAsync(row.VillageCode, NpgsqlDbType.Text, cancellationToken);
                await writer.WriteAsync(row.Geometry.AsBinary(), NpgsqlDbType.Bytea, cancellationToken);
                await writer.WriteAsync(inside.Y, NpgsqlDbType.Double, cancellationToken);
                await writer.WriteAsync(inside.X, NpgsqlDbType.Double, cancellationToken);
                if (lines.Count % ProgressEvery == 0)
                {
                    progress.Report(new ImportProgress($"borders of {file}", lines.Count));
                }
            }
        }

        await writer.CompleteAsync(cancellationToken);
        return lines;
    }

    private async Task CopyAsync<TRow>(
        string table,
        IEnumerable<TRow> rows,
        Func<NpgsqlBinaryImporter, TRow, CancellationToken, Task> write,
        CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)", cancellationToken);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            await write(writer, row, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task WriteRegencyAsync(NpgsqlBinaryImporter writer, ListedRegency row, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(row.Code, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Name, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(Regency.ShortNameOf(row.Name), NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(ProvinceZones.ZoneOf(row.Code), NpgsqlDbType.Text, cancellationToken);
    }

    private static async Task WriteSubDistrictAsync(NpgsqlBinaryImporter writer, ListedSubDistrict row, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(row.Code, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Name, NpgsqlDbType.Text, cancellationToken);
        await WritePointAsync(writer, row.Point, cancellationToken);
        await writer.WriteAsync(row.IsNamed, NpgsqlDbType.Boolean, cancellationToken);
    }

    private static async Task WriteVillageAsync(NpgsqlBinaryImporter writer, PlaceListRow row, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(row.Code, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(PlaceCode.SubDistrictOf(row.Code), NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Name, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(row.Kind.ToString(), NpgsqlDbType.Text, cancellationToken);
        await WritePointAsync(writer, row.Point, cancellationToken);
    }

    private static async Task WritePointAsync(NpgsqlBinaryImporter writer, MapPoint? point, CancellationToken cancellationToken)
    {
        if (point is { } known)
        {
            await writer.WriteAsync(known.Latitude, NpgsqlDbType.Double, cancellationToken);
            await writer.WriteAsync(known.Longitude, NpgsqlDbType.Double, cancellationToken);
        }
        else
        {
            await writer.WriteNullAsync(cancellationToken);
            await writer.WriteNullAsync(cancellationToken);
        }
    }
}
