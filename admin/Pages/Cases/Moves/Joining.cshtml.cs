using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Moves;

/// <summary>Joins a ticket to another one of the same person and need; can be taken back.</summary>
public sealed class JoiningModel(CurrentOfficer current, CaseReader cases, OfficerDecisions decisions, CaseRecords records, BotDbContext database) : CaseFormPage(current, cases, database)
{
    [BindProperty(Name = "tiket")]
    public string? Other { get; set; }

    [BindProperty(Name = "Form.Versi")]
    public uint? Seen { get; set; }

    /// <summary>Tickets that may be the same.</summary>
    public IReadOnlyList<OtherTicket> Likely { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) => ShowAsync(ticket, may: true, cancellationToken);

    public Task<IActionResult> OnPostAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => decisions.MergeAsync(reach, ticket, Seen, Other, cancellationToken), cancellationToken);

    protected override async Task PrepareAsync(CancellationToken cancellationToken) =>
        Likely = [.. (await records.DuplicatesAsync(Reach, View.Case, cancellationToken)).Where(other => other.Status.IsOpen())];
}
