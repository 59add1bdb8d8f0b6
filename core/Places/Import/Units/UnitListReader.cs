using System.Globalization;

namespace Puskesos.Core.Places.Import;

/// <summary>Reads a list of Puskesos units; every column beyond code, name, kind and area_code may be missing.</summary>
public sealed class UnitListReader(ImportErrors errors, DateOnly today)
{
    private const int LongestCode = 40;
    private const int LongestName = 120;

    private static readonly string[] Needed = ["code", "name", "kind", "area_code"];
    private static readonly string[] Yes = ["yes", "ya", "y", "true", "1"];
    private static readonly string[] No = ["no", "tidak", "n", "false", "0"];

    private readonly Dictionary<string, PuskesosUnit> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    public IReadOnlyCollection<PuskesosUnit> Units => _units.Values;

    public int LineOf(string unitCode) => _lines[unitCode];

    public void Read(string path)
    {
        var file = Path.GetFileName(path);
        ListColumns? columns = null;
        using var text = ListFile.OpenText(path);
        var rows = new CsvRows(text);
        try
        {
            foreach (var row in rows.Read())
            {
                if (columns is null)
                {
                    columns = new ListColumns(row.Fields);
                    if (Needed.FirstOrDefault(name => columns.Of(name) < 0) is { } missing)
                    {
                        errors.Add(file, row.Line, $"the heading has no column '{missing}'");
                        return;
                    }
                }
                else
                {
                    ReadRow(file, new Fields(row, columns));
                }
            }
        }
        catch (InvalidDataException broken)
        {
            errors.Add(file, rows.Line, broken.Message);
        }
    }

    private void ReadRow(string file, Fields row)
    {
        var before = errors.Count;
        var code = row["code"];
        var name = row["name"];
        var area = row["area_code"] is { } written ? PlaceCode.Normalise(written) : null;
        var kind = row["kind"] is { } told ? RouteNames.KindNamed(told) : null;
        Check(code is { Length: <= LongestCode }, "has no code, or one of more than 40 letters");
        Check(name is { Length: <= LongestName }, "has no name, or one of more than 120 letters");
        Check(kind is not null, $"has the unknown kind '{row["kind"]}' (desa, kelurahan, kecamatan, slrt, dinsos)");
        Check(area is not null && (kind is null || PlaceCode.LevelOf(area) == LevelOf(kind.Value)), $"has no area that fits its kind: '{row["area_code"]}'");
        var accepts = row["accepts_neighbours"] ?? "no";
        Check(Yes.Contains(accepts) || No.Contains(accepts), $"accepts_neighbours is neither yes nor no: '{accepts}'");
        var (latitude, longitude) = (Number(row["lat"]), Number(row["lon"]));
        Check(
            (row["lat"] is null && row["lon"] is null) || (latitude is { } north && longitude is { } east && new MapPoint(north, east).IsValid),
            "has no valid point");
        var (opens, closes) = (Time(row["opens"]), Time(row["closes"]));
        Check((row["opens"] is null) == (opens is null) && (row["closes"] is null) == (closes is null) && (opens is null || closes is null || opens < closes), "has no valid hours (08:00, 15:00)");
        var (from, to) = (Day(row["valid_from"]), Day(row["valid_to"]));
        Check((row["valid_from"] is null) == (from is null) && (row["valid_to"] is null) == (to is null) && (from is null || to is null || from <= to), "has no valid days (2026-01-31)");
        Check(code is null || _lines.TryAdd(code, row.Line), "stands in the list twice");
        if (errors.Count > before)
        {
            return;
        }

        _units[code!] = new PuskesosUnit
        {
            Code = code!,
            Name = name!,
            Kind = kind!.Value,
            AreaCode = area!,
            RegencyCode = PlaceCode.RegencyOf(area!),
            AcceptsNeighbours = Yes.Contains(accepts),
            Latitude = latitude,
            Longitude = longitude,
            Address = row["address"],
            Phone = row["phone"],
            Opens = opens,
            Closes = closes,
            ValidFrom = from ?? today,
            ValidTo = to,
        };

        void Check(bool right, string reason)
        {
            if (!right)
            {
                errors.Add(file, row.Line, $"unit {code ?? "?"} {reason}");
            }
        }
    }

    private static PlaceLevel LevelOf(UnitKind kind) => kind switch
    {
        UnitKind.Desa or UnitKind.Kelurahan => PlaceLevel.Village,
        UnitKind.Kecamatan => PlaceLevel.SubDistrict,
        _ => PlaceLevel.Regency,
    };

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeOnly? Time(string? text) => TimeOnly.TryParse(text?.Replace('.', ':'), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private readonly struct Fields(CsvRow row, ListColumns columns)
    {
        public int Line => row.Line;

        public string? this[string column] => ListColumns.Field(row.Fields, columns.Of(column));
    }
}
