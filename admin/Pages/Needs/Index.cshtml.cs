using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Needs;

/// <summary>The needs that residents of the regency are offered, by menu entry, with their checklists.</summary>
public sealed class IndexModel(CurrentOfficer current, BotDbContext database) : PageModel
{
    public CatalogueIndex Catalogue { get; private set; } = CatalogueIndex.Seed;

    /// <summary>Every need, switched off ones too, by menu entry.</summary>
    public IReadOnlyList<IGrouping<int, NeedCategory>> Groups { get; private set; } = [];

    /// <summary>Codes of needs with words of the regency's own.</summary>
    public IReadOnlySet<string> Own { get; private set; } = new HashSet<string>();

    /// <summary>Only Dinsos words what residents are offered.</summary>
    public static bool MayChange(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.Dinsos);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayChange(reach)) return NotFound();
        Catalogue = await NeedEditing.IndexAsync(database, reach.RegencyCode, cancellationToken);
        Groups = [.. Catalogue.All.GroupBy(need => need.MenuGroup).OrderBy(menu => menu.Key)];
        Own = (await NeedEditing.InForceAsync(database, cancellationToken)).Where(row => row.RegencyCode == reach.RegencyCode).Select(row => row.CategoryCode).ToHashSet();
        return Page();
    }

    /// <summary>"KTP, KK".</summary>
    public string Papers(IEnumerable<string> codes) => string.Join(", ", codes.Select(Catalogue.DocumentLabel));
}
