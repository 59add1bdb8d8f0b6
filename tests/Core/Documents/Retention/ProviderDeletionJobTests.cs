using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Retention;

namespace Puskesos.Tests.Core.Documents.Retention;

public sealed class ProviderDeletionJobTests : IAsyncLifetime
{
    private DocumentHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await DocumentHost.StartAsync();
        host.Provider.ForgetAfter = TimeSpan.FromHours(48);
        host.Provider.Files["a"] = SamplePictures.Card();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_providers_copy_goes_after_48_hours_and_not_before()
    {
        var id = await FetchedAsync();
        host.Clock.Advance(TimeSpan.FromHours(47));
        await host.RunAsync<ProviderDeletionJob>();
        Assert.Empty(host.Provider.Forgotten);

        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunAsync<ProviderDeletionJob>();
        await host.RunAsync<ProviderDeletionJob>();

        Assert.Equal(["a"], host.Provider.Forgotten);
        var row = await host.FindAsync(id);
        Assert.Equal((DocumentState.Stored, null, null), (row.State, row.Source, row.ForgetAt));
    }

    [Fact]
    public async Task A_provider_that_refuses_is_asked_again_later()
    {
        var id = await FetchedAsync();
        host.Provider.Refusals = 2;
        host.Clock.Advance(TimeSpan.FromHours(48));

        await host.RunAsync<ProviderDeletionJob>();
        await host.RunAsync<ProviderDeletionJob>();
        Assert.Equal(1, (await host.FindAsync(id)).ForgetAttempts);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.RunAsync<ProviderDeletionJob>();
        Assert.Empty(host.Provider.Forgotten);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunAsync<ProviderDeletionJob>();

        Assert.Equal(["a"], host.Provider.Forgotten);
        Assert.Null((await host.FindAsync(id)).Source);
    }

    [Fact]
    public async Task A_provider_that_never_deletes_is_given_up()
    {
        var id = await FetchedAsync();
        host.Provider.Refusals = int.MaxValue;
        for (var day = 0; day < 30; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await host.RunAsync<ProviderDeletionJob>();
        }

        var row = await host.FindAsync(id);
        Assert.Equal((DocumentState.Stored, null, null), (row.State, row.Source, row.ForgetAt));
    }

    [Fact]
    public async Task An_erased_file_goes_at_the_provider_too_and_at_once()
    {
        var id = await FetchedAsync();
        await host.Database.ScalarAsync($"update documents set state = 4 where id = {id}");

        await host.RunAsync<ErasedFilesJob>();

        Assert.Equal(["a"], host.Provider.Forgotten);
        Assert.Null((await host.FindAsync(id)).Source);
        Assert.Empty(host.Files());
    }

    [Fact]
    public async Task Where_nothing_can_be_deleted_nothing_is_kept_to_do_it()
    {
        host.Provider.ForgetAfter = null;

        var row = await host.FindAsync(await FetchedAsync());

        Assert.Equal((null, null), (row.Source, row.ForgetAt));
    }

    private async Task<long> FetchedAsync()
    {
        var id = await host.AnnounceAsync("a");
        await host.FetchAsync();
        return id;
    }
}
