using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Calendar;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Erasures;

/// <summary>What retention would erase now and what it erased before, for the data-protection officer of the regency.</summary>
public sealed class IndexModel(CurrentOfficer current, ErasureRules rules, BotDbContext database) : PageModel
{
    /// <summary>Two months of daily runs.</summary>
    private const int Shown = 60;

    private IndonesianZone zone = null!;

    /// <summary>The dry run: what tonight's run would erase if it came now.</summary>
    public RetentionPlan Plan { get; private set; } = RetentionPlan.Nothing;

    /// <summary>Files erased in the database whose bytes are still to be removed from the store.</summary>
    public int InStore { get; private set; }

    public IReadOnlyList<ErasureReport> Reports { get; private set; } = [];

    public string Written(DateTimeOffset at, string format) => TimeZoneInfo.ConvertTime(at, zone.Zone).ToString(format, CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !Views.IndexModel.MayRead(reach)) return NotFound();
        zone = IndonesianZone.OfArea(reach.RegencyCode);
        Plan = (await rules.PlanAsync(cancellationToken)).GetValueOrDefault(reach.RegencyCode, RetentionPlan.Nothing);
        InStore = await database.Documents.CountAsync(row => row.State == DocumentState.Erased && row.StoreKey != null
            && (database.Cases.Any(about => about.Id == row.CaseId && about.RegencyCode == reach.RegencyCode)
                || (row.CaseId == null && database.Conversations.Any(talk => talk.Id == row.ConversationId && talk.RegencyCode == reach.RegencyCode))), cancellationToken);
        Reports = await database.Set<ErasureReport>().AsNoTracking().Where(row => row.RegencyCode == reach.RegencyCode).OrderByDescending(row => row.Id).Take(Shown).ToListAsync(cancellationToken);
        return Page();
    }
}
