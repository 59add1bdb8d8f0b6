using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>What a linked officer orders by chat: the same acts as on the page, in the turn's transaction.</summary>
public sealed class OfficerOrders(OfficerDesk pages, IOptions<AdminAddressOptions> address)
{
    /// <summary>TANYA: the question goes to the resident; outside the 24-hour window it waits for BUKA.</summary>
    public async Task WriteAsync(TurnScope scope, TurnEffect.WriteToResident order, CancellationToken cancellationToken)
    {
        var result = await ActAsync(scope, order.OfficerId, (desk, reach) => desk.WriteAsync(reach, order.Ticket, new WrittenLine(order.Words), cancellationToken), cancellationToken);
        if (!Done(scope, result, order.Ticket)) return;
        var last = await scope.Database.Cases.Where(row => row.Ticket == order.Ticket)
            .Join(scope.Database.Addresses, row => row.ConversationId, row => (long?)row.Id, (_, row) => new { row.Channel, row.LastInboundAt }).FirstOrDefaultAsync(cancellationToken);
        var waits = last is { Channel: Channel.WhatsApp } && !SendingRules.WindowIsOpen(last.Channel, last.LastInboundAt, scope.Now);
        scope.Says.Add(new Say(waits ? OfficerMessages.AskResident_Waiting : OfficerMessages.AskResident_Sent, ("ticket", order.Ticket)));
    }

    /// <summary>SELESAI: finished, with ten seconds to take it back.</summary>
    public async Task FinishAsync(TurnScope scope, TurnEffect.FinishCase order, CancellationToken cancellationToken)
    {
        var request = new MoveRequest(CaseMove.Resolve) { Outcome = order.Outcome, Words = order.Sentence };
        var result = await ActAsync(scope, order.OfficerId, (desk, reach) => desk.MoveAsync(reach, order.Ticket, null, request, cancellationToken), cancellationToken);
        if (Done(scope, result, order.Ticket)) scope.Says.Add(new Say(OfficerMessages.FinishCase_Done, ("ticket", order.Ticket)) { OrdersFor = order.Ticket });
    }

    /// <summary>BATAL within ten seconds.</summary>
    public async Task UndoAsync(TurnScope scope, TurnEffect.UndoFinish order, CancellationToken cancellationToken)
    {
        var result = await ActAsync(scope, order.OfficerId, (desk, reach) => desk.UndoAsync(reach, order.Ticket, cancellationToken), cancellationToken);
        if (Done(scope, result, order.Ticket)) scope.Says.Add(new Say(OfficerMessages.FinishCase_Undone, ("ticket", order.Ticket)));
    }

    private async Task<MoveResult> ActAsync(TurnScope scope, long officerId, Func<OfficerDesk, OfficerReach, Task<MoveResult>> act, CancellationToken cancellationToken) =>
        await OfficerReach.LoadAsync(scope.Database, officerId, cancellationToken) is { } reach ? await act(pages.On(scope.Database), reach) : new MoveResult(MoveAnswer.NotFound);

    private bool Done(TurnScope scope, MoveResult result, string ticket)
    {
        if (result.IsDone) return true;
        scope.Says.Add(result.Answer == MoveAnswer.NotFound
            ? new Say(OfficerMessages.TakeCase_NotYours)
            : new Say(OfficerMessages.FinishCase_NotPossible, ("ticket", ticket), ("link", address.Value.LinkTo(ticket))));
        return false;
    }
}
