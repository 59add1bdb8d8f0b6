using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Tells everybody on duty of an alarm and of who took it: number and link, never a detail.</summary>
public sealed class AlarmNotices(Outbox outbox, TextCatalog texts, IOptions<AdminAddressOptions> address)
{
    /// <summary>To every TKSK and Dinsos officer on duty, at once, at any hour; to all of SLRT and Dinsos while nobody is on duty.</summary>
    public Task RaisedAsync(BotDbContext database, Emergency raised, CancellationToken cancellationToken) => TellAsync(
        database, raised, new Notice(OfficerMessages.Emergency_ToOfficer, ("number", raised.Number), ("link", address.Value.LinkToEmergency(raised.Id))), null, cancellationToken);

    /// <summary>To the others who were told.</summary>
    public async Task TakenAsync(BotDbContext database, Emergency taken, long officerId, CancellationToken cancellationToken)
    {
        var name = await database.Users.Where(row => row.Id == officerId).Select(row => row.Name).SingleAsync(cancellationToken);
        await TellAsync(database, taken, new Notice(OfficerMessages.Emergency_TakenToOfficer, ("number", taken.Number), ("officer", name)), officerId, cancellationToken);
    }

    private async Task TellAsync(BotDbContext database, Emergency about, Notice notice, long? except, CancellationToken cancellationToken)
    {
        var isKept = await AlarmDuty.IsKeptAsync(database, about.RegencyCode, cancellationToken);
        var chats = await AlarmDuty.Chats(database, about.RegencyCode, everybody: !isKept, except).Select(chat => new { chat.Id, chat.Channel }).ToListAsync(cancellationToken);
        // The text itself says "Balas SIAP": a line of its own would say it twice.
        IReadOnlyList<string> orders = notice.Key == OfficerMessages.Emergency_ToOfficer ? [NoticeOrders.Ready] : [];
        foreach (var chat in chats)
            database.Outbox.Add(outbox.Compose(
                new OutboxTarget(chat.Id, chat.Channel), NoticeMessage.Of(notice, texts, TextCatalog.Indonesian) with { Orders = orders }, notice.Key, Priority.Emergency,
                dedupeKey: except is null ? AlarmDuty.Key(about.Id, chat.Id, 0) : $"{notice.Key}/{about.Id}/{chat.Id}"));
        await database.SaveChangesAsync(cancellationToken);
    }
}
