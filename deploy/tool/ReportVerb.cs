using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Reports;
using Puskesos.Core.Storage;

namespace Puskesos.Tool;

/// <summary>`report`: writes the evaluation report of an area and some days to standard output.</summary>
public static class ReportVerb
{
    private const int Refused = 1;
    private const string Csv = "csv", Html = "html";

    public static Command Create(Func<IServiceProvider> services)
    {
        var from = new Option<string>("--from") { Description = "First day, yyyy-MM-dd.", Required = true };
        var to = new Option<string>("--to") { Description = "Last day, inclusive.", Required = true };
        var area = new Option<string?>("--area") { Description = "Unit, village, sub-district, regency or province code; all that is served when left out." };
        var format = new Option<string>("--format") { Description = "csv or html.", DefaultValueFactory = _ => Csv };
        format.AcceptOnlyFromAmong(Csv, Html);
        var verb = new Command("report", "Writes the evaluation report.") { from, to, area, format };
        verb.SetAction(async (given, cancellationToken) =>
        {
            if (Day(given.GetValue(from)) is not { } first || Day(given.GetValue(to)) is not { } last || last < first || last.DayNumber - first.DayNumber >= ReportPeriod.MostDays)
                return await RefuseAsync($"--from and --to are days such as 2026-11-01 and 2026-11-15, at most {ReportPeriod.MostDays} of them.");
            await using var scope = services().CreateAsyncScope();
            var found = await ReportScope.FindAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), given.GetValue(area), cancellationToken);
            if (found is null) return await RefuseAsync("There is no such unit or served area.");
            var report = await scope.ServiceProvider.GetRequiredService<EvaluationReports>().MakeAsync(found, new ReportPeriod(first, last), cancellationToken);
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(given.GetValue(format) == Html ? Encoding.UTF8.GetBytes(ReportDocument.Write(report)) : ReportCsv.Write(report), cancellationToken);
            return 0;
        });
        return verb;
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Refused;
    }

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
