using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Core.Conversations.Desk;

namespace Puskesos.Admin.Pages.Emergencies;

/// <summary>The open alarms, newest first, without any name of a resident.</summary>
public sealed class IndexModel(CurrentOfficer current, AlarmReader alarms) : PageModel
{
    public IReadOnlyList<AlarmLine> Alarms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !OpenAlarms.MayEverRead(reach)) return NotFound();
        Alarms = await alarms.ListAsync(reach, cancellationToken);
        return Page();
    }
}
