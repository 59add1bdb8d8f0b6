using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases.Referrals;

namespace Puskesos.Admin.Pages.Agencies;

/// <summary>The address book of agencies, by kind; every officer reads it.</summary>
public sealed class IndexModel(CurrentOfficer current, AgencyBook book) : PageModel
{
    public IReadOnlyList<IGrouping<AgencyKind, Agency>> Kinds { get; private set; } = [];

    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return NotFound();
        MayChange = AgencyBook.MayChange(reach);
        Kinds = [.. (await book.ListAsync(reach.RegencyCode, cancellationToken)).Where(row => row.IsActive || MayChange).GroupBy(row => row.Kind)];
        return Page();
    }

    /// <summary>The number as a telephone dials it.</summary>
    public static string Dialled(string phone) => string.Concat((phone ?? "").Where(sign => char.IsAsciiDigit(sign) || sign == '+'));
}
