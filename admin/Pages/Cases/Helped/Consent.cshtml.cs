using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases.Helped;

/// <summary>The word of the person for whom a helper filed: asked by chat, or told by a signed paper.</summary>
public sealed class ConsentModel(CurrentOfficer current, CaseReader cases, HelperDesk desk, BotDbContext database) : CaseFormPage(current, cases, database)
{
    [BindProperty]
    public ConsentFields Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) => ShowAsync(ticket, may: true, cancellationToken);

    public Task<IActionResult> OnPostPaperAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.AnswerAsync(reach, ticket, Form.Jawaban ?? HelpedConsent.Pending, Form.Catatan, cancellationToken), cancellationToken, "orang");

    public Task<IActionResult> OnPostAskAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.AskAsync(reach, ticket, PhoneNumberReader.Find(Form.Hp).Select(found => found.E164).FirstOrDefault(), cancellationToken), cancellationToken, "orang");
}

/// <summary>The fields of both forms, named as they stand in the page.</summary>
public sealed class ConsentFields
{
    public HelpedConsent? Jawaban { get; set; }

    public string? Catatan { get; set; }

    public string? Hp { get; set; }
}
