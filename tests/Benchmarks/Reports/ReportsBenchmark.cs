using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Calendar;
using Puskesos.Core.Reports;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Benchmarks.Reports;

/// <summary>The monthly evaluation report of a regency with 200,000 cases of that month and of its province with two million.</summary>
public sealed class ReportsBenchmark : IBenchmark
{
    private const int Rounds = 5;

    /// <summary>Issue "Clocks": the report of a regency with 200,000 cases takes at most two seconds, of a province of 2,000,000 fifteen.</summary>
    private static readonly (string Area, int Cases, TimeSpan Limit)[] Asked =
        [("33.01", ReportsData.CasesOfRegency, TimeSpan.FromSeconds(2)), ("33", ReportsData.CasesOfProvince, TimeSpan.FromSeconds(15))];

    public string Name => "reports";

    public string About => $"the monthly report of a regency with {ReportsData.CasesOfRegency:N0} cases (limit 2 s) and of a province with {ReportsData.CasesOfProvince:N0} (limit 15 s)";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var connection = await BenchServer.CreateDatabaseAsync("reports", cancellationToken);
        await DatabaseMigration.MigrateAsync(connection, cancellationToken);
        await BulkFill.RunAsync(connection, ReportsData.Statements, cancellationToken);
        await using var services = Services(connection);
        foreach (var (area, cases, limit) in Asked) await MeasureAsync(services, area, cases, limit, cancellationToken);
    }

    private static async Task MeasureAsync(ServiceProvider services, string area, int cases, TimeSpan limit, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        EvaluationReport? report = null;
        for (var round = 0; round <= Rounds; round++)
        {
            await using var scope = services.CreateAsyncScope();
            var place = (await ReportScope.FindAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), area, cancellationToken))!;
            var watch = Stopwatch.StartNew();
            report = await scope.ServiceProvider.GetRequiredService<EvaluationReports>().MakeAsync(place, ReportPeriod.Parse("2026-10")!, cancellationToken);
            var bytes = ReportCsv.Write(report).Length;
            if (round > 0) times.Add(watch.Elapsed.TotalSeconds);
            else Console.WriteLine($"{area}: first (cold) {watch.Elapsed.TotalSeconds:0.00} s, {bytes} bytes");
        }

        var median = Statistics.Percentile(times, 50);
        Console.WriteLine($"{area}: {cases:N0} cases, {report!.Figure(1, "total").Value.Number:N0} filed in the month: median {median:0.00} s of {string.Join(" ", times.Select(time => $"{time:0.00}"))}; limit {limit.TotalSeconds:0} s, ratio {median / limit.TotalSeconds:0.00}");
    }

    private static ServiceProvider Services(string connection)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Puskesos"] = connection, ["Keys:Path"] = "unused" });
        builder.AddStorage();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(MasterKeys.InMemory());
        builder.AddCalendar().AddReports();
        return builder.Services.BuildServiceProvider();
    }
}
