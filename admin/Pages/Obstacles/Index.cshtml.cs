using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Staff;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Obstacles;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Obstacles;

/// <summary>What hinders officers: reported by them, answered and closed by Dinsos or SLRT.</summary>
public sealed class IndexModel(CurrentOfficer current, ObstacleLog log, BotDbContext database) : PageModel
{
    /// <summary>The open ones of a regency and the latest closed.</summary>
    private const int MostLines = 60;

    [BindProperty]
    public ObstacleFields Form { get; set; } = new();

    public IReadOnlyList<ObstacleLine> Lines { get; private set; } = [];

    /// <summary>The units from which the officer may report; empty for a reader.</summary>
    public IReadOnlyList<(string Code, string Name)> Units { get; private set; } = [];

    public bool MayAnswer { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>Whoever reports, or answers.</summary>
    public static bool MayRead(OfficerReach reach) => ObstacleLog.MayReport(reach) || ObstacleLog.MayAnswer(reach);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayRead(reach)) return NotFound();
        return await log.ReportAsync(reach, Form.Unit ?? "", Form.Jenis, (Form.Isi ?? "").ReplaceLineEndings("\n"), Form.Tiket, cancellationToken) is not null
            ? LocalRedirect("/kendala") : await ShowAsync(AdminText.Obstacles_Incomplete, cancellationToken);
    }

    public async Task<IActionResult> OnPostAnswerAsync([FromForm] long id, [FromForm] string? jawaban, [FromForm] string? oleh, [FromForm] DateOnly? sampai, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !ObstacleLog.MayAnswer(reach)) return NotFound();
        return await log.AnswerAsync(reach, id, new ObstacleAnswer(jawaban?.ReplaceLineEndings("\n"), oleh, sampai), cancellationToken) ? LocalRedirect("/kendala") : await ShowAsync(AdminText.Obstacles_NoAnswer, cancellationToken);
    }

    public async Task<IActionResult> OnPostCloseAsync([FromForm] long id, [FromForm] bool tutup, CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } reach && MayRead(reach) && await log.CloseAsync(reach, id, tutup, cancellationToken) ? LocalRedirect("/kendala") : NotFound();

    private async Task<IActionResult> ShowAsync(string? problem, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayRead(reach)) return NotFound();
        if (problem is not null) (Problem, Response.StatusCode) = (AdminWords.T(problem), StatusCodes.Status422UnprocessableEntity);
        MayAnswer = ObstacleLog.MayAnswer(reach);
        var names = await AreaNames.LoadAsync(database, reach.RegencyCode, cancellationToken);
        Units = [.. names.Units.Where(unit => reach.OrdinaryUnits.Contains(unit.Code))];
        var all = await log.ListAsync(reach, MostLines, cancellationToken);
        var by = all.Select(row => row.ReportedBy).Distinct().ToList();
        var officers = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var ids = all.Select(row => row.CaseId).OfType<long>().ToList();
        var tickets = await database.Cases.Where(CaseReach.Sees(reach)).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Ticket, cancellationToken);
        Lines = [.. all.Select(row => new ObstacleLine(
            row, log.Open(row.Words), row.Answer is { } answer ? log.Open(answer) : null,
            $"{officers.GetValueOrDefault(row.ReportedBy)}, {names.NameOf(row.UnitCode)}, {Moments.Day(reach.RegencyCode, row.ReportedAt)}",
            row.CaseId is { } about ? tickets.GetValueOrDefault(about) : null, MayAnswer || row.ReportedBy == reach.OfficerId))];
        return Page();
    }
}

/// <summary>An obstacle of the list, its words opened.</summary>
/// <param name="Obstacle">The obstacle.</param>
/// <param name="Words">What hinders.</param>
/// <param name="Answer">What is done about it.</param>
/// <param name="Source">Who, where, when.</param>
/// <param name="Ticket">The case, when the reader may see it.</param>
/// <param name="MayClose">Whether the reader may close it or open it again.</param>
public sealed record ObstacleLine(Obstacle Obstacle, string Words, string? Answer, string Source, string? Ticket, bool MayClose)
{
    /// <summary>"Dinsos, sampai 1 Des 2026".</summary>
    public string? Action => string.Join(", ", new[] { Obstacle.Owner, Obstacle.DueOn is { } day ? AdminWords.T(AdminText.Obstacles_DueOn, ("date", IndonesianFormat.ShortDate(day))) : null }.OfType<string>()) is { Length: > 0 } line ? line : null;
}

/// <summary>The fields of the form, named as they stand in the page.</summary>
public sealed class ObstacleFields
{
    public string? Unit { get; set; }

    public ObstacleKind Jenis { get; set; } = ObstacleKind.Application;

    public string? Isi { get; set; }

    public string? Tiket { get; set; }
}
