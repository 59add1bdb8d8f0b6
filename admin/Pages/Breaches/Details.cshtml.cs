using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Officers;
using Puskesos.Core.Privacy.Breaches;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Breaches;

/// <summary>One breach: the facts, who was told when, and every change with what stood there before.</summary>
public sealed class DetailsModel(CurrentOfficer current, BreachBook book, BotDbContext database, TimeProvider time) : PageModel
{
    private OfficerReach reach = null!;

    [BindProperty]
    public BreachFields Form { get; set; } = new();

    public DataBreach Found { get; private set; } = null!;

    public BreachFacts Facts { get; private set; } = null!;

    public BreachLine Line { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    public string? Problem { get; private set; }

    public IReadOnlyList<(string What, string When, string? Before, string? After)> History { get; private set; } = [];

    public string Moment(DateTimeOffset at) => Moments.Of(reach.RegencyCode, at);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) =>
        await PrepareAsync(id, cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(id, cancellationToken) || !BreachBook.MayWrite(reach)) return NotFound();
        var facts = ModelState.IsValid ? Form.ToFacts(reach.RegencyCode) : null;
        var saved = facts is null ? BreachSaved.Incomplete : await book.ChangeAsync(reach, id, facts, Form.Versi, cancellationToken);
        if (saved == BreachSaved.Saved) return LocalRedirect($"/insiden/{id}");
        (Problem, Response.StatusCode) = saved == BreachSaved.ChangedMeanwhile
            ? (AdminWords.T(AdminText.Breaches_Meanwhile), StatusCodes.Status409Conflict)
            : (AdminWords.T(AdminText.Breaches_Incomplete), StatusCodes.Status422UnprocessableEntity);
        return await PrepareAsync(id, cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();
    }

    private async Task<bool> PrepareAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } officer || await book.FindAsync(officer, id, cancellationToken) is not { } found) return false;
        (reach, Found, Facts, MayWrite) = (officer, found, book.FactsOf(found), BreachBook.MayWrite(officer));
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Line = BreachLine.Of(Found, reach.RegencyCode, time.GetUtcNow());
        if (Problem is null) Form = BreachFields.Of(Facts, reach.RegencyCode, Found.Changes.Count);
        var by = Found.Changes.Select(line => line.OfficerId).Append(Found.RecordedBy).Distinct().ToArray();
        var names = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        string When(DateTimeOffset at, long who) => $"{Moment(at)}, {names.GetValueOrDefault(who, AdminWords.T(AdminText.By_Officer))}";
        var changes = Found.Changes.OrderByDescending(line => line.Id)
            .Select(line => (AdminWords.T($"BreachFact_{line.Fact}"), When(line.At, line.OfficerId), Shown(line.Fact, line.Before), Shown(line.Fact, line.After)));
        History = [.. changes, (AdminWords.T(AdminText.Breaches_Recorded), When(Found.RecordedAt, Found.RecordedBy), null, null)];
        return Page();
    }

    private string? Shown(BreachFact fact, byte[]? words) => book.Open(words) is not { } said ? null : fact switch
    {
        BreachFact.FoundAt => Moment(DateTimeOffset.Parse(said, CultureInfo.InvariantCulture)),
        BreachFact.PersonsToldOn or BreachFact.AuthorityToldOn => IndonesianFormat.ShortDate(DateOnly.Parse(said, CultureInfo.InvariantCulture)),
        _ => said,
    };
}
