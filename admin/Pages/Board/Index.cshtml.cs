using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Board;

/// <summary>The TKSK's board: what waits for review, every unit of the sub-district with its load, who is absent and who stands in.</summary>
public sealed class IndexModel(CurrentOfficer current, QueueReader queue, AbsenceBook absences, BotDbContext database, TimeProvider time) : PageModel
{
    private static readonly CaseStatus[] OpenStates = [.. Enum.GetValues<CaseStatus>().Where(status => status.IsOpen())];

    public IReadOnlyList<QueueRow> Review { get; private set; } = [];

    /// <summary>All that waits for review; the page shows the first of them.</summary>
    public int Waiting { get; private set; }

    public IReadOnlyList<UnitLine> Units { get; private set; } = [];

    /// <summary>What was wrong with a form.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await ReachAsync(cancellationToken) is not { } reach) return NotFound();
        var now = time.GetUtcNow();
        Review = await queue.ListAsync(reach, QueueList.Telaah, 1, cancellationToken);
        Waiting = await queue.CountAsync(reach, QueueList.Telaah, cancellationToken);
        var codes = UnitsOf(reach);
        var units = await database.Set<PuskesosUnit>().AsNoTracking().Where(unit => codes.Contains(unit.Code) && !unit.IsTest).OrderBy(unit => unit.Name).ToListAsync(cancellationToken);
        var counts = await database.Cases.Where(CaseReach.Sees(reach)).Where(row => codes.Contains(row.UnitCode) && OpenStates.Contains(row.Status))
            .GroupBy(row => row.UnitCode).Select(group => new { Unit = group.Key, Open = group.Count(), New = group.Count(row => row.Status == CaseStatus.New), Late = group.Count(row => row.DueAt < now) })
            .ToDictionaryAsync(row => row.Unit, cancellationToken);
        var people = await PeopleAsync(codes, cancellationToken);
        var today = IndonesianZone.OfArea(reach.RegencyCode).DayOf(now);
        var loads = await database.Cases.Where(row => row.OwnerId != null && codes.Contains(row.UnitCode) && OpenStates.Contains(row.Status))
            .GroupBy(row => row.OwnerId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        Units = [.. units.Select(unit => new UnitLine(
            unit.Code, unit.Name, counts.GetValueOrDefault(unit.Code)?.New ?? 0, counts.GetValueOrDefault(unit.Code)?.Open ?? 0, counts.GetValueOrDefault(unit.Code)?.Late ?? 0,
            [.. people.Where(row => row.Unit == unit.Code).Select(row => new OfficerLine(row.Id, row.Name, loads.GetValueOrDefault(row.Id), row.Until >= today ? row.Until : null))]))];
        return Page();
    }

    /// <summary>An officer of one's own units is absent until a day, somebody stands in; an empty day ends it.</summary>
    public async Task<IActionResult> OnPostAbsenceAsync([FromForm] long id, [FromForm(Name = "sampai")] DateOnly? until, [FromForm(Name = "pengganti")] long? substitute, CancellationToken cancellationToken)
    {
        if (await ReachAsync(cancellationToken) is not { } reach) return NotFound();
        if (ModelState.GetFieldValidationState("sampai") == ModelValidationState.Invalid)
        {
            // An unreadable day must not end somebody's absence. The field's name stands once for each officer: what was typed is not shown at all of them.
            ModelState.Clear();
            (Problem, Response.StatusCode) = (AdminWords.T(AdminText.Day_Unread), StatusCodes.Status422UnprocessableEntity);
            return await OnGetAsync(cancellationToken);
        }

        var codes = UnitsOf(reach);
        var people = await PeopleAsync(codes, cancellationToken);
        if (people.All(row => row.Id != id) || (substitute is { } other && (other == id || (other != reach.OfficerId && people.All(row => row.Id != other))))) return NotFound();
        await absences.SetAsync(id, IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow()), until, substitute, cancellationToken);
        return LocalRedirect("/papan");
    }


    private async Task<OfficerReach?> ReachAsync(CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } reach && reach.AllRoles.Overlaps([Role.Tksk, Role.Slrt, Role.Dinsos]) ? reach : null;

    private static string[] UnitsOf(OfficerReach reach) => [.. reach.OrdinaryUnits.Where(unit => reach.RolesAt(unit).Overlaps([Role.Tksk, Role.Slrt, Role.Dinsos]))];

    private async Task<List<(long Id, string Name, string Unit, DateOnly? Until)>> PeopleAsync(string[] units, CancellationToken cancellationToken)
    {
        var rows = await database.OfficerRoles.Where(role => units.Contains(role.AreaCode))
            .Join(database.Users.Where(officer => officer.IsActive), role => role.OfficerId, officer => officer.Id, (role, officer) => new { officer.Id, officer.Name, role.AreaCode, officer.AbsentUntil })
            .Distinct().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, row.Name, row.AreaCode, row.AbsentUntil))];
    }
}

/// <summary>A unit of the board.</summary>
public sealed record UnitLine(string Code, string Name, int New, int Open, int Late, IReadOnlyList<OfficerLine> Officers);

/// <summary>An officer there; <see cref="AbsentUntil"/> is null for who is present.</summary>
public sealed record OfficerLine(long Id, string Name, int Open, DateOnly? AbsentUntil);
