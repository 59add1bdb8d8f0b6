using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Core.Officers.Settings;

namespace Puskesos.Admin.Pages.Settings;

/// <summary>Whether village heads read the ordinary cases of their village; Dinsos decides.</summary>
public sealed class VillageHeadsModel(CurrentOfficer current, VillageHeads heads, SettingHistory history) : PageModel
{
    public bool Allowed { get; private set; }

    public IReadOnlyList<SettingLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !VillageHeads.MayAllow(reach)) return NotFound();
        Allowed = await heads.AreAllowedAsync(reach.RegencyCode, cancellationToken);
        History = await history.ListAsync(reach, [SettingSubject.VillageHeads], null, await history.AreasAsync(reach, cancellationToken), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] bool? boleh, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !VillageHeads.MayAllow(reach)) return NotFound();
        if (boleh is { } allowed) await heads.AllowAsync(reach, allowed, cancellationToken);
        return LocalRedirect("/pengaturan/kepala-desa");
    }
}
