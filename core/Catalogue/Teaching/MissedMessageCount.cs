using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue.Teaching;

/// <summary>Counts what was not understood; the words must have been masked.</summary>
public static class MissedMessageCount
{
    /// <summary>Counts one in the caller's transaction.</summary>
    public static Task AddAsync(BotDbContext database, MissedMessage missed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(missed);
        return database.Database.ExecuteSqlAsync(
            $"""
            insert into missed_messages (regency_code, words, step, chosen_category, times, first_at, last_at)
            values ({missed.RegencyCode}, {missed.Words}, {missed.Step}, {missed.ChosenCategory}, 1, {missed.LastAt}, {missed.LastAt})
            on conflict (regency_code, words) do update set times = missed_messages.times + 1, last_at = excluded.last_at,
                chosen_category = coalesce(excluded.chosen_category, missed_messages.chosen_category)
            """,
            cancellationToken);
    }
}
