using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Places;
using Puskesos.Core.Privacy;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Rights;

/// <summary>The copy of a person's data for print, once it is sure who asks; each look is written into the request's history.</summary>
public sealed class CopyModel(CurrentOfficer current, RightsDesk desk, PersonalCopies copies, CatalogueSnapshot catalogue, BotDbContext database, TimeProvider time) : PageModel
{
    private CatalogueIndex needs = null!;

    public RightsRequest Found { get; private set; } = null!;

    public PersonalCopy Copy { get; private set; } = null!;

    public string? Village { get; private set; }

    public string RegencyName { get; private set; } = "";

    public string Today { get; private set; } = "";

    public string Moment(DateTimeOffset at) => Moments.Of(Found.RegencyCode, at);

    public string Day(DateTimeOffset at) => Moments.Day(Found.RegencyCode, at);

    public string NeedLabel(string code) => needs.Find(code)?.Label ?? code;

    public string PaperLabel(string code) => needs.DocumentLabel(code);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || await desk.FindAsync(reach, id, cancellationToken) is not { Kind: RightsKind.Access, ResidentId: { } person } found) return NotFound();
        if (!await desk.CopiedAsync(reach, found, cancellationToken) || await copies.MakeAsync(person, cancellationToken) is not { } copy) return NotFound();
        (Found, Copy, needs) = (found, copy, catalogue.Of(reach.RegencyCode));
        Village = await database.Set<Village>().Where(row => row.Code == copy.Person.VillageCode).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken);
        RegencyName = await database.Set<Regency>().Where(row => row.Code == reach.RegencyCode).Select(row => row.Name).SingleAsync(cancellationToken);
        Today = Moments.Day(reach.RegencyCode, time.GetUtcNow());
        return Page();
    }
}
