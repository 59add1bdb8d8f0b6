using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>AMBIL by chat: the same move as the button on the page.</summary>
public sealed class OfficerTakes(CaseMoves moves, CaseAnswers answers, IOptions<AdminAddressOptions> address)
{
    /// <summary>Four digits, hyphen and check digit.</summary>
    private const int ShortestTail = 6;

    /// <summary>Takes the case when the officer reaches it and no colleague has it; says what came of it.</summary>
    public async Task TakeAsync(TurnScope scope, TurnEffect.TakeCase taken, CancellationToken cancellationToken)
    {
        var reach = await OfficerReach.LoadAsync(scope.Database, taken.OfficerId, cancellationToken);
        var known = reach is null ? null : await FindAsync(scope, reach, taken.Tail, cancellationToken);
        var found = known is null ? null : (await CaseLock.TakeAsync(scope.Database, reach!, known, cancellationToken))?.Case;
        if (found is null)
        {
            scope.Says.Add(new Say(OfficerMessages.TakeCase_NotYours));
            return;
        }

        var actor = await OwnCase.ActorAsync(scope.Database, reach!, found, cancellationToken);
        if (actor.Roles.Count == 0)
        {
            scope.Says.Add(new Say(OfficerMessages.TakeCase_NotYours));
            return;
        }

        // A new case is only somebody's turn; whoever begins has it.
        if (found.OwnerId is { } owner && owner != taken.OfficerId && found.Status is not (CaseStatus.New or CaseStatus.Reopened))
        {
            var name = await scope.Database.Users.Where(row => row.Id == owner).Select(row => row.Name).SingleAsync(cancellationToken);
            scope.Says.Add(new Say(OfficerMessages.TakeCase_AlreadyTaken, ("ticket", found.Ticket), ("officer", name)));
            return;
        }

        if (found.Status is CaseStatus.New or CaseStatus.Reopened) await moves.ApplyAsync(scope.Database, found, new MoveRequest(CaseMove.StartCheck), actor, cancellationToken);
        else await answers.TakeAsync(scope.Database, found, actor, cancellationToken);
        scope.Says.Add(new Say(
            OfficerMessages.TakeCase_Done, ("ticket", found.Ticket), ("officer", actor.Name), ("link", address.Value.LinkTo(found.Ticket)), ("short", Ticket.ShortOf(found.Ticket)))
        { OrdersFor = found.Ticket });
    }

    /// <summary>The newest open ticket of the officer's desks that ends so; a ticket out of reach is no ticket.</summary>
    private static async Task<string?> FindAsync(TurnScope scope, OfficerReach reach, string tail, CancellationToken cancellationToken)
    {
        if (tail.Length < ShortestTail) return null;
        return await scope.Database.Cases.Where(CaseReach.Sees(reach)).Where(row => row.ClosedAt == null && (row.Ticket == tail || row.Ticket.EndsWith("-" + tail)))
            .OrderByDescending(row => row.Id).Select(row => row.Ticket).FirstOrDefaultAsync(cancellationToken);
    }
}
