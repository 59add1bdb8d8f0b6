using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Places.Demo;

/// <summary>
/// The demo area, Kabupaten Tegal: its sub-districts and villages as the decree lists them (facts), and invented units with rough
/// points of our own. Village points, boundaries and the national list come by import.
/// </summary>
public static class DemoPlaces
{
    public const string RegencyCode = "33.28";
    public const string ListVersion = "Kepmendagri 300.2.2-2430/2025 (demo)";

    /// <summary>Units of the demo are open since a day before every journey.</summary>
    private static readonly DateOnly DemoUnitsSince = new(2026, 1, 1);

    private static readonly TimeOnly Opens = new(8, 0);
    private static readonly TimeOnly Closes = new(15, 0);

    /// <summary>Loads what is missing; rows that are already there are left as they are, so a second call changes nothing.</summary>
    public static async Task LoadAsync(BotDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await db.Set<Regency>().AnyAsync(row => row.Code == RegencyCode, cancellationToken))
        {
            db.Add(Tegal());
        }

        await AddMissingAsync(db, SubDistricts(), row => row.Code, cancellationToken);
        await AddMissingAsync(db, Villages(), row => row.Code, cancellationToken);
        await AddMissingAsync(db, Units(), row => row.Code, cancellationToken);
        if (!db.ChangeTracker.HasChanges())
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await PlaceVersion.RaiseAsync(db, clock, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task AddMissingAsync<TRow>(
        BotDbContext db,
        IEnumerable<TRow> rows,
        Func<TRow, string> code,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var known = await db.Set<TRow>().Select(row => EF.Property<string>(row, nameof(Regency.Code))).ToHashSetAsync(cancellationToken);
        db.AddRange(rows.Where(row => !known.Contains(code(row))));
    }

    private static Regency Tegal() => new()
    {
        Code = RegencyCode,
        Name = "Kabupaten Tegal",
        ShortName = "Tegal",
        AreaLetters = "TGL",
        TimeZoneId = ProvinceZones.ZoneOf(RegencyCode),
        VillageHeadsRead = true,
        ProvinceCode = PlaceCode.ProvinceOf(RegencyCode),
        DinsosName = "Dinas Sosial Kabupaten Tegal",
        OfficeAddress = "kantor Dinas Sosial Kabupaten Tegal di Slawi",
        OfficeHours = "Senin-Jumat 08.00-15.00 WIB",
        ListVersion = ListVersion,
    };

    private static IEnumerable<SubDistrict> SubDistricts() => EmbeddedRows.Read("Demo.tegal.tsv")
        .Select(row => (Code: PlaceCode.SubDistrictOf(row[0]), Name: row[3]))
        .Distinct()
        .Select(subDistrict => new SubDistrict
        {
            Code = subDistrict.Code,
            RegencyCode = RegencyCode,
            Name = subDistrict.Name,
            ListVersion = ListVersion,
        });

    private static IEnumerable<Village> Villages() => EmbeddedRows.Read("Demo.tegal.tsv").Select(row => new Village
    {
        Code = row[0],
        SubDistrictCode = PlaceCode.SubDistrictOf(row[0]),
        Name = row[1],
        Kind = PlaceCode.KindOf(row[0]),
        ListVersion = ListVersion,
    });

    private static IEnumerable<PuskesosUnit> Units() => EmbeddedRows.Read("Demo.units.tsv").Select(row => new PuskesosUnit
    {
        Code = row[0],
        Name = row[1],
        Kind = RouteNames.KindNamed(row[2]) ?? throw new InvalidDataException($"Demo unit {row[0]} has no known kind."),
        AreaCode = row[3],
        RegencyCode = RegencyCode,
        AcceptsNeighbours = row[4] == "yes",
        Latitude = double.Parse(row[5], CultureInfo.InvariantCulture),
        Longitude = double.Parse(row[6], CultureInfo.InvariantCulture),
        Opens = Opens,
        Closes = Closes,
        ValidFrom = DemoUnitsSince,
    });
}
