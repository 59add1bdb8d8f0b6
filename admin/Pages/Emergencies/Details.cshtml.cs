using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Security;
using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Emergencies;

/// <summary>An alarm: what was told, whether answering is safe, SIAP, the chat while it is held, and whom to call.</summary>
public sealed class DetailsModel(CurrentOfficer current, AlarmReader alarms, AlarmActs acts, AlarmTalk talk, ChatViews views, BotDbContext database) : PageModel
{
    public OpenAlarm Alarm { get; private set; } = null!;

    public AlarmLine Line { get; private set; } = null!;

    public CallWish Call { get; private set; } = null!;

    public AlarmChat Chat { get; private set; } = null!;

    /// <summary>The case's ticket when this officer may open the case.</summary>
    public string? Ticket { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach || !await LoadAsync(reach, id, cancellationToken)) return NotFound();
        if (Alarm.Case is { } seen) await acts.Answers.ViewedAsync(database, seen, Actor.Officer(reach, seen), cancellationToken);
        else await views.ViewedAsync(reach, Alarm.Alarm.ConversationId, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostReadyAsync(long id, CancellationToken cancellationToken) =>
        ActAsync(id, AdminText.Alarm_Late, reach => acts.Taking.TakeAsync(database, reach, id, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostWriteAsync(long id, [FromForm] string? balas, [FromForm(Name = "Form.Sekali")] Guid? once, CancellationToken cancellationToken) => ActAsync(
        id,
        AdminText.Alarm_NotSent,
        async reach => await alarms.FindAsync(reach, id, cancellationToken) switch
        {
            null => MoveAnswer.NotFound,
            { Alarm.Safety: AlarmSafety.Unsafe } => MoveAnswer.NotAllowed,
            { } found => (await acts.Chats.WriteAsync(reach, found.Alarm.Chat.Id, new WrittenLine(balas ?? "", once), cancellationToken)).Answer,
        },
        cancellationToken);

    private async Task<IActionResult> ActAsync(long id, string problem, Func<OfficerReach, Task<MoveAnswer>> act, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } reach) return NotFound();
        var answer = await act(reach);
        if (answer == MoveAnswer.Done) return LocalRedirect($"/darurat/{id}");
        if (answer == MoveAnswer.NotFound || !await LoadAsync(reach, id, cancellationToken)) return NotFound();
        (Problem, Response.StatusCode) = (AdminWords.T(problem), StatusCodes.Status409Conflict);
        return Page();
    }

    private async Task<bool> LoadAsync(OfficerReach reach, long id, CancellationToken cancellationToken)
    {
        if (await alarms.FindAsync(reach, id, cancellationToken) is not { } found) return false;
        (Alarm, Line) = found;
        Call = await alarms.CallAsync(Alarm, cancellationToken);
        Chat = await talk.ReadAsync(reach, Alarm, cancellationToken);
        Ticket = Alarm.Case is { } filed
            ? await database.Cases.Where(CaseReach.Sees(reach)).Where(row => row.Id == filed.Id).Select(row => row.Ticket).SingleOrDefaultAsync(cancellationToken) : null;
        return true;
    }
}
