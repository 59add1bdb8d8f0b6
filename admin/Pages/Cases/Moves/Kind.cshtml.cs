using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Ppks;
using Puskesos.Core.Reports;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>Notes of which PPKS kind the person helped is, for the report.</summary>
public sealed class KindModel(CurrentOfficer current, CaseReader cases, PpksNoting noting, BotDbContext database) : CaseFormPage(current, cases, database)
{
    /// <summary>The kind, with what it does to the case's secrecy.</summary>
    public static string Words(int kind) => $"{kind}. {ReportLabels.Ppks(kind)}{PpksKinds.LeastSecrecy(kind) switch { Secrecy.Secret => " (S1)", Secrecy.Confidential => " (S2)", _ => "" }}";

    public async Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) =>
        await LoadAsync(ticket, cancellationToken) && PpksNoting.MayNote(View.Reader) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string ticket, [FromForm(Name = "jenis")] int? kind, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(ticket, cancellationToken) || !PpksNoting.MayNote(View.Reader)) return NotFound();
        var words = AdminWords.T(AdminText.Ppks_Noted, ("kind", kind is { } known && PpksKinds.IsKind(known) ? ReportLabels.Ppks(known) : AdminWords.T(AdminText.Ppks_None)));
        // A kind that makes the case secret may take it out of the officer's own sight.
        var landAt = kind is { } noted && PpksKinds.LeastSecrecy(noted) > Secrecy.Ordinary ? "/kasus" : "orang";
        return await ActAsync(ticket, _ => noting.NoteAsync(View.Case.Id, kind, words, View.Reader, cancellationToken), cancellationToken, landAt);
    }
}
