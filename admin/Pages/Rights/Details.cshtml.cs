using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Rights;

/// <summary>One request: whose data, what is to be done, the buttons that do it, the answer.</summary>
public sealed class DetailsModel(CurrentOfficer current, RightsDesk desk, RightsErasure erasure, BotDbContext database, TimeProvider time) : PageModel
{
    private OfficerReach reach = null!;

    [BindProperty]
    public RightsFields Form { get; set; } = new();

    public RightsRequest Found { get; private set; } = null!;

    public RightsLine Line { get; private set; } = null!;

    public Resident? Person { get; private set; }

    public string? Name { get; private set; }

    public string? Contact { get; private set; }

    public string? Words { get; private set; }

    /// <summary>How many persons use the chat in which it was asked.</summary>
    public int SharedBy { get; private set; }

    /// <summary>The person's tickets and where each stands; S1 is only counted.</summary>
    public IReadOnlyList<(string Ticket, string State)> Cases { get; private set; } = [];

    public int Secret { get; private set; }

    /// <summary>Open tickets that the erasure cancels.</summary>
    public IReadOnlyList<string> Cancelled { get; private set; } = [];

    /// <summary>Open cases for whose end the erasure waits: S1, and complaints about somebody else.</summary>
    public int Staying { get; private set; }

    public IReadOnlyList<(string What, string When, string? Words)> History { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>What was typed as the answer, and its outcome, when the form comes back.</summary>
    public string? Typed { get; private set; }

    public RightsOutcome? Chosen { get; private set; }

    public string Moment(DateTimeOffset at) => Moments.Of(reach.RegencyCode, at);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) =>
        await PrepareAsync(id, cancellationToken) ? await ShowAsync(cancellationToken) : NotFound();

    public Task<IActionResult> OnPostLinkAsync(long id, CancellationToken cancellationToken) =>
        ActAsync(id, () => desk.LinkAsync(reach, id, Form.Person, cancellationToken), AdminText.Rights_NobodyFound, cancellationToken);

    public Task<IActionResult> OnPostIdentityAsync(long id, [FromForm] string? kata, CancellationToken cancellationToken) =>
        ActAsync(id, () => desk.CheckIdentityAsync(reach, id, kata, cancellationToken), AdminText.Rights_NoWords, cancellationToken);

    public Task<IActionResult> OnPostNoteAsync(long id, [FromForm] string? kata, CancellationToken cancellationToken) =>
        ActAsync(id, () => desk.NoteAsync(reach, id, kata, cancellationToken), AdminText.Rights_NoWords, cancellationToken);

    public Task<IActionResult> OnPostEraseAsync(long id, CancellationToken cancellationToken) =>
        ActAsync(id, () => erasure.StartAsync(reach, id, cancellationToken), AdminText.Rights_NotNow, cancellationToken);

    public Task<IActionResult> OnPostCorrectAsync(long id, [FromForm] string? nama, [FromForm] string? hp, [FromForm] string? alamat, CancellationToken cancellationToken)
    {
        var phone = string.IsNullOrWhiteSpace(hp) ? null : PhoneNumberReader.Find(hp) is [var number, ..] ? number.E164 : "";
        return ActAsync(id, () => phone is "" ? Task.FromResult(false) : desk.CorrectAsync(reach, id, new RightsCorrection(nama, phone, alamat), cancellationToken), AdminText.Rights_BadCorrection, cancellationToken);
    }

    public Task<IActionResult> OnPostCloseAsync(long id, [FromForm] RightsOutcome? hasil, [FromForm] string? kata, CancellationToken cancellationToken)
    {
        (Typed, Chosen) = (kata, hasil);
        return ActAsync(id, () => desk.CloseAsync(reach, id, hasil, kata, cancellationToken), AdminText.Rights_NoWords, cancellationToken);
    }

    private async Task<IActionResult> ActAsync(long id, Func<Task<bool>> act, string problem, CancellationToken cancellationToken)
    {
        if (!await PrepareAsync(id, cancellationToken)) return NotFound();
        if (await act()) return LocalRedirect($"/hak-warga/{id}");
        if (!await PrepareAsync(id, cancellationToken)) return NotFound();
        (Problem, Response.StatusCode) = (AdminWords.T(Found.ClosedAt is null ? problem : AdminText.Rights_IsClosed), StatusCodes.Status422UnprocessableEntity);
        return await ShowAsync(cancellationToken);
    }

    private async Task<bool> PrepareAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } officer || await desk.FindAsync(officer, id, cancellationToken) is not { } found) return false;
        (reach, Found) = (officer, found);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Line = RightsLine.Of(Found, reach.RegencyCode, time.GetUtcNow());
        if (Found.ResidentId is { } id) await ShowPersonAsync(id, cancellationToken);
        (Name, Contact, Words) = (desk.Open(Found.Name) ?? (Person?.Name is { Length: > 0 } name ? name : null), desk.Open(Found.Contact), desk.Open(Found.Words));
        if (Found.ConversationId is { } talk) SharedBy = await database.ResidentAddresses.CountAsync(row => row.AddressId == talk, cancellationToken);
        var by = Found.Events.Select(line => line.OfficerId).OfType<long>().ToArray();
        var officers = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        History = [.. Found.Events.OrderByDescending(line => line.Id).Select(line => (
            AdminWords.T($"RightsStep_{line.Step}"),
            $"{Moment(line.At)}, {(line.OfficerId is { } who ? officers.GetValueOrDefault(who, AdminWords.T(AdminText.By_Officer)) : AdminWords.T(line.Step == RightsStep.Received ? AdminText.By_Resident : AdminText.By_System))}",
            desk.Open(line.Words)))];
        return Page();
    }

    private async Task ShowPersonAsync(long residentId, CancellationToken cancellationToken)
    {
        Person = await database.Residents.AsNoTracking().SingleAsync(row => row.Id == residentId, cancellationToken);
        var all = await erasure.CasesAsync(residentId, cancellationToken);
        Cases = [.. all.Where(row => row.Secrecy != Secrecy.Secret).Select(row => (row.Ticket, StateWords.Of(row.Status)))];
        Secret = all.Count(row => row.Secrecy == Secrecy.Secret);
        Cancelled = [.. all.Where(row => RightsErasure.IsCancelled(row, residentId)).Select(row => row.Ticket)];
        Staying = all.Count(row => row.ClosedAt is null && !RightsErasure.IsCancelled(row, residentId));
    }
}
