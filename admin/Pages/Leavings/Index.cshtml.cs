using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.Leavings;

/// <summary>Where residents leave the talk: counts by question, for whoever words the questions.</summary>
public sealed class IndexModel(CurrentOfficer current, LeavingReader reader, TimeProvider time) : PageModel
{
    /// <summary>The spans offered, in days.</summary>
    public static readonly IReadOnlyList<int> Spans = [7, 30, 90];

    [BindProperty(Name = "hari", SupportsGet = true)]
    public int Days { get; set; } = 30;

    public LeavingView View { get; private set; } = new([], 0);

    /// <summary>Those who word the questions and answer for the service.</summary>
    public static bool MayRead(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps([Role.Dinsos, Role.Slrt]);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayRead(reach)) return NotFound();
        if (!Spans.Contains(Days)) Days = Spans[1];
        var (zone, from) = (IndonesianZone.OfArea(reach.RegencyCode), time.GetUtcNow().AddDays(-Days));
        View = await reader.ReadAsync(reach.RegencyCode, zone.DayOf(from), from, cancellationToken);
        return Page();
    }

    /// <summary>What officers call a question.</summary>
    public static string Name(string step) => AdminWords.Has($"Step_{step}") ? AdminWords.T($"Step_{step}") : AdminWords.T(AdminText.Leavings_Other);
}
