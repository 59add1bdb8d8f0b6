using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>AMBIL by chat: the same move as the button on the page.</summary>
public sealed class OfficerTakes(CaseMoves moves, CaseAnswers answers, IOptions<AdminAddressOptions> address)
{
    /// <summary>Takes the case when the officer reaches it and no colleague has it; says what came of it.</summary>
    public async Task TakeAsync(TurnScope scope, TurnEffect.TakeCase taken, CancellationToken cancellationToken)
    {
        var reach = await OfficerReach.LoadAsync(scope.Database, taken.OfficerId, cancellationToken);
        var found = reach is null ? null : await scope.Database.Cases.FromSql($"select *, xmin from cases where id = {taken.CaseId} for no key update")
            .Where(CaseReach.Sees(reach)).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            scope.Says.Add(new Say(OfficerMessages.TakeCase_NotYours));
            return;
        }

        await scope.Database.CaseItems.Where(item => item.CaseId == found.Id).LoadAsync(cancellationToken);
        var actor = Actor.Officer(reach!, found);
        if (found.OwnerId is { } owner && owner != taken.OfficerId)
        {
            var name = await scope.Database.Users.Where(row => row.Id == owner).Select(row => row.Name).SingleAsync(cancellationToken);
            scope.Says.Add(new Say(OfficerMessages.TakeCase_AlreadyTaken, ("ticket", found.Ticket), ("officer", name)));
            return;
        }

        if (found.Status is CaseStatus.New or CaseStatus.Reopened) await moves.ApplyAsync(scope.Database, found, new MoveRequest(CaseMove.StartCheck), actor, cancellationToken);
        else await answers.TakeAsync(scope.Database, found, actor, cancellationToken);
        scope.Says.Add(new Say(
            OfficerMessages.TakeCase_Done, ("ticket", found.Ticket), ("officer", actor.Name), ("link", address.Value.LinkTo(found.Ticket)), ("short", Ticket.ShortOf(found.Ticket))));
    }
}
