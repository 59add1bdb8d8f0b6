using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.WebChat;

/// <summary>Which regency the page speaks for: the first one served, as for every new conversation.</summary>
public sealed class ChatAreaLookup(BotDbContext database)
{
    private const string DefaultZone = "Asia/Jakarta";

    public async Task<ChatArea> GetAsync(CancellationToken cancellationToken)
    {
        var row = await database.Database.SqlQuery<AreaRow>($"select name as \"Name\", time_zone_id as \"TimeZoneId\" from regencies where area_letters is not null order by code limit 1").FirstOrDefaultAsync(cancellationToken);
        return new ChatArea(row?.Name ?? "", TimeZoneInfo.FindSystemTimeZoneById(row?.TimeZoneId ?? DefaultZone));
    }

    private sealed record AreaRow(string Name, string TimeZoneId);
}
