using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.Geometries;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Support;

/// <summary>Places beyond the demo area: three made-up borders, and a second regency with units of its own.</summary>
public static class JourneyPlaces
{
    public const string Brebes = "33.29";
    public const string Ketanggungan = "33.29.16";
    public const string Bulakelor = "33.29.16.2003";
    public const string BulakelorUnit = "PKS-33.29.16.2003";

    /// <summary>Three squares side by side, west to east; the rest of the regency has no border here.</summary>
    private static readonly (string Village, double West, double East)[] Squares =
        [("33.28.13.2018", 109.120, 109.130), ("33.28.13.2016", 109.130, 109.142), ("33.28.13.2017", 109.142, 109.155)];

    private const double South = -6.900;
    private const double North = -6.886;

    public static async Task AddBordersAsync(BotDbContext storage, CancellationToken cancellationToken)
    {
        storage.AddRange(Squares.Select(square => new VillageBoundary
        {
            VillageCode = square.Village,
            Geometry = new GeometryFactory().ToGeometry(new Envelope(square.West, square.East, South, North)).AsBinary(),
            ListVersion = "test",
        }));
        await SaveAsync(storage, cancellationToken);
    }

    public static async Task AddBrebesAsync(BotDbContext storage, CancellationToken cancellationToken)
    {
        storage.Add(new Regency
        {
            Code = Brebes,
            Name = "Kabupaten Brebes",
            ShortName = "Brebes",
            AreaLetters = "BBS",
            TimeZoneId = "Asia/Jakarta",
            DinsosName = "Dinas Sosial Kabupaten Brebes",
            OfficeAddress = "kantor Dinas Sosial Kabupaten Brebes",
            OfficeHours = "Senin-Jumat 08.00-15.00 WIB",
        });
        storage.Add(new SubDistrict { Code = Ketanggungan, RegencyCode = Brebes, Name = "Ketanggungan" });
        storage.Add(new Village { Code = Bulakelor, SubDistrictCode = Ketanggungan, Name = "Bulakelor", Kind = VillageKind.Desa });
        storage.AddRange(
            Unit(BulakelorUnit, "Puskesos Bulakelor", UnitKind.Desa, Bulakelor),
            Unit("PKC-33.29.16", "Puskesos Kecamatan Ketanggungan", UnitKind.Kecamatan, Ketanggungan),
            Unit("SLRT-33.29", "SLRT Kabupaten Brebes", UnitKind.Slrt, Brebes),
            Unit("DINSOS-33.29", "Dinas Sosial Kabupaten Brebes", UnitKind.Dinsos, Brebes));
        await SaveAsync(storage, cancellationToken);
    }

    /// <summary>What a transcript says about places, done and known to the running bot.</summary>
    public static async Task SetAsync(TalkWorld world, string told)
    {
        await using (var scope = world.Services.CreateAsyncScope())
        {
            var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            if (told.Contains("boundaries", StringComparison.Ordinal)) await AddBordersAsync(storage, default);
            if (told.Contains("Brebes is served", StringComparison.Ordinal)) await AddBrebesAsync(storage, default);
        }

        await world.Services.GetRequiredService<LivePlaceIndex>().RefreshAsync(default);
    }

    private static async Task SaveAsync(BotDbContext storage, CancellationToken cancellationToken)
    {
        await using var transaction = await storage.Database.BeginTransactionAsync(cancellationToken);
        await storage.SaveChangesAsync(cancellationToken);
        await PlaceVersion.RaiseAsync(storage, TimeProvider.System, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static PuskesosUnit Unit(string code, string name, UnitKind kind, string area) => new()
    {
        Code = code,
        Name = name,
        Kind = kind,
        AreaCode = area,
        RegencyCode = Brebes,
        AcceptsNeighbours = kind == UnitKind.Desa,
        Opens = new TimeOnly(8, 0),
        Closes = new TimeOnly(15, 0),
        ValidFrom = new DateOnly(2026, 1, 1),
    };
}
