using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Learning;

namespace Puskesos.Admin.Pages.Places;

/// <summary>"Desa tanpa Puskesos": how many villages of each sub-district have an own Puskesos, and who serves the others.</summary>
public sealed class CoverageModel(PlaceDuty duty, CoverageList coverage, TimeProvider clock) : PageModel
{
    public string Regency { get; private set; } = "";

    public IReadOnlyList<SubDistrictCoverage> SubDistricts { get; private set; } = [];

    public ILookup<string, UncoveredVillage> Uncovered { get; private set; } = Enumerable.Empty<UncoveredVillage>().ToLookup(_ => "");

    public int Villages => SubDistricts.Sum(row => row.Villages);

    public int WithOwnUnit => SubDistricts.Sum(row => row.WithOwnUnit);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await duty.FindAsync(cancellationToken) is not { } area) return NotFound();
        var read = await ReadAsync(area, cancellationToken);
        Regency = area.Regency.Name;
        SubDistricts = read.SubDistricts;
        Uncovered = read.Uncovered.ToLookup(village => PlaceCode.SubDistrictOf(village.Code));
        return Page();
    }

    /// <summary>The same list for a spreadsheet: one row a village without an own Puskesos.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        if (await duty.FindAsync(cancellationToken) is not { } area) return NotFound();
        var rows = new StringBuilder("kode,desa,kecamatan,dilayani,aturan\r\n");
        foreach (var village in (await ReadAsync(area, cancellationToken)).Uncovered)
        {
            rows.AppendJoin(',', new[] { village.Code, village.Name, village.SubDistrictName, village.ServedBy.UnitName ?? "", RouteNames.Of(village.ServedBy.Rule) }.Select(Quoted)).Append("\r\n");
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"desa-tanpa-puskesos-{area.Regency.Code}.csv");
        // The mark at the beginning tells spreadsheets that the text is UTF-8.
        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(rows.ToString())], "text/csv; charset=utf-8", name);
    }

    private async Task<Coverage> ReadAsync(DutyArea area, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(area.Regency.TimeZoneId)).DateTime);
        var read = await coverage.ReadAsync(area.Regency.Code, today, cancellationToken);
        return new Coverage(
            [.. read.SubDistricts.Where(row => area.Holds(row.Code))],
            [.. read.Uncovered.Where(village => area.Holds(PlaceCode.SubDistrictOf(village.Code)))]);
    }

    /// <summary>A name that begins like a formula is kept from being one.</summary>
    private static string Quoted(string text) => $"\"{(text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
