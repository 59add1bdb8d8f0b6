using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Staff;

/// <summary>The officers of the regency, for Dinsos.</summary>
public sealed class IndexModel(CurrentOfficer current, StaffBook staff, BotDbContext database) : PageModel
{
    /// <summary>A list that a phone can show; the rest is found by searching.</summary>
    public const int MostLines = 100;

    public IReadOnlyList<Officer> Officers { get; private set; } = [];

    public AreaNames Areas { get; private set; } = null!;

    public string? Sought { get; private set; }

    /// <summary>Nobody on duty has a chat that an alarm can reach.</summary>
    public bool IsDutyOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "cari")] string? sought, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !StaffBook.MayManage(reach)) return NotFound();
        Sought = sought;
        Areas = await AreaNames.LoadAsync(database, reach.RegencyCode, cancellationToken);
        Officers = await staff.ListAsync(reach.RegencyCode, sought, MostLines, cancellationToken);
        IsDutyOpen = !await AlarmDuty.IsKeptAsync(database, reach.RegencyCode, cancellationToken);
        return Page();
    }
}
