using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Filing;

/// <summary>Running numbers per regency and month. A number is used up only when the transaction commits; gaps are allowed.</summary>
public sealed class RunningNumbers
{
    /// <summary>The next number of a series. Locks the series until the transaction ends: take it last (DESIGN §16).</summary>
    public async Task<int> NextAsync(BotDbContext database, string series, CancellationToken cancellationToken) =>
        (await database.Database.SqlQuery<int>(
            $"insert into number_counters (key, last) values ({series}, 1) on conflict (key) do update set last = number_counters.last + 1 returning last as \"Value\"")
            .ToListAsync(cancellationToken))[0];
}
