using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Places;
using Puskesos.Core.Privacy.Breaches;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Breaches;

/// <summary>The notice to the authority for print: which data, when and how, what is done against it (UU 27/2022 art. 46).</summary>
public sealed class LetterModel(CurrentOfficer current, BreachBook book, BotDbContext database, TimeProvider time) : PageModel
{
    public DataBreach Found { get; private set; } = null!;

    public BreachFacts Facts { get; private set; } = null!;

    public string Regency { get; private set; } = "";

    /// <summary>Who wrote the breach down.</summary>
    public string Officer { get; private set; } = "";

    public string Today { get; private set; } = "";

    public string Moment(DateTimeOffset at) => Moments.Of(Found.RegencyCode, at);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || await book.FindAsync(reach, id, cancellationToken) is not { } found) return NotFound();
        (Found, Facts, Today) = (found, book.FactsOf(found), Moments.Day(reach.RegencyCode, time.GetUtcNow()));
        Regency = await database.Set<Regency>().Where(row => row.Code == reach.RegencyCode).Select(row => row.Name).SingleAsync(cancellationToken);
        Officer = await database.Users.Where(row => row.Id == found.RecordedBy).Select(row => row.Name).SingleAsync(cancellationToken);
        return Page();
    }
}
