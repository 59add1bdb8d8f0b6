using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Staff;

/// <summary>One officer: name and telephone, duties, a new link, sign-out, a lost phone, and the account's log.</summary>
public sealed class DetailsModel(CurrentOfficer current, StaffBook staff, OfficerInvitations invitations, IOptions<AdminAddressOptions> address, BotDbContext database) : PageModel
{
    /// <summary>What was done lately; older lines stay in the database.</summary>
    private const int MostLines = 50;

    [BindProperty]
    public StaffForm Form { get; set; } = new();

    public Officer Officer { get; private set; } = null!;

    public AreaNames Areas { get; private set; } = null!;

    public IReadOnlyList<string> History { get; private set; } = [];

    /// <summary>The officer looks at the own account: duties and the account itself are for a colleague to change.</summary>
    public bool IsOwn { get; private set; }

    public string? Problem { get; private set; }

    /// <summary>A new one-time link, shown once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } reach) return NotFound();
        return await ShowAsync(reach, cancellationToken);
    }

    public async Task<IActionResult> OnPostSaveAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } reach) return NotFound();
        if (Form.DetailsProblem() is { } problem) return await AgainAsync(reach, problem, cancellationToken);
        await staff.DescribeAsync(reach, id, Form.ToDetails(), cancellationToken);
        return LocalRedirect($"/petugas/{id}");
    }

    public async Task<IActionResult> OnPostGiveAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } reach) return NotFound();
        if (await Form.AreaAsync(database, reach, cancellationToken) is not { } area) return await AgainAsync(reach, AdminWords.T(AdminText.Staff_NoArea), cancellationToken);
        return await staff.GiveRoleAsync(reach, id, area, Form.IsOnDuty, cancellationToken) ? LocalRedirect($"/petugas/{id}") : NotFound();
    }

    public Task<IActionResult> OnPostTakeAsync(long id, [FromForm] long peran, CancellationToken cancellationToken) =>
        ActAsync(id, reach => staff.TakeRoleAsync(reach, id, peran, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostOutAsync(long id, CancellationToken cancellationToken) => ActAsync(id, reach => staff.SignOutAsync(reach, id, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostLostAsync(long id, CancellationToken cancellationToken) => ActAsync(id, reach => staff.ResetSecondFactorAsync(reach, id, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostOffAsync(long id, CancellationToken cancellationToken) => ActAsync(id, reach => staff.SetActiveAsync(reach, id, isActive: false, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostOnAsync(long id, CancellationToken cancellationToken) => ActAsync(id, reach => staff.SetActiveAsync(reach, id, isActive: true, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostLinkAsync(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } reach || IsOwn || !Officer.IsActive) return NotFound();
        Link = $"{address.Value.PublicBaseUrl.TrimEnd('/')}/undangan/{await invitations.IssueAsync(database, id, cancellationToken)}";
        await staff.LinkRenewedAsync(reach, id, cancellationToken);
        return await ShowAsync(reach, cancellationToken);
    }

    private async Task<IActionResult> ActAsync(long id, Func<OfficerReach, Task<bool>> act, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } reach && await act(reach) ? LocalRedirect($"/petugas/{id}") : NotFound();

    private async Task<OfficerReach?> FindAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !StaffBook.MayManage(reach) || await staff.FindAsync(reach.RegencyCode, id, cancellationToken) is not { } officer) return null;
        (Officer, IsOwn) = (officer, id == reach.OfficerId);
        return reach;
    }

    private async Task<IActionResult> AgainAsync(OfficerReach reach, string problem, CancellationToken cancellationToken)
    {
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status422UnprocessableEntity);
        return await ShowAsync(reach, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        var zone = IndonesianZone.OfArea(reach.RegencyCode);
        Areas = await AreaNames.LoadAsync(database, reach.RegencyCode, cancellationToken);
        if (Problem is null) (Form.Nama, Form.Hp) = (Officer.Name, Officer.PhoneNumber);
        var lines = await staff.HistoryAsync(Officer.Id, MostLines, cancellationToken);
        var by = lines.Select(line => line.ChangedBy).Distinct().ToList();
        var names = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        History = [.. lines.Select(line =>
            $"{IndonesianFormat.ShortDate(zone.DayOf(line.At))} {IndonesianFormat.Time(zone.TimeOf(line.At))}, {names.GetValueOrDefault(line.ChangedBy)}: {AdminWords.T($"StaffChange_{line.Kind}")}" +
            (line.Role is { } role ? $" ({AdminWords.T($"Role_{role}")}, {Areas.NameOf(line.AreaCode!)})" : ""))];
        return Page();
    }
}
