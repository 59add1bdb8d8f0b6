using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.Proposals;

/// <summary>The list of data proposals (usulan DTSEN): proposed from a case, taken as a file, ticked when typed in and when answered.</summary>
public sealed class IndexModel(CurrentOfficer current, ProposalList list, TimeProvider time) : PageModel
{
    /// <summary>A page that a phone can show; ticking makes room.</summary>
    private const int MostLines = 200;

    /// <summary>A day's work of the operator, many times over.</summary>
    private const int MostRows = 2000;

    [BindProperty(Name = "tahap", SupportsGet = true)]
    public ProposalStage Stage { get; set; } = ProposalStage.Waiting;

    /// <summary>The case for which a proposal is begun.</summary>
    [BindProperty(Name = "tiket", SupportsGet = true)]
    public string? Ticket { get; set; }

    public IReadOnlyList<IGrouping<string, ProposalLine>> Villages { get; private set; } = [];

    public bool MayEnter { get; private set; }

    public string Regency { get; private set; } = "";

    public string? Problem { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostProposeAsync([FromForm] ProposalKind jenis, [FromForm] string? catatan, CancellationToken cancellationToken)
    {
        if (await ReachAsync(cancellationToken) is not { } reach) return NotFound();
        return await list.ProposeAsync(reach, Ticket ?? "", jenis, catatan, cancellationToken) is not null ? LocalRedirect("/usulan") : await ShowAsync(AdminText.Proposals_NoCase, cancellationToken);
    }

    public async Task<IActionResult> OnPostEnterAsync([FromForm] long[] pilih, CancellationToken cancellationToken)
    {
        if (await ReachAsync(cancellationToken) is not { } reach || !ProposalList.MayEnter(reach)) return NotFound();
        return await list.EnterAsync(reach, pilih, cancellationToken) > 0 ? LocalRedirect("/usulan") : await ShowAsync(AdminText.Proposals_NoneTicked, cancellationToken);
    }

    public async Task<IActionResult> OnPostAnswerAsync([FromForm] long[] pilih, [FromForm] bool diterima, CancellationToken cancellationToken)
    {
        if (await ReachAsync(cancellationToken) is not { } reach || !ProposalList.MayEnter(reach)) return NotFound();
        return await list.AnswerAsync(reach, pilih, diterima, cancellationToken) > 0 ? LocalRedirect("/usulan?tahap=Entered") : await ShowAsync(AdminText.Proposals_NoneTicked, cancellationToken);
    }

    public async Task<IActionResult> OnPostFileAsync([FromForm] string? alasan, CancellationToken cancellationToken)
    {
        if (await ReachAsync(cancellationToken) is not { } reach || !ProposalList.MayEnter(reach)) return NotFound();
        if (await list.ExportAsync(reach, alasan, MostRows, cancellationToken) is not { } rows) return await ShowAsync(AdminText.Proposals_NoReason, cancellationToken);
        Response.Headers.CacheControl = "no-store";
        var day = IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow());
        return File(ProposalCsv.Write(rows, reach.RegencyCode), "text/csv; charset=utf-8", $"usulan-data-{day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}.csv");
    }

    /// <summary>What is to change, opened.</summary>
    public string? NoteOf(ProposalLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return list.NoteOf(line.Proposal);
    }

    private async Task<OfficerReach?> ReachAsync(CancellationToken cancellationToken) => await current.FindAsync(cancellationToken) is { } reach && ProposalList.MayRead(reach) ? reach : null;

    private async Task<IActionResult> ShowAsync(string? problem, CancellationToken cancellationToken)
    {
        if (await ReachAsync(cancellationToken) is not { } reach) return NotFound();
        if (problem is not null) (Problem, Response.StatusCode) = (AdminWords.T(problem), StatusCodes.Status422UnprocessableEntity);
        (Regency, MayEnter) = (reach.RegencyCode, ProposalList.MayEnter(reach));
        Villages = [.. (await list.ListAsync(reach, Stage, MostLines, cancellationToken)).GroupBy(line => line.Village ?? line.Proposal.VillageCode)];
        return Page();
    }
}
