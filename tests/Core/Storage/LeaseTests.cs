using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Storage;

public sealed class LeaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_one_at_a_time_has_the_right()
    {
        var leases = new Leases(database.ConnectionString);
        var first = await leases.TryTakeAsync(LeaseName.TelegramPolling, Stop);

        Assert.NotNull(first);
        Assert.Null(await leases.TryTakeAsync(LeaseName.TelegramPolling, Stop));
        await using (var other = await leases.TryTakeAsync(LeaseName.WhatsAppReconcile, Stop)) Assert.NotNull(other);
        Assert.True(await first.IsHeldAsync(Stop));
        await first.DisposeAsync();
        await using var next = await leases.TryTakeAsync(LeaseName.TelegramPolling, Stop);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task A_broken_connection_is_noticed_and_frees_the_right()
    {
        var leases = new Leases(database.ConnectionString);
        await using var broken = await leases.TryTakeAsync(LeaseName.TelegramWebhookSetup, Stop);

        await database.ScalarAsync("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = $1::oid", (long)LeaseName.TelegramWebhookSetup);

        Assert.False(await broken!.IsHeldAsync(Stop));
        await using var next = await leases.TryTakeAsync(LeaseName.TelegramWebhookSetup, Stop);
        Assert.NotNull(next);
    }
}
