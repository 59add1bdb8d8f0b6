using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>Another chat of the same person, on another channel.</summary>
public sealed record OtherChat(long ConversationId, Channel Channel, string Language)
{
    /// <summary>The one used last that can be written to; null when there is none. Never for confidential cases, because a second phone may be somebody else's.</summary>
    public static async Task<OtherChat?> FindAsync(BotDbContext database, Case about, long chat, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(about);
        if (about.Secrecy != Secrecy.Ordinary || about.IsEmergency) return null;
        var person = about.HelpedConversationId == chat ? about.HelpedId : about.ReporterId;
        return await (
            from known in database.ResidentAddresses
            join address in database.Addresses on known.AddressId equals address.Id
            join talk in database.Conversations on address.Id equals talk.Id
            where known.ResidentId == person && address.Id != chat
                && database.Addresses.Any(dead => dead.Id == chat && dead.Channel != address.Channel)
                && address.UnreachableAt == null && address.NoticesStoppedAt == null && address.SilentSince == null
            orderby known.LastUsedAt descending
            select new OtherChat(address.Id, address.Channel, talk.Language)).FirstOrDefaultAsync(cancellationToken);
    }
}
