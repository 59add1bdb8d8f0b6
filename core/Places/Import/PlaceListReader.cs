using System.Globalization;

namespace Puskesos.Core.Places.Import;

/// <summary>
/// Reads lists of villages, sub-districts and regencies. The level of a row is told by its code; columns are found by name:
/// code, name and, where the list has them, kind, the parent's code or name, and the point.
/// </summary>
public sealed class PlaceListReader(ImportErrors errors, IProgress<ImportProgress> progress)
{
    private const int LongestName = 120;
    private const int ProgressEvery = 20_000;

    private readonly Dictionary<string, PlaceListRow> _rows = new(StringComparer.Ordinal);

    /// <summary>All rows of all files by code.</summary>
    public IReadOnlyDictionary<string, PlaceListRow> Rows => _rows;

    public void Read(string path)
    {
        var file = Path.GetFileName(path);
        using var text = ListFile.OpenText(path);
        var rows = new CsvRows(text);
        try
        {
            Read(file, rows.Read());
        }
        catch (InvalidDataException broken)
        {
            errors.Add(file, rows.Line, broken.Message);
        }
    }

    private void Read(string file, IEnumerable<CsvRow> rows)
    {
        Columns? columns = null;
        foreach (var row in rows)
        {
            if (columns is null)
            {
                columns = new Columns(new ListColumns(row.Fields));
                if (columns.Code < 0 || columns.Name < 0)
                {
                    errors.Add(file, row.Line, "the heading has no column 'code' or no column 'name'");
                    return;
                }
            }
            else if (ReadRow(file, row, columns) is { } place)
            {
                Keep(place);
            }

            if (row.Line % ProgressEvery == 0)
            {
                progress.Report(new ImportProgress($"reading {file}", row.Line));
            }
        }

        if (columns is null)
        {
            errors.Add(file, 1, "the file is empty");
        }
    }

    private PlaceListRow? ReadRow(string file, CsvRow row, Columns columns)
    {
        var written = ListColumns.Field(row.Fields, columns.Code) ?? "";
        var code = PlaceCode.Normalise(written);
        var name = ListColumns.Field(row.Fields, columns.Name);
        var parent = ListColumns.Field(row.Fields, columns.Parent);
        if (code is null)
        {
            errors.Add(file, row.Line, $"'{written}' is no Kemendagri code");
        }
        else if (name is null || name.Length > LongestName)
        {
            errors.Add(file, row.Line, $"{code} has no name, or one of more than {LongestName} letters");
        }
        else if (parent is not null && (PlaceCode.Normalise(parent) is not { } above || !code.StartsWith(above + ".", StringComparison.Ordinal)))
        {
            errors.Add(file, row.Line, $"{code} does not lie in '{parent}'");
        }
        else if (Kind(file, row, columns, code) is { } kind && TryPoint(file, row, columns, code, out var point))
        {
            return new PlaceListRow(code, ListedName.Of(name), kind, ListColumns.Field(row.Fields, columns.ParentName) is { } around ? ListedName.Of(around) : null, point, file, row.Line);
        }

        return null;
    }

    private VillageKind? Kind(string file, CsvRow row, Columns columns, string code)
    {
        if (!PlaceCode.IsVillage(code))
        {
            return VillageKind.Desa;
        }

        switch (ListColumns.Field(row.Fields, columns.Kind)?.ToLowerInvariant())
        {
            case null:
                return PlaceCode.KindOf(code);
            case "desa":
                return VillageKind.Desa;
            case "kelurahan":
                return VillageKind.Kelurahan;
            case "desa adat" or "desaadat" or "desa_adat":
                return VillageKind.DesaAdat;
            case var other:
                errors.Add(file, row.Line, $"{code} has the unknown kind '{other}'");
                return null;
        }
    }

    private bool TryPoint(string file, CsvRow row, Columns columns, string code, out MapPoint? point)
    {
        point = null;
        var north = ListColumns.Field(row.Fields, columns.Latitude);
        var east = ListColumns.Field(row.Fields, columns.Longitude);
        if (north is null && east is null)
        {
            return true;
        }

        if (double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && new MapPoint(latitude, longitude) is var written && IndonesiaBox.Holds(written))
        {
            point = written;
            return true;
        }

        errors.Add(file, row.Line, $"{code} has no point in Indonesia: '{north}', '{east}'");
        return false;
    }

    private void Keep(PlaceListRow place)
    {
        if (_rows.TryAdd(place.Code, place))
        {
            return;
        }

        var first = _rows[place.Code];
        if (first.Name != place.Name || first.Kind != place.Kind)
        {
            errors.Add(place.File, place.Line, $"{place.Code} stands already in {first.File}:{first.Line} with another name or kind");
        }
        else if (first.Point is null || first.ParentName is null)
        {
            _rows[place.Code] = first with { Point = first.Point ?? place.Point, ParentName = first.ParentName ?? place.ParentName };
        }
    }

    private sealed class Columns(ListColumns heading)
    {
        public int Code { get; } = heading.Of("code", "kode", "kode_wilayah", "kode_desa", "kode_kelurahan", "village_code", "id");

        public int Name { get; } = heading.Of("name", "nama", "nama_wilayah", "nama_desa", "nama_kelurahan", "village_name", "village", "desa");

        public int Kind { get; } = heading.Of("kind", "jenis", "tipe", "type");

        public int Parent { get; } = heading.Of(
            "parent_code", "kode_induk", "district_code", "kecamatan_code", "sub_district_code", "subdistrict_code", "kode_kecamatan",
            "regency_code", "kabupaten_code", "kode_kabupaten", "province_code", "provinsi_code", "kode_provinsi");

        public int ParentName { get; } = heading.Of(
            "parent_name", "kecamatan_name", "nama_kecamatan", "kecamatan", "district_name", "district", "sub_district_name", "subdistrict_name");

        public int Latitude { get; } = heading.Of("lat", "latitude", "lintang", "y");

        public int Longitude { get; } = heading.Of("lon", "lng", "long", "longitude", "bujur", "x");
    }
}
