using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>Reads the alarms of a regency for an officer. An alarm is open until its case is finished; without a case as long as its draft is kept.</summary>
public sealed class OpenAlarms(FieldCipher cipher, TimeProvider time)
{
    private static readonly CaseStatus[] OpenStates = [.. Enum.GetValues<CaseStatus>().Where(status => status.IsOpen())];

    /// <summary>False for officers who never have to do with alarms: unit staff, the village head, PKH and data protection.</summary>
    public static bool MayEverRead(OfficerReach reach) => reach.AllRoles.Overlaps([Role.Tksk, Role.Slrt, Role.Dinsos]);

    /// <summary>The open alarms that this officer may read, newest first.</summary>
    public async Task<IReadOnlyList<OpenAlarm>> ListAsync(BotDbContext database, OfficerReach reach, CancellationToken cancellationToken) =>
        MayEverRead(reach) ? [.. (await OpenAsync(database, reach, cancellationToken)).Where(alarm => alarm.IsSeenBy(reach))] : [];

    /// <summary>The newest alarm that waits for an answer from this officer.</summary>
    public async Task<OpenAlarm?> NewestWaitingAsync(BotDbContext database, OfficerReach reach, CancellationToken cancellationToken) =>
        MayEverRead(reach)
            ? (await OpenAsync(database, reach, cancellationToken)).FirstOrDefault(alarm => alarm.Alarm.AcknowledgedAt is null && alarm.IsToldTo(reach)) : null;

    /// <summary>One alarm, also after it was closed; null when there is none for this officer.</summary>
    public async Task<OpenAlarm?> FindAsync(BotDbContext database, OfficerReach reach, long id, CancellationToken cancellationToken)
    {
        if (!MayEverRead(reach)) return null;
        var found = await ReadAsync(database, reach, alarm => alarm.RegencyCode == reach.RegencyCode && alarm.Id == id, cancellationToken);
        return found.SingleOrDefault(alarm => alarm.IsSeenBy(reach));
    }

    private async Task<IEnumerable<OpenAlarm>> OpenAsync(BotDbContext database, OfficerReach reach, CancellationToken cancellationToken)
    {
        var (regency, kept) = (reach.RegencyCode, time.GetUtcNow() - Draft.Lifetime);
        return await ReadAsync(
            database,
            reach,
            alarm => alarm.RegencyCode == regency && alarm.ClosedAt == null &&
                (alarm.CaseId == null ? alarm.RaisedAt > kept : database.Cases.Any(row => row.Id == alarm.CaseId && OpenStates.Contains(row.Status))),
            cancellationToken);
    }

    private async Task<IEnumerable<OpenAlarm>> ReadAsync(BotDbContext database, OfficerReach reach, Expression<Func<Emergency, bool>> which, CancellationToken cancellationToken)
    {
        var rows = await (
            from alarm in database.Emergencies.AsNoTracking().Where(which)
            join chat in database.Conversations.AsNoTracking() on alarm.ConversationId equals chat.Id
            join address in database.Addresses.AsNoTracking() on alarm.ConversationId equals address.Id
            orderby alarm.Id descending
            select new
            {
                Alarm = alarm,
                Chat = chat,
                address.SilentSince,
                Case = database.Cases.AsNoTracking().FirstOrDefault(row => row.Id == alarm.CaseId),
                IsChatsNewest = !database.Emergencies.Any(other => other.ConversationId == alarm.ConversationId && other.Id > alarm.Id),
            }).ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];
        var told = await ToldAsync(database, reach, [.. rows.Select(row => row.Alarm.Id)], cancellationToken);
        return rows.Select(row =>
        {
            // The draft tells of the chat's newest alarm only.
            var draft = row.IsChatsNewest && row.Chat.DraftCipher is { } box ? JsonSerializer.Deserialize<Draft>(cipher.Open(box)) : null;
            var village = row.Case?.VillageCode ?? draft?.VillageCode;
            var clear = village is not null && PlaceCode.IsVillage(village) ? village : null;
            return new OpenAlarm(row.Alarm, row.Chat, row.Case, draft?.Danger, clear, draft?.Pin, row.SilentSince is not null) { WasTold = told.Contains(row.Alarm.Id) };
        });
    }

    /// <summary>The alarms that one of this officer's chats was told of before everybody is.</summary>
    private static async Task<HashSet<long>> ToldAsync(BotDbContext database, OfficerReach reach, long[] alarms, CancellationToken cancellationToken)
    {
        var chats = await database.OfficerLinks.Where(link => link.OfficerId == reach.OfficerId).Select(link => link.AddressId).ToListAsync(cancellationToken);
        var keys = alarms.SelectMany(alarm => chats.SelectMany(chat => AlarmDuty.EarlySteps.Select(minutes => (Key: AlarmDuty.Key(alarm, chat, minutes), Alarm: alarm))))
            .ToDictionary(pair => pair.Key, pair => pair.Alarm);
        var wanted = keys.Keys.ToArray();
        var found = await database.Outbox.Where(row => wanted.Contains(row.DedupeKey)).Select(row => row.DedupeKey!).ToListAsync(cancellationToken);
        return [.. found.Select(key => keys[key])];
    }
}
