using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tool;

/// <summary>`import-places`: brings lists of places and borders into the database.</summary>
public static class ImportPlacesVerb
{
    private const int Refused = 1;

    public static Command Create(Func<IServiceProvider> services)
    {
        var lists = new Argument<string[]>("csv") { Description = "Lists of villages, sub-districts and regencies.", Arity = ArgumentArity.ZeroOrMore };
        var boundaries = new Option<string[]>("--boundaries") { Description = "GeoJSON files with village borders.", AllowMultipleArgumentsPerToken = true };
        var version = new Option<string?>("--list-version") { Description = "What changed rows bear as their list; the name of the first file when left out." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Count what would change and change nothing." };
        var yes = new Option<bool>("--yes") { Description = "Retire villages even when more than 5 % of a regency vanish." };
        var verb = new Command("import-places", "Imports villages, sub-districts, regencies and village borders.") { lists, boundaries, version, dryRun, yes };
        verb.SetAction(async (given, cancellationToken) =>
        {
            var files = given.GetValue(lists) ?? [];
            var borders = given.GetValue(boundaries) ?? [];
            if (files.Concat(borders).FirstOrDefault(file => !File.Exists(file)) is { } missing || files.Length + borders.Length == 0)
            {
                await Console.Error.WriteLineAsync(files.Length + borders.Length == 0 ? "Name at least one list." : "A named file does not exist.");
                return Refused;
            }

            var order = new PlaceImportOrder
            {
                Lists = files,
                Boundaries = borders,
                ListVersion = given.GetValue(version) ?? Path.GetFileName(files.Concat(borders).First()),
                DryRun = given.GetValue(dryRun),
                RetireMany = given.GetValue(yes),
            };
            var import = new PlaceImport(
                services().GetRequiredService<NpgsqlDataSource>(), services().GetRequiredService<TimeProvider>(), new ImportProgressLines(Console.Error));
            return await PrintAsync(await import.RunAsync(order, cancellationToken), order);
        });
        return verb;
    }

    private static async Task<int> PrintAsync(PlaceImportReport report, PlaceImportOrder order)
    {
        if (report.Errors.Count > 0)
        {
            await ImportErrorLines.WriteAsync(Console.Error, report.Errors);
            return Refused;
        }

        foreach (var regency in report.NeedsYes)
        {
            await Console.Error.WriteLineAsync($"{regency}{(order.RetireMany ? "" : "; nothing was imported, repeat with --yes if that is right")}");
        }

        if (report.NeedsYes.Count > 0 && !order.RetireMany)
        {
            return Refused;
        }

        Print("regencies", report.RegencyCounts);
        Print("sub-districts", report.SubDistrictCounts);
        Print("villages", report.VillageCounts);
        Console.WriteLine($"borders        {report.BoundariesChanged,7} put {report.BoundariesRead - report.BoundariesChanged,14} unchanged");
        if (report.UnnamedSubDistricts > 0)
        {
            Console.WriteLine($"{report.UnnamedSubDistricts} sub-districts are named by no list here; new ones bear their code until one names them");
        }

        Console.WriteLine(report.Committed ? "imported" : "dry run: nothing was changed");
        return 0;
    }

    private static void Print(string level, LevelCounts counts) => Console.WriteLine(
        $"{level,-14} {counts.Added,7} added {counts.Changed,7} changed {counts.Retired,7} retired {counts.Unchanged,7} unchanged");
}
