using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Pages.Staff;
using Puskesos.Admin.Pages.Settings;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Hours;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Reminders;

namespace Puskesos.Admin.Pages.Days;

/// <summary>The hours of Ramadan, by its days of each year, and the offices that work on cuti bersama. Due days follow within half a minute.</summary>
public sealed class HoursModel(CurrentOfficer current, SpecialHours hours, CalendarChanges changes, SettingHistory history, TimeProvider time) : PageModel
{
    /// <summary>Nobody sets a Ramadan further ahead; a slip of the year is caught.</summary>
    private const int MostDaysAhead = 800;

    private const string Here = "/kalender/jam";

    private DateOnly today;

    public IReadOnlyList<WorkHoursProfile> Periods { get; private set; } = [];

    /// <summary>What offices say of cuti bersama.</summary>
    public IReadOnlyList<WorkHoursProfile> Leaves { get; private set; } = [];

    public AreaNames Areas { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>Who set or took back which hours.</summary>
    public IReadOnlyList<SettingLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await PrepareAsync(cancellationToken) is { } reach ? await ShowAsync(reach, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostRamadanAsync([FromForm] DateOnly? dari, [FromForm] DateOnly? sampai, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        if (dari is not { } first || sampai is not { } last || last < today || last.DayNumber - today.DayNumber > MostDaysAhead) return await AgainAsync(reach, cancellationToken);
        var isSet = await changes.MakeAsync(new(reach.RegencyCode, first), new(reach, SettingSubject.Ramadan, reach.RegencyCode, null, SettingNote.Days(first, last)), () => hours.AddRamadanAsync(reach.RegencyCode, first, last, cancellationToken), cancellationToken);
        return isSet ? LocalRedirect(Here) : await AgainAsync(reach, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] long id, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach || await hours.DaysOfAsync(reach.RegencyCode, id, cancellationToken) is not { } taken) return NotFound();
        var note = new SettingNote(reach, SettingSubject.Ramadan, reach.RegencyCode, SettingNote.Days(taken.First, taken.Last), null);
        return await changes.MakeAsync(new(reach.RegencyCode, taken.First), note, () => hours.RemovePeriodAsync(reach.RegencyCode, id, cancellationToken), cancellationToken) ? LocalRedirect(Here) : NotFound();
    }

    public async Task<IActionResult> OnPostLeaveAsync([FromForm] string? unit, [FromForm] bool? kerja, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        var office = string.IsNullOrEmpty(unit) ? null : unit;
        if (office is not null && Areas.Units.All(one => one.Code != office)) return NotFound();
        if (kerja is not { } works) return await AgainAsync(reach, cancellationToken);
        var before = (await hours.ProfilesAsync(reach.RegencyCode, today, cancellationToken)).Find(row => row.RegencyCode == reach.RegencyCode && row.UnitCode == office && row.FirstDay is null);
        var note = new SettingNote(reach, SettingSubject.JointLeave, office ?? reach.RegencyCode, before is null ? null : SettingLog.Switch(before.WorksOnJointLeave), SettingLog.Switch(works));
        return await changes.MakeAsync(new(reach.RegencyCode, today, office), note, () => hours.SetJointLeaveAsync(reach.RegencyCode, office, works, cancellationToken), cancellationToken)
            ? LocalRedirect(Here) : await AgainAsync(reach, cancellationToken);
    }

    /// <summary>Whose hours these are.</summary>
    public string OfficeOf(WorkHoursProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.UnitCode is { } unit ? Areas.NameOf(unit) : AdminWords.T(AdminText.Hours_All);
    }

    private async Task<OfficerReach?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !IndexModel.MayChange(reach)) return null;
        today = IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow());
        Areas = await history.AreasAsync(reach, cancellationToken);
        return reach;
    }

    private async Task<IActionResult> AgainAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        (Problem, Response.StatusCode) = (AdminWords.T(AdminText.Hours_Incomplete), StatusCodes.Status422UnprocessableEntity);
        return await ShowAsync(reach, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        var profiles = await hours.ProfilesAsync(reach.RegencyCode, today, cancellationToken);
        History = await history.ListAsync(reach, [SettingSubject.Ramadan, SettingSubject.JointLeave], null, Areas, cancellationToken);
        (Periods, Leaves) = ([.. profiles.Where(row => row.FirstDay is not null)], [.. profiles.Where(row => row.FirstDay is null)]);
        return Page();
    }
}
