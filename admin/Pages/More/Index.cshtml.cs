using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;

namespace Puskesos.Admin.Pages.More;

/// <summary>The list of pages that are not needed every hour.</summary>
public sealed class IndexModel(CurrentOfficer current) : PageModel
{
    public IReadOnlyList<MorePage> Pages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return NotFound();
        Pages = MorePages.For(reach);
        return Page();
    }
}
