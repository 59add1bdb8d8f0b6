using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>Opens the masked numbers of a case's people: a reason first, then the numbers, once.</summary>
public sealed class NumbersModel(CurrentOfficer current, CaseReader cases, NumberReveal reveal, BotDbContext database) : CaseFormPage(current, cases, database)
{
    public IReadOnlyList<RevealedNumbers>? Numbers { get; private set; }

    public bool LacksReason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) =>
        await LoadAsync(ticket, cancellationToken) && NumberReveal.MayReveal(View.Reader) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string ticket, [FromForm] string? alasan, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(ticket, cancellationToken) || !NumberReveal.MayReveal(View.Reader)) return NotFound();
        Numbers = await reveal.ShowAsync(View.Case, View.Reader, alasan, cancellationToken);
        LacksReason = Numbers is null;
        if (LacksReason) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
