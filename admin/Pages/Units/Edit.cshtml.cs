using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Pages.Settings;
using Puskesos.Admin.Pages.Staff;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Opening;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders;

namespace Puskesos.Admin.Pages.Units;

/// <summary>One unit from its card to the day it opens: card, hours, officers with their links, a message to try, open.</summary>
public sealed class EditModel(CurrentOfficer current, UnitOpening opening, StaffBook staff, UnitTrial trial, UnitInvitation invitations, SettingHistory history) : PageModel
{
    private static readonly SettingSubject[] OfUnit =
    [
        SettingSubject.UnitBegun, SettingSubject.UnitName, SettingSubject.UnitAddress, SettingSubject.UnitPhone, SettingSubject.UnitNeighbours, SettingSubject.UnitHours, SettingSubject.UnitOpened, SettingSubject.Closure,
    ];

    private OfficerReach reach = null!;

    [BindProperty]
    public UnitFields Form { get; set; } = new();

    [BindProperty]
    public StaffForm Officer { get; set; } = new();

    [BindProperty(Name = "buka")]
    public TimeOnly? Opens { get; set; }

    [BindProperty(Name = "tutup")]
    public TimeOnly? Closes { get; set; }

    /// <summary>A message as a resident would write it.</summary>
    [BindProperty(Name = "pesan")]
    public string? Message { get; set; }

    public PuskesosUnit Unit { get; private set; } = null!;

    /// <summary>Who changed what of the unit.</summary>
    public IReadOnlyList<SettingLine> History { get; private set; } = [];

    public IReadOnlyList<Officer> Desk { get; private set; } = [];

    /// <summary>What is missing before it may open.</summary>
    public IReadOnlyList<OpeningStep> Missing { get; private set; } = [];

    /// <summary>What would become of the message that was tried.</summary>
    public TrialResult? Tried { get; private set; }

    /// <summary>A new officer's one-time link, shown once.</summary>
    public string? Link { get; private set; }

    public string? Problem { get; private set; }

    public bool IsBeingMade => UnitOpening.IsBeingMade(Unit);

    /// <summary>The duties that a unit has.</summary>
    public static IReadOnlyList<Role> Duties { get; } = [Role.FrontOffice, Role.BackOffice, Role.Fasilitator, Role.DataOperator, Role.VillageHead];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) => await FindAsync(code, cancellationToken) is null ? NotFound() : await ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostCardAsync(string code, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is not { } reach) return NotFound();
        return await opening.DescribeAsync(reach, Unit, Form.ToCard(), cancellationToken) ? LocalRedirect($"/unit/{code}") : await AgainAsync(AdminWords.T(AdminText.Units_Incomplete), cancellationToken);
    }

    public async Task<IActionResult> OnPostHoursAsync(string code, [FromServices] CalendarChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (await FindAsync(code, cancellationToken) is not { } reach) return NotFound();
        var note = new SettingNote(reach, SettingSubject.UnitHours, code, SettingNote.Hours(Unit.Opens, Unit.Closes), SettingNote.Hours(Opens, Closes));
        return await changes.MakeAsync(new(reach.RegencyCode, history.Today(reach), code), note, () => opening.SetHoursAsync(Unit, Opens, Closes, cancellationToken), cancellationToken) ? LocalRedirect($"/unit/{code}") : await AgainAsync(AdminWords.T(AdminText.Units_BadHours), cancellationToken);
    }

    public async Task<IActionResult> OnPostInviteAsync(string code, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is not { } reach) return NotFound();
        Problem = Officer.DetailsProblem() ?? Officer.EmailProblem() ?? (Officer.Peran is { } role && Duties.Contains(role) ? null : AdminWords.T(AdminText.Staff_NoArea));
        if (Problem is null && await staff.InviteAsync(reach, Officer.ToDetails(), new OfficerArea(Officer.Peran!.Value, code, reach.RegencyCode), onDuty: false, cancellationToken) is { } id)
            Link = await invitations.LinkAsync(id, cancellationToken);
        return Link is null ? await AgainAsync(Problem ?? AdminWords.T(AdminText.Staff_EmailTaken), cancellationToken) : await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostTryAsync(string code, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is null) return NotFound();
        if (string.IsNullOrWhiteSpace(Message) || Message.Length > UnitTrial.LongestMessage) return await AgainAsync(AdminWords.T(AdminText.Units_NoMessage), cancellationToken);
        Tried = await trial.OfAsync(Unit, Message, cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostOpenAsync(string code, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is not { } reach) return NotFound();
        return await opening.OpenAsync(reach, Unit, history.Today(reach), cancellationToken) ? LocalRedirect($"/unit/{code}") : await AgainAsync(AdminWords.T(AdminText.Units_NotReady), cancellationToken);
    }

    /// <summary>"Front office, back office".</summary>
    public string DutiesOf(Officer officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return string.Join(", ", officer.Roles.Where(role => role.AreaCode == Unit.Code).Select(role => AdminWords.T($"Role_{role.Role}")));
    }

    private async Task<OfficerReach?> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !StaffBook.MayManage(reach) || await opening.FindAsync(reach.RegencyCode, code, cancellationToken) is not { } found) return null;
        (Unit, this.reach) = (found, reach);
        return reach;
    }

    private async Task<IActionResult> AgainAsync(string problem, CancellationToken cancellationToken)
    {
        (Problem, Response.StatusCode) = (problem, StatusCodes.Status422UnprocessableEntity);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (Form.Nama is null) Form = UnitFields.Of(Unit);
        (Opens, Closes) = (Opens ?? Unit.Opens ?? UnitTrial.UsualOpens, Closes ?? Unit.Closes ?? UnitTrial.UsualCloses);
        Desk = await opening.DeskAsync(Unit, cancellationToken);
        Missing = UnitOpening.Missing(Unit, Desk);
        History = await history.ListAsync(reach, OfUnit, Unit.Code, await history.AreasAsync(reach, cancellationToken), cancellationToken);
        return Page();
    }
}
