using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Filing;

/// <summary>A new case comes to a desk: whose turn it is, and who is told.</summary>
public sealed class DeskArrival(DeskNotices desk, DeskTurns turns, CaseClock clock)
{
    /// <summary>Whose case it becomes; null for the self-check's unit and where nobody stands in.</summary>
    public async Task<long?> NextAsync(BotDbContext database, PuskesosUnit unit, long? fromChat, CancellationToken cancellationToken) =>
        unit.IsTest ? null : await turns.NextAsync(database, unit, fromChat, cancellationToken);

    /// <summary>Tells its owner, else everybody at the desk; an emergency has an alarm of its own.</summary>
    public async Task TellAsync(BotDbContext database, Case filed, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        if (filed.IsTest || filed.IsEmergency) return;
        IReadOnlyCollection<long> officers = filed.OwnerId is { } next ? [next] : await desk.AtDeskAsync(database, unit, cancellationToken);
        var notice = new Notice(OfficerMessages.CaseNew_ToOfficer, ("date", filed.DueAt is { } due ? IndonesianFormat.Date(clock.DayOf(unit, due)) : ""));
        await desk.TellAsync(database, officers, notice, new CaseLink(filed.Ticket, unit), $"case-new/{filed.Id}", cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }
}
