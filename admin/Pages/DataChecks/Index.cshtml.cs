using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.DataChecks;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.DataChecks;

/// <summary>Whose aid data must be looked up: three months old first, then never.</summary>
public sealed class IndexModel(CurrentOfficer current, DataCheckList list, BotDbContext database, TimeProvider time) : PageModel
{
    private Dictionary<string, string> villages = [];

    public IReadOnlyList<(string Title, string None, IReadOnlyList<CheckToDo> Lines)> Groups { get; private set; } = [];

    /// <summary>Those who look people up, wherever they do.</summary>
    public static bool MayRead(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps([Role.FrontOffice, Role.BackOffice, Role.DataOperator, Role.Tksk, Role.Slrt, Role.Dinsos]);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !MayRead(reach)) return NotFound();
        var today = IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow());
        Groups =
        [
            (AdminText.Check_GroupOverdue, AdminText.Check_NoneOverdue, await list.OverdueAsync(reach, today, cancellationToken)),
            (AdminText.Check_GroupNever, AdminText.Check_NoneNever, await list.NeverAsync(reach, cancellationToken)),
        ];
        var codes = Groups.SelectMany(group => group.Lines).Select(line => line.VillageCode).Distinct().ToArray();
        villages = await database.Set<Village>().Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, cancellationToken);
        return Page();
    }

    public string VillageOf(CheckToDo line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return villages.GetValueOrDefault(line.VillageCode, "");
    }
}
