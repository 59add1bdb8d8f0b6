using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Moves;

/// <summary>Nobody handles a case about himself, herself or the own family (DOMAIN §3): known by the officer's linked chats and by the family card of the people there.</summary>
public static class OwnCase
{
    private static readonly HashSet<Role> NoRoles = [];

    /// <summary>The officer before a case; one's own may be read like any other but not acted on.</summary>
    public static async Task<Actor> ActorAsync(BotDbContext database, OfficerReach reach, Case seen, CancellationToken cancellationToken)
    {
        var actor = Actor.Officer(reach, seen);
        return await IsOfAsync(database, seen, reach.OfficerId, cancellationToken) ? actor with { Roles = NoRoles } : actor;
    }

    /// <summary>True when the person whom the case is about writes from this officer's chat or stands on the same family card.</summary>
    public static async Task<bool> IsOfAsync(BotDbContext database, Case about, long officerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(about);
        var chats = await database.OfficerLinks.Where(link => link.OfficerId == officerId).Select(link => link.AddressId).ToListAsync(cancellationToken);
        if (chats.Count == 0) return false;
        if (ChatOf(about) is { } chat && chats.Contains(chat)) return true;
        var person = about.HelpedId ?? about.ReporterId;
        var cards = await database.ResidentAddresses.Where(row => chats.Contains(row.AddressId))
            .Join(database.Residents.Where(row => row.KkIndex != null), row => row.ResidentId, row => row.Id, (_, row) => row.KkIndex!).ToListAsync(cancellationToken);
        return cards.Count > 0 && await database.Residents.AnyAsync(row => row.Id == person && row.KkIndex != null && cards.Contains(row.KkIndex), cancellationToken);
    }

    /// <summary>Oneself and the own household are told of in one's own chat; somebody else has one of his or her own.</summary>
    private static long? ChatOf(Case about) => about.ForWhom == ForWhom.Other ? about.HelpedConversationId : about.ConversationId;
}
