using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.WalkIns;

/// <summary>The slip of a walk-in on an 80 mm roll: ticket and kode cek, without name, story or need. For whoever entered it or sees the case.</summary>
public sealed class SlipModel(CurrentOfficer current, BotDbContext database, CaseClock clock, FieldCipher cipher) : PageModel
{
    public Case Filed { get; private set; } = null!;

    public string Code { get; private set; } = "";

    public PuskesosUnit Unit { get; private set; } = null!;

    public string Received { get; private set; } = "";

    public string Due { get; private set; } = "";

    public IReadOnlyList<string> ToFollow { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return NotFound();
        var found = await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).SingleOrDefaultAsync(row => row.Ticket == ticket, cancellationToken)
            ?? await database.Cases.AsNoTracking().SingleOrDefaultAsync(
                row => row.Ticket == ticket && row.Events.Any(line => line.Kind == CaseEventKind.Filed && line.OfficerId == reach.OfficerId), cancellationToken);
        if (found is not { Channel: Core.Messaging.Channel.Counter }) return NotFound();
        Filed = found;
        Code = cipher.OpenText(found.CheckCode);
        Unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(row => row.Code == found.UnitCode, cancellationToken);
        var working = clock.Of(Unit);
        Received = $"{IndonesianFormat.Date(working.Zone.DayOf(found.FiledAt))}, {IndonesianFormat.Time(working.Zone.TimeOf(found.FiledAt), working.Zone.Name)}";
        Due = found.DueAt is { } due ? IndonesianFormat.Date(working.Zone.DayOf(due)) : "";
        var missing = await database.AwaitedDocuments.Where(row => row.CaseId == found.Id && row.DocumentId == null).Select(row => row.Kind).Distinct().ToListAsync(cancellationToken);
        var labels = await database.DocumentKinds.Where(row => missing.Contains(row.Code)).Select(row => row.Label).ToListAsync(cancellationToken);
        ToFollow = labels;
        return Page();
    }
}
