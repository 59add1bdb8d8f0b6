using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>A page about one case: read for the officer at the browser, acted on, shown again with the words kept when something is missing.</summary>
public abstract class CaseFormPage(CurrentOfficer current, CaseReader cases, BotDbContext database) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>Who sits at the browser.</summary>
    public OfficerReach Reach { get; private set; } = null!;

    /// <summary>What went wrong with a form; the words stay in their field.</summary>
    public string? Problem { get; private set; }

    /// <summary>Acts, then shows the case; or shows this page again and says why not.</summary>
    protected async Task<IActionResult> ActAsync(string ticket, Func<OfficerReach, Task<MoveResult>> act, CancellationToken cancellationToken, string? landAt = null)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (await current.FindAsync(cancellationToken) is not { } officer) return LocalRedirect("/masuk");
        var result = await act(officer);
        if (result.IsDone) return LocalRedirect(landAt?.StartsWith('/') == true ? landAt : $"/kasus/{ticket}{(landAt is null ? "" : $"#{landAt}")}");
        if (result.Answer == MoveAnswer.NotFound) return NotFound();
        database.ChangeTracker.Clear();
        if (!await LoadAsync(ticket, cancellationToken)) return NotFound();
        Problem = AdminWords.T($"Problem_{result.Answer}");
        Response.StatusCode = result.Answer == MoveAnswer.Incomplete ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Reads the case; false when there is none for this officer. Whatever page of a case is opened, the look is kept (DOMAIN §3).</summary>
    protected async Task<bool> LoadAsync(string ticket, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || await cases.FindAsync(reach, ticket, cancellationToken) is not { } found) return false;
        (Reach, View) = (reach, found);
        if (HttpMethods.IsGet(Request.Method)) await cases.ViewedAsync(found, cancellationToken);
        await PrepareAsync(cancellationToken);
        return true;
    }

    /// <summary>What a page needs beside the case.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Shows the page, or 404.</summary>
    protected async Task<IActionResult> ShowAsync(string ticket, bool may, CancellationToken cancellationToken) =>
        may && await LoadAsync(ticket, cancellationToken) ? Page() : NotFound();
}
