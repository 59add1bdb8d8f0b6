using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Papers;

/// <summary>One file of a case, large, with the reader's name and the time over it, and what it is taken for.</summary>
public sealed class LookModel(CurrentOfficer current, CaseReader cases, OfficerDesk desk, PaperLabelling papers, BotDbContext database) : CaseFormPage(current, cases, database)
{
    /// <summary>So many lines cover the tallest photo.</summary>
    public const int SealLines = 14;

    private long documentId;

    public Document Document { get; private set; } = null!;

    /// <summary>Who looks, at what, when: a photo of the screen tells where it came from.</summary>
    public string Seal { get; private set; } = "";

    public bool IsStored => Document.State == DocumentState.Stored;

    public bool IsShown => IsStored && InlineRules.MayShowInline(Document);

    public bool MayName => IsStored && View.MayWrite;

    public async Task<IActionResult> OnGetAsync(string ticket, long id, CancellationToken cancellationToken)
    {
        documentId = id;
        return await LoadAsync(ticket, cancellationToken) && Document is not null ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostAsync(string ticket, long id, string? jenis, CancellationToken cancellationToken)
    {
        documentId = id;
        return ActAsync(ticket, reach => desk.NamePaperAsync(reach, ticket, id, string.IsNullOrWhiteSpace(jenis) ? null : jenis, papers, cancellationToken), cancellationToken, "berkas");
    }

    protected override Task PrepareAsync(CancellationToken cancellationToken)
    {
        Document = View.Documents.FirstOrDefault(row => row.Id == documentId)!;
        Seal = $"{Reach.Name} · {View.MomentOf(View.Now)} · {View.Case.Ticket}";
        return Task.CompletedTask;
    }
}
