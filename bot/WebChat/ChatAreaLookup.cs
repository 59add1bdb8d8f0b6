using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.WebChat;

/// <summary>Which regency the page speaks for: the first one served, as for every new conversation.</summary>
public sealed class ChatAreaLookup(BotDbContext database)
{
    public async Task<ChatArea> GetAsync(CancellationToken cancellationToken)
    {
        var served = await database.Set<Regency>().Where(row => row.AreaLetters != null).OrderBy(row => row.Code)
            .Select(row => new { row.Name, row.TimeZoneId }).FirstOrDefaultAsync(cancellationToken);
        return served is null ? ChatArea.Unknown : new ChatArea(served.Name, TimeZoneInfo.FindSystemTimeZoneById(served.TimeZoneId));
    }
}
