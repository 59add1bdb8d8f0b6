using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Import;
using Puskesos.Core.Storage;

namespace Puskesos.Benchmarks.Places;

/// <summary>Import, loading, names and pins with the places of the whole country.</summary>
public sealed class PlacesBenchmark : IBenchmark
{
    // The limits of the issue that ordered the places.
    private const double ImportSeconds = 20;
    private const double SecondImportSeconds = 8;
    private const double LoadSeconds = 1.5;
    private const double LoadMegabytes = 120;
    private const double NameMedian = 300;
    private const double NameP99 = 3_000;
    private const double PinMedian = 20;

    private const string Served = "33.28";
    private const int Loads = 5;

    public string Name => "places";

    public string About => "the country's 83,762 villages: import, load, a name, a pin, each beside its limit";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var lists = CountryLists.Find();
        Console.WriteLine(lists.About);
        var connectionString = await BenchServer.CreateDatabaseAsync("bench_places", cancellationToken);
        await using var database = StorageSetup.Open(connectionString);
        await using (var context = new BotDbContext((DbContextOptions<BotDbContext>)StorageSetup.Use(new DbContextOptionsBuilder<BotDbContext>(), database).Options))
        {
            await context.Database.EnsureCreatedAsync(cancellationToken);
        }

        var order = new PlaceImportOrder { Lists = lists.Places, ListVersion = "bench" };
        Print("import of the country", await SecondsAsync(() => ImportAsync(database, order, cancellationToken)), ImportSeconds, "s");
        Print("second import", await SecondsAsync(() => ImportAsync(database, order, cancellationToken)), SecondImportSeconds, "s");
        await ServeAsync(database, Served, cancellationToken);
        await LoadAsync(database, cancellationToken);
        await ImportAsync(database, new PlaceImportOrder { Boundaries = [lists.Boundaries], ListVersion = "bench" }, cancellationToken);

        var one = await IndexAsync(database, cancellationToken);
        var texts = MessyTexts.Of(one, Served);
        Names("a name in one regency", one, PlaceScope.OfRegency(Served), texts);
        var pins = lists.Pins(one);
        var pin = OperationTimer.Measure("a pin", pins, at => one.FindPin(at.Latitude, at.Longitude, PlaceScope.OfRegency(Served)));
        Console.WriteLine(pin);
        Print("a pin, median", pin.Median, PinMedian, "us");

        await ServeAsync(database, "%", cancellationToken);
        Names("a name in all 514 regencies", await IndexAsync(database, cancellationToken), PlaceScope.Served, texts);
    }

    private static void Names(string operation, PlaceIndex index, PlaceScope scope, IReadOnlyList<string> texts)
    {
        var cost = OperationTimer.Measure(operation, texts, text => index.Find(text, scope));
        Console.WriteLine(cost);
        Print($"{operation}, median", cost.Median, NameMedian, "us");
        Print($"{operation}, p99", cost.P99, NameP99, "us");
    }

    private static async Task LoadAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await IndexAsync(database, cancellationToken);
        var seconds = new List<double>();
        PlaceIndex? index = null;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var load = 0; load < Loads; load++)
        {
            index = null;
            seconds.Add(await SecondsAsync(async () => index = await IndexAsync(database, cancellationToken)));
        }

        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        Print($"load, median of {Loads}", Statistics.Median(seconds), LoadSeconds, "s");
        Print($"memory of {index!.VillageCount} villages", megabytes, LoadMegabytes, "MB");
    }

    private static async Task<PlaceIndex> IndexAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var (rows, version) = await new PlaceRowsReader(database).ReadAsync(cancellationToken);
        return new PlaceIndex(rows, version);
    }

    private static async Task ImportAsync(NpgsqlDataSource database, PlaceImportOrder order, CancellationToken cancellationToken)
    {
        var report = await new PlaceImport(database, TimeProvider.System, new Progress<ImportProgress>()).RunAsync(order, cancellationToken);
        if (!report.Committed)
        {
            throw new InvalidOperationException(report.Errors.Shown.Count > 0 ? report.Errors.Shown[0].ToString() : "The import was refused.");
        }
    }

    /// <summary>Gives the regencies of this pattern some area letters; which ones does not matter here.</summary>
    private static async Task ServeAsync(NpgsqlDataSource database, string pattern, CancellationToken cancellationToken)
    {
        await using var serve = database.CreateCommand(
            """
            update regencies r set area_letters = numbered.letters
            from (select code, lpad(row_number() over (order by code)::text, 3, '0') as letters from regencies) numbered
            where r.code = numbered.code and r.code like $1
            """);
        serve.Parameters.Add(new() { Value = pattern });
        await serve.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<double> SecondsAsync(Func<Task> run)
    {
        var start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Print(string what, double measured, double limit, string unit) =>
        Console.WriteLine($"{what,-44} {measured,10:0.00} {unit,-3} limit {limit,7:0.##} {unit,-3} ratio {measured / limit:0.00}");
}
