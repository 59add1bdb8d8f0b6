using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders;
using Puskesos.Core.Storage;

namespace Puskesos.Tool;

/// <summary>`import-holidays`: brings the free days of a year's decree, or a regency's own, into the database.</summary>
public static class ImportHolidaysVerb
{
    private const int Refused = 1;

    public static Command Create(Func<IServiceProvider> services)
    {
        var list = new Argument<string>("csv") { Description = "date,kind,name; kinds nasional, cuti bersama, lokal (with --area)." };
        var area = new Option<string?>("--area") { Description = "The regency whose own days these are; without it the nation's." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Count what would change and change nothing." };
        var yes = new Option<bool>("--yes") { Description = "Also take back days that the table does not have." };
        var verb = new Command("import-holidays", "Imports the free days of the years in the table, from the decree alone.") { list, area, dryRun, yes };
        verb.SetAction(async (given, cancellationToken) =>
        {
            var path = given.GetValue(list)!;
            if (!File.Exists(path)) return await RefuseAsync("The named file does not exist.");
            await using var scope = services().CreateAsyncScope();
            var regency = given.GetValue(area) is { } written ? await ServedAsync(scope.ServiceProvider, written, cancellationToken) : null;
            if (regency is null && given.GetValue(area) is not null) return await RefuseAsync("--area is no served regency.");
            IReadOnlyList<Holiday> table;
            try
            {
                using var reader = new StreamReader(path);
                table = HolidayDecree.Read(reader, regency);
            }
            catch (FormatException error)
            {
                return await RefuseAsync($"{path}: {error.Message} Nothing was imported.");
            }

            if (HolidayImport.Objection(table, regency) is { } objection) return await RefuseAsync($"{path}: {objection} Nothing was imported.");
            return await ImportAsync(scope.ServiceProvider, table, regency, given.GetValue(dryRun), given.GetValue(yes), cancellationToken);
        });
        return verb;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, IReadOnlyList<Holiday> table, string? regency, bool dryRun, bool mayRemove, CancellationToken cancellationToken)
    {
        var import = services.GetRequiredService<HolidayImport>();
        var change = await import.CompareAsync(table, regency, cancellationToken);
        Console.WriteLine($"{string.Join(", ", change.Years)}: {change.Added} added, {change.Changed} changed, {change.Removed} removed, {change.Unchanged} unchanged");
        if (change.Removed > 0 && !mayRemove && !dryRun) return await RefuseAsync("Days would be taken back: run it again with --yes. Nothing was imported.");
        if (dryRun || change.From is not { } from)
        {
            Console.WriteLine(dryRun ? "dry run: nothing was changed" : "nothing to change");
            return 0;
        }

        await services.GetRequiredService<CalendarChanges>().MakeAsync(new CalendarArea(regency, from), () => import.SaveAsync(table, regency, cancellationToken), cancellationToken);
        Console.WriteLine("imported; in force within half a minute");
        return 0;
    }

    private static Task<string?> ServedAsync(IServiceProvider services, string written, CancellationToken cancellationToken)
    {
        var code = PlaceCode.Normalise(written) ?? written;
        return services.GetRequiredService<BotDbContext>().Set<Regency>().Where(row => row.Code == code && row.AreaLetters != null).Select(row => row.Code).SingleOrDefaultAsync(cancellationToken);
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Refused;
    }
}
