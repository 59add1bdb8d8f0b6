using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places.Learning;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Calls a human, keeps what is written for one, links officers' chats.</summary>
public sealed class OfficerEffects(DeskNotices desk, OfficerLinking linking, ResidentMoves moves, DraftEffects drafts)
{
    /// <summary>The unit that may read the talk is asked to take the chat; once until somebody does.</summary>
    public async Task CallHumanAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        var chat = await scope.Database.Conversations.AsNoTracking().SingleAsync(row => row.Id == scope.ConversationId, cancellationToken);
        if (chat.HelpWantedAt is not null) return;
        var unit = await HelpUnits.FindAsync(scope, cancellationToken);
        await scope.Database.Conversations.Where(row => row.Id == scope.ConversationId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.HelpWantedAt, scope.Now).SetProperty(row => row.HelpUnitCode, unit.Code), cancellationToken);
        await desk.TellAsync(
            scope.Database, await desk.AtDeskAsync(scope.Database, unit, cancellationToken), new Notice(OfficerMessages.HelpWanted_ToOfficer),
            new CaseLink("", unit), $"help/{scope.ConversationId}/{scope.Now.ToUnixTimeSeconds()}", cancellationToken);
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>While a human has the chat: to the case's history, or kept with the draft's messages.</summary>
    public async Task KeepAsync(TurnScope scope, IReadOnlyList<IncomingMessage> messages, CancellationToken cancellationToken)
    {
        await scope.Database.Conversations.Where(row => row.Id == scope.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldTouchedAt, scope.Now), cancellationToken);
        var caseId = scope.View.Held?.CaseId;
        foreach (var message in messages)
        {
            var documents = await drafts.AnnounceAsync(scope, [message], caseId, cancellationToken);
            if (caseId is not { } id) continue;
            var extended = await scope.Database.Cases.FromSql($"select *, xmin from cases where id = {id} for no key update").SingleAsync(cancellationToken);
            await moves.AppendAsync(scope.Database, extended, message.InboxId, message.Text, documents, cancellationToken);
        }
    }

    /// <summary>The bot has the chat again; the officer's next words take it anew.</summary>
    public static Task LeaveAsync(TurnScope scope, CancellationToken cancellationToken) =>
        scope.Database.Conversations.Where(row => row.Id == scope.ConversationId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.HeldBy, (long?)null).SetProperty(row => row.HeldCaseId, (long?)null)
                .SetProperty(row => row.HeldTouchedAt, (DateTimeOffset?)null).SetProperty(row => row.HelpUnitCode, (string?)null), cancellationToken);

    public Task LinkAsync(TurnScope scope, CancellationToken cancellationToken) =>
        linking.LinkAsync(scope.Database, scope.Messages[^1].Text ?? "", scope.ConversationId, cancellationToken);

    /// <summary>Counts a name that was not found, without the person.</summary>
    public static Task CountMissedPlaceAsync(TurnScope scope, TurnEffect.MissedPlace missed, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(missed.Words)
            ? Task.CompletedTask
            : PlaceMissCount.AddAsync(
                (NpgsqlConnection)scope.Database.Database.GetDbConnection(), scope.View.Regency.Code, missed.Words, missed.Kind, scope.Now, cancellationToken);
}
