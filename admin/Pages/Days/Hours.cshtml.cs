using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Pages.Staff;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Hours;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Days;

/// <summary>The hours of Ramadan, by its days of each year, and the offices that work on cuti bersama. Due days follow within half a minute.</summary>
public sealed class HoursModel(CurrentOfficer current, SpecialHours hours, CalendarChanges changes, BotDbContext database, TimeProvider time) : PageModel
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

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await PrepareAsync(cancellationToken) is { } reach ? await ShowAsync(reach, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostRamadanAsync([FromForm] DateOnly? dari, [FromForm] DateOnly? sampai, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        if (dari is not { } first || sampai is not { } last || last < today || last.DayNumber - today.DayNumber > MostDaysAhead) return await AgainAsync(reach, cancellationToken);
        var isSet = await changes.MakeAsync(new(reach.RegencyCode, first), () => hours.AddRamadanAsync(reach.RegencyCode, first, last, cancellationToken), cancellationToken);
        return isSet ? LocalRedirect(Here) : await AgainAsync(reach, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromForm] long id, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach || await hours.FirstDayOfAsync(reach.RegencyCode, id, cancellationToken) is not { } first) return NotFound();
        return await changes.MakeAsync(new(reach.RegencyCode, first), () => hours.RemovePeriodAsync(reach.RegencyCode, id, cancellationToken), cancellationToken) ? LocalRedirect(Here) : NotFound();
    }

    public async Task<IActionResult> OnPostLeaveAsync([FromForm] string? unit, [FromForm] bool? kerja, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(cancellationToken) is not { } reach) return NotFound();
        var office = string.IsNullOrEmpty(unit) ? null : unit;
        if (office is not null && Areas.Units.All(one => one.Code != office)) return NotFound();
        if (kerja is not { } works) return await AgainAsync(reach, cancellationToken);
        return await changes.MakeAsync(new(reach.RegencyCode, today, office), () => hours.SetJointLeaveAsync(reach.RegencyCode, office, works, cancellationToken), cancellationToken)
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
        Areas = await AreaNames.LoadAsync(database, reach.RegencyCode, cancellationToken);
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
        (Periods, Leaves) = ([.. profiles.Where(row => row.FirstDay is not null)], [.. profiles.Where(row => row.FirstDay is null)]);
        return Page();
    }
}
