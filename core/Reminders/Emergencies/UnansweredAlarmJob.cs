using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Puskesos.Core.Cases;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Emergencies;

/// <summary>
/// Goes on with an alarm that nobody has answered, at any hour: after 15 minutes again to all on duty, and the truth to
/// the resident; after 30 and 60 minutes to every SLRT and Dinsos officer as well (DOMAIN, section 7).
/// </summary>
public sealed class UnansweredAlarmJob(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    /// <summary>The steps in minutes after the alarm.</summary>
    private static readonly int[] Steps = [AlarmDuty.EarlySteps[^1], Emergency.EverybodyFromMinutes, 60];

    /// <summary>Takes the steps that are due; returns how many alarms went on.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var writer = ActivatorUtilities.CreateInstance<AlarmWriter>(scope.ServiceProvider);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var (now, last) = (clock.GetUtcNow(), Steps[^1]);
        var due = await database.Emergencies.FromSql(
            $"""
            select * from emergencies
            where acknowledged_at is null and closed_at is null and alarmed_minutes < {last}
                and raised_at <= {now - TimeSpan.FromMinutes(Steps[0])}
                and raised_at + make_interval(mins => case alarmed_minutes when 0 then {Steps[0]} when {Steps[0]} then {Steps[1]} else {last} end) <= {now}
            order by id for update skip locked
            """).ToListAsync(cancellationToken);
        foreach (var alarm in due)
        {
            // After a stop of the service the latest step alone is told.
            var minutes = Steps.Last(step => alarm.RaisedAt.AddMinutes(step) <= now);
            await writer.TellOfficersAsync(alarm, minutes, minutes >= Emergency.EverybodyFromMinutes, cancellationToken);
            if (alarm.ResidentToldAt is null) await writer.TellResidentAsync(alarm, cancellationToken);
            (alarm.AlarmedMinutes, alarm.ResidentToldAt) = (minutes, alarm.ResidentToldAt ?? now);
        }

        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return due.Count;
    }

    Task IRecurringJob.RunAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    private sealed class AlarmWriter(BotDbContext database, Outbox outbox, TextCatalog texts, IOptions<AdminAddressOptions> address)
    {
        public async Task TellOfficersAsync(Emergency alarm, int minutes, bool everybody, CancellationToken cancellationToken)
        {
            var notice = new Notice(
                OfficerMessages.Emergency_EscalatedToOfficer, ("number", alarm.Number),
                ("minutes", minutes.ToString(CultureInfo.InvariantCulture)),
                ("link", string.Create(CultureInfo.InvariantCulture, $"{address.Value.PublicBaseUrl.TrimEnd('/')}/darurat/{alarm.Id}")));
            var isForAll = everybody || !await AlarmDuty.IsKeptAsync(database, alarm.RegencyCode, cancellationToken);
            var chats = await AlarmDuty.Chats(database, alarm.RegencyCode, isForAll).Select(chat => new { chat.Id, chat.Channel }).ToListAsync(cancellationToken);
            foreach (var chat in chats)
                database.Add(outbox.Compose(
                    new OutboxTarget(chat.Id, chat.Channel), NoticeMessage.Of(notice, texts, TextCatalog.Indonesian), notice.Key,
                    Priority.Emergency, dedupeKey: AlarmDuty.Key(alarm.Id, chat.Id, minutes)));
        }

        /// <summary>The truth and the numbers to call; never to an address where a message itself is a danger.</summary>
        public async Task TellResidentAsync(Emergency alarm, CancellationToken cancellationToken)
        {
            var chat = await database.Addresses.Where(row => row.Id == alarm.ConversationId && row.SilentSince == null)
                .Join(database.Conversations, row => row.Id, talk => talk.Id, (row, talk) => new { row.Id, row.Channel, talk.Language })
                .SingleOrDefaultAsync(cancellationToken);
            if (chat is null) return;
            // "Tidak aman" holds for this alarm, also when the person wrote again since.
            if (await database.Outbox.AnyAsync(row => row.ConversationId == chat.Id && row.TextKey == Questions.AskSafe_NotSafe && row.CreatedAt >= alarm.RaisedAt, cancellationToken)) return;
            var notice = new Notice(Questions.Emergency_Unanswered);
            database.Add(outbox.Compose(
                new OutboxTarget(chat.Id, chat.Channel, alarm.CaseId), NoticeMessage.Of(notice, texts.For(alarm.RegencyCode), chat.Language), notice.Key,
                Priority.Emergency, dedupeKey: $"{notice.Key}/{alarm.Id}"));
        }
    }
}
