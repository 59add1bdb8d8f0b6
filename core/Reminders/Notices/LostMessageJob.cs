using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>
/// Follows up messages about a case that did not arrive or were not sent to a chat known as dead: the same person's other chat is tried, the case's history shows it, and the
/// officer is asked to reach the resident in another way.
/// </summary>
public sealed class LostMessageJob(BotDbContext database, Outbox outbox, DeskNotices desk, TimeProvider clock) : IRecurringJob
{
    /// <summary>Followed up in one run; a broken channel must not hold a transaction for minutes.</summary>
    private const int Most = 200;

    /// <summary>A message that was tried by another chat already is not passed on again: two dead chats would play it to each other.</summary>
    private const string SecondTry = "other/";

    /// <summary>Follows up what failed since the last run; returns how many messages.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var lost = await database.Outbox.FromSql(
            $"""
            select * from outbox_messages
            where (status = 4 or (status = 5 and error_code = 'unreachable')) and followed_up_at is null and case_id is not null
            order by id limit {Most} for update skip locked
            """).ToListAsync(cancellationToken);
        foreach (var message in lost)
        {
            message.FollowedUpAt = clock.GetUtcNow();
            var about = await database.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == message.CaseId, cancellationToken);
            if (about is { IsTest: false }) await FollowUpAsync(message, about, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return lost.Count;
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private async Task FollowUpAsync(OutboxMessage message, Case about, CancellationToken cancellationToken)
    {
        var isSecond = message.DedupeKey?.StartsWith(SecondTry, StringComparison.Ordinal) == true;
        var other = isSecond ? null : await OtherChat.FindAsync(database, about, message.ConversationId, cancellationToken);
        if (other is not null && outbox.Open(message) is { } body)
            database.Add(outbox.Compose(
                new OutboxTarget(other.ConversationId, other.Channel, about.Id), body, message.TextKey, message.Priority,
                dedupeKey: string.Create(CultureInfo.InvariantCulture, $"{SecondTry}{message.Id}")));
        database.Add(new CaseEvent
        {
            CaseId = about.Id,
            At = clock.GetUtcNow(),
            Kind = CaseEventKind.Unreached,
            ActorRole = Actor.System.RoleCode,
            OutboxId = message.Id,
            Details = JsonSerializer.Serialize(new UnreachedDetails(message.Channel, other?.Channel)),
        });
        await TellOfficersAsync(message, about, cancellationToken);
    }

    /// <summary>Once a day for a case and a chat, however many messages failed.</summary>
    private async Task TellOfficersAsync(OutboxMessage message, Case about, CancellationToken cancellationToken)
    {
        var unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(row => row.Code == about.UnitCode, cancellationToken);
        IReadOnlyCollection<long> officers = about.OwnerId is { } owner ? [owner] : await desk.AtDeskAsync(database, unit, cancellationToken);
        var key = string.Create(CultureInfo.InvariantCulture, $"unreached/{about.Id}/{message.ConversationId}/{clock.GetUtcNow():yyyyMMdd}");
        await desk.TellAsync(database, officers, new Notice(OfficerMessages.ResidentUnreachable_ToOfficer), new CaseLink(about.Ticket, unit), key, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What the history keeps of a message that did not arrive.</summary>
/// <param name="Channel">Where it was sent.</param>
/// <param name="Other">The channel tried instead; null when there was none.</param>
public sealed record UnreachedDetails(Channel Channel, Channel? Other);
