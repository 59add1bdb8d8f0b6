using Microsoft.AspNetCore.Mvc;
using Puskesos.Admin.Security;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Replies;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>The page of a case: what it is, the one next action, the talk, papers, people and history.</summary>
public sealed class DetailsModel(CurrentOfficer current, CaseReader cases, OfficerDesk desk, BotDbContext database, ClockWords clock) : CaseFormPage(current, cases, database)
{
    [BindProperty]
    public CaseForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync(string ticket, CancellationToken cancellationToken) => ShowAsync(ticket, may: true, cancellationToken);

    public Task<IActionResult> OnPostMoveAsync(string ticket, CaseMove aksi, CancellationToken cancellationToken) => ActAsync(ticket, reach => desk.MoveAsync(
        reach, ticket, Form.Versi, new MoveRequest(aksi) { Item = Form.Keperluan, Outcome = Form.Hasil, Words = Form.Kalimat, Documents = Form.AllDocuments }, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostUndoAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.UndoAsync(reach, ticket, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostTakeAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.TakeAsync(reach, ticket, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostWriteAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.WriteAsync(reach, ticket, Form.ToLine(), cancellationToken), cancellationToken, "bicara");

    public Task<IActionResult> OnPostNoteAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.NoteAsync(reach, ticket, Form.ToLine(), cancellationToken), cancellationToken, "riwayat");

    /// <summary>Puts a ready answer into the field, behind what is written there; nothing is sent. The small script does the same without the way to us.</summary>
    public async Task<IActionResult> OnPostReadyAsync(string ticket, [FromForm(Name = "siap")] string? key, [FromServices] CannedReplies replies, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(ticket, cancellationToken) || !View.MayWrite) return NotFound();
        if (replies.For(View.Case, View.Unit, View.Reader.Name).FirstOrDefault(reply => reply.Key == key) is { } ready) Form.Balas = $"{Form.Balas} {ready.Words}".Trim();
        ModelState.Clear();
        return Page();
    }

    public Task<IActionResult> OnPostChatAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.TakeChatAsync(reach, ticket, cancellationToken), cancellationToken, "bicara");

    public Task<IActionResult> OnPostBotAsync(string ticket, CancellationToken cancellationToken) =>
        ActAsync(ticket, reach => desk.GiveChatBackAsync(reach, ticket, cancellationToken), cancellationToken, "bicara");

    /// <summary>A moment in the unit's zone, in words.</summary>
    public string Moment(DateTimeOffset at) => clock.Moment(at, View.Working);
}

/// <summary>The fields of the page's forms, named as they stand in the page.</summary>
public sealed class CaseForm
{
    /// <summary>The case's version that the officer saw.</summary>
    public uint? Versi { get; set; }

    /// <summary>The need, or null for all.</summary>
    public int? Keperluan { get; set; }

    public Outcome? Hasil { get; set; }

    public string? Kalimat { get; set; }

    public string[] Berkas { get; set; } = [];

    /// <summary>A paper named freely.</summary>
    public string? BerkasLain { get; set; }

    public string? Balas { get; set; }

    /// <summary>The key of this form; the same form sent twice is kept once.</summary>
    public Guid? Sekali { get; set; }

    /// <summary>Length of a paper's name in the database.</summary>
    private const int LongestName = 40;

    public IReadOnlyList<string> AllDocuments =>
        [.. Berkas.Append(BerkasLain?.Trim()).OfType<string>().Where(name => name.Length is > 0 and <= LongestName)];

    public WrittenLine ToLine() => new(Balas ?? "", Sekali);
}
