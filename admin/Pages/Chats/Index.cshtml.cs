using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Chats;

/// <summary>A chat that an officer has taken over before there is a case.</summary>
public sealed class IndexModel(CurrentOfficer current, WaitingChats chats, HeldChats held, ChatViews views, WorkCalendarBook calendars, BotDbContext database) : PageModel
{
    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public bool IsHeldByMe { get; private set; }

    public IReadOnlyList<TalkLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !await chats.IsSeenAsync(reach, id, cancellationToken)) return NotFound();
        var chat = await database.Conversations.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        (Id, IsHeldByMe) = (id, chat.HeldBy == reach.OfficerId);
        await views.ViewedAsync(reach, id, cancellationToken);
        Name = await database.Residents.Where(person => person.Id == chat.ResidentId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken) ?? AdminWords.T(AdminText.Chat_Unknown);
        Lines = await chats.ReadAsync(reach, id, Name, calendars.Current.For(new Office(reach.RegencyCode)), cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostTakeAsync(long id, CancellationToken cancellationToken) => ActAsync(id, reach => held.TakeAsync(reach, id, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostWriteAsync(long id, [FromForm] string? balas, [FromForm(Name = "Form.Sekali")] Guid? once, CancellationToken cancellationToken) =>
        ActAsync(id, reach => held.WriteAsync(reach, id, new WrittenLine(balas ?? "", once), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostBotAsync(long id, CancellationToken cancellationToken) => ActAsync(id, reach => held.GiveBackAsync(reach, id, cancellationToken), cancellationToken, "/kasus");

    private async Task<IActionResult> ActAsync(long id, Func<OfficerReach, Task<MoveResult>> act, CancellationToken cancellationToken, string? landAt = null)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !await chats.IsSeenAsync(reach, id, cancellationToken)) return NotFound();
        var result = await act(reach);
        return result.Answer == MoveAnswer.NotFound ? NotFound() : LocalRedirect(landAt ?? $"/bicara/{id}");
    }
}
