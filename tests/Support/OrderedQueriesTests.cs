using Microsoft.EntityFrameworkCore;
using Puskesos.Tests.Core.Reminders;

namespace Puskesos.Tests.Support;

public sealed class OrderedQueriesTests
{
    [Fact]
    public async Task A_query_that_takes_rows_in_no_order_fails()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");

        var unordered = await Assert.ThrowsAsync<InvalidOperationException>(() => world.QueryAsync(storage => storage.Cases.Select(row => row.Id).Take(2).ToListAsync()));

        Assert.Contains("in no order", unordered.ToString(), StringComparison.Ordinal);
        Assert.Empty(await world.QueryAsync(storage => storage.Cases.Select(row => row.Id).Order().Take(2).ToListAsync()));
    }
}
