using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>A refusal needs four eyes: proposed here by the back office, approved or returned here by the TKSK.</summary>
public sealed class RefusalModel(CurrentOfficer current, CaseReader cases, OfficerDesk desk, OfficerDecisions decisions, BotDbContext database)
    : CaseFormPage(current, cases, database)
{
    [BindProperty]
    public RefusalFields Form { get; set; } = new();

    public bool Proposes => View.Case.Items.Any(item => RefusalProposals.MayPropose(item, View.Reader));

    public bool Decides => View.Case.Items.Any(item => RefusalProposals.MayDecide(item, View.Reader));

    public Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) => ShowAsync(ticket, may: true, cancellationToken);

    public Task<IActionResult> OnPostProposeAsync(string ticket, CancellationToken cancellationToken) => ActAsync(ticket, reach => decisions.ProposeRefusalAsync(
        reach, ticket, Form.Keperluan, new RefusalForm(Form.Sebab, Form.Alasan, Form.Langkah), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDecideAsync(string ticket, CancellationToken cancellationToken) => ActAsync(ticket, reach => Form.Putusan == "setuju"
        ? desk.MoveAsync(reach, ticket, Form.Versi, new MoveRequest(CaseMove.Reject) { Item = Form.Keperluan, Words = Form.Catatan }, cancellationToken)
        : decisions.ReturnRefusalAsync(reach, ticket, Form.Keperluan, Form.Catatan, cancellationToken), cancellationToken);
}

/// <summary>The fields of both forms, named as they stand in the page.</summary>
public sealed class RefusalFields
{
    public uint? Versi { get; set; }

    public int? Keperluan { get; set; }

    public RefusalReason? Sebab { get; set; }

    public string? Alasan { get; set; }

    public string? Langkah { get; set; }

    public string? Putusan { get; set; }

    public string? Catatan { get; set; }
}
