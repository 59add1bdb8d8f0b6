using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Desk.Fields;
using Puskesos.Admin.Security;
using Puskesos.Core.Reports;

namespace Puskesos.Admin.Pages.Reports;

/// <summary>The evaluation report on the screen, on paper and as a table.</summary>
public sealed class IndexModel(CurrentOfficer current, ReportChoices choices, EvaluationReports reports, TimeProvider time) : PageModel
{
    /// <summary>A named period, see <see cref="ReportPeriod.Parse"/>.</summary>
    [BindProperty(Name = "masa", SupportsGet = true)]
    public string? PeriodName { get; set; }

    [BindProperty(Name = "dari", SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(Name = "sampai", SupportsGet = true)]
    public string? Until { get; set; }

    /// <summary>Unit code or Kemendagri code.</summary>
    [BindProperty(Name = "wil", SupportsGet = true)]
    public string? Area { get; set; }

    [BindProperty(Name = "", SupportsGet = true)]
    public FilterFields Filter { get; set; } = new();

    public EvaluationReport Report { get; private set; } = null!;

    public IReadOnlyList<ReportScope> Areas { get; private set; } = [];

    public IReadOnlyList<string> Periods { get; private set; } = [];

    /// <summary>The needs that a report can be narrowed to.</summary>
    public IReadOnlyList<(string Code, string Label)> Categories { get; private set; } = [];

    /// <summary>The same report as a file.</summary>
    public string CsvLink => $"/laporan?handler=csv&wil={Uri.EscapeDataString(Report.Scope.Code)}&dari={Report.Period.First:yyyy-MM-dd}&sampai={Report.Period.Last:yyyy-MM-dd}"
        + string.Concat(Filter.Filled().Select(one => $"&{one.Name}={Uri.EscapeDataString(one.Value)}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await MakeAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (await MakeAsync(cancellationToken) is { } answer) return answer;
        var name = $"laporan-{Report.Scope.Code}-{Report.Period.First:yyyy-MM-dd}-{Report.Period.Last:yyyy-MM-dd}{(Report.Filter.Length == 0 ? "" : "-disaring")}.csv";
        return File(ReportCsv.Write(Report), "text/csv; charset=utf-8", name);
    }

    /// <summary>The answer when there is no report for this officer, area or period; null when it was made.</summary>
    private async Task<IActionResult?> MakeAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return LocalRedirect("/masuk");
        Areas = ReportChoices.MayRead(reach) ? await choices.ListAsync(reach, cancellationToken) : [];
        var scope = string.IsNullOrEmpty(Area) ? (Areas.Count > 0 ? Areas[0] : null) : Areas.FirstOrDefault(area => area.Code == Area);
        if (scope is null) return NotFound();
        Periods = ReportPeriod.NamesOn(scope.Zone.DayOf(time.GetUtcNow()));
        var period = Days() ?? ReportPeriod.Parse(PeriodName ?? Periods[0]);
        if (period is null || period.Last.DayNumber - period.First.DayNumber >= ReportPeriod.MostDays) return NotFound();
        Categories = await choices.CategoriesAsync(cancellationToken);
        if (Filter.Read(Categories) is not { } filter) return NotFound();
        Report = await reports.MakeAsync(scope with { Filter = filter }, period, cancellationToken);
        return null;
    }

    private ReportPeriod? Days() => Day(From) is { } first && Day(Until) is { } last && first <= last ? new(first, last) : null;

    private static DateOnly? Day(string? written) =>
        DayReader.Day(written) is { Year: > 2000 } day ? day : null;
}
