using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Staff;

/// <summary>Invites an officer: name, duty, area; the one-time link is shown once.</summary>
public sealed class NewModel(CurrentOfficer current, StaffBook staff, OfficerInvitations invitations, IOptions<AdminAddressOptions> address, BotDbContext database) : PageModel
{
    [BindProperty]
    public StaffForm Form { get; set; } = new();

    public AreaNames Areas { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>The one-time link; it is not stored and cannot be shown again.</summary>
    public string? Link { get; private set; }

    public long Invited { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        var area = await Form.AreaAsync(database, reach, cancellationToken);
        Problem = Form.DetailsProblem() ?? Form.EmailProblem() ?? (area is null ? AdminWords.T(AdminText.Staff_NoArea) : null);
        if (Problem is null && await staff.InviteAsync(reach, Form.ToDetails(), area!, Form.IsOnDuty, cancellationToken) is { } id)
        {
            (Invited, Link) = (id, $"{address.Value.PublicBaseUrl.TrimEnd('/')}/undangan/{await invitations.IssueAsync(database, id, cancellationToken)}");
            return Page();
        }

        (Problem, Response.StatusCode) = (Problem ?? AdminWords.T(AdminText.Staff_EmailTaken), StatusCodes.Status422UnprocessableEntity);
        return Page();
    }

    private async Task<OfficerReach?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !StaffBook.MayManage(reach)) return null;
        Areas = await AreaNames.LoadAsync(database, reach.RegencyCode, cancellationToken);
        return reach;
    }
}
