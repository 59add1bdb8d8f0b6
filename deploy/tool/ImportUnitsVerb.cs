using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Places.Import;
using Puskesos.Core.Storage;

namespace Puskesos.Tool;

/// <summary>`import-units`: brings a list of Puskesos units into the database.</summary>
public static class ImportUnitsVerb
{
    private const int Refused = 1;

    public static Command Create(Func<IServiceProvider> services)
    {
        var list = new Argument<string>("csv") { Description = "The list of units." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Count what would change and change nothing." };
        var verb = new Command("import-units", "Imports Puskesos units; a regency with units is served.") { list, dryRun };
        verb.SetAction(async (given, cancellationToken) =>
        {
            var path = given.GetValue(list)!;
            if (!File.Exists(path))
            {
                await Console.Error.WriteLineAsync("The named file does not exist.");
                return Refused;
            }

            await using var scope = services().CreateAsyncScope();
            var import = new UnitImport(scope.ServiceProvider.GetRequiredService<BotDbContext>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
            var report = await import.RunAsync(path, given.GetValue(dryRun), cancellationToken);
            if (report.Errors.Count > 0)
            {
                await ImportErrorLines.WriteAsync(Console.Error, report.Errors);
                return Refused;
            }

            Console.WriteLine($"units {report.Added,7} added {report.Changed,7} changed {report.Unchanged,7} unchanged");
            foreach (var regency in report.NowServed)
            {
                Console.WriteLine($"served from now on, with its ticket letters: {regency}");
            }

            Console.WriteLine(report.Committed ? "imported" : "dry run: nothing was changed");
            return 0;
        });
        return verb;
    }
}
