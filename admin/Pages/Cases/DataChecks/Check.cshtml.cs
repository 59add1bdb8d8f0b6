using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases.DataChecks;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.DataChecks;

/// <summary>The result of a look into the aid data (DTSEN): found or not, the decile, the day; who looked is whoever types it.</summary>
public sealed class CheckModel(CurrentOfficer current, CaseReader cases, DataCheckBook checks, BotDbContext database) : CaseFormPage(current, cases, database)
{
    [BindProperty]
    public CheckFields Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(ticket, cancellationToken) || !DataCheckBook.MayRecord(View.Reader)) return NotFound();
        Form.Tanggal = View.Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string ticket, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(ticket, cancellationToken) || !DataCheckBook.MayRecord(View.Reader)) return NotFound();
        var form = new DataCheckForm(Form.Terdata, Form.Desil, Form.Tanggal);
        return await ActAsync(ticket, async _ => new MoveResult(await checks.RecordAsync(View.Case, View.Reader, form, View.Today, cancellationToken)), cancellationToken, "data");
    }
}

/// <summary>The fields of the form, named as they stand in the page.</summary>
public sealed class CheckFields
{
    public bool? Terdata { get; set; }

    public int? Desil { get; set; }

    public DateOnly? Tanggal { get; set; }
}
