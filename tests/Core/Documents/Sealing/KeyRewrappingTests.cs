using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Sealing;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Documents.Sealing;

public sealed class KeyRewrappingTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task After_a_rotation_file_keys_are_sealed_anew_and_files_still_open()
    {
        await using var host = await DocumentHost.StartAsync();
        host.Provider.Files["a"] = SamplePictures.Card();
        var id = await host.AnnounceAsync("a");
        await host.FetchAsync();
        var before = await host.FindAsync(id);
        var files = host.Files().ToDictionary(file => file, File.GetLastWriteTimeUtc);

        var number = MasterKeys.Add(Path.Combine(host.Folder, "keys.json"));
        var cipher = new FieldCipher(MasterKeys.Open(Path.Combine(host.Folder, "keys.json")));
        await using var scope = host.Services.CreateAsyncScope();
        var rewrapping = new KeyRewrapping(scope.ServiceProvider.GetRequiredService<BotDbContext>(), cipher);
        Assert.Equal((1, 0), (await rewrapping.RunAsync(Stop), await rewrapping.RunAsync(Stop)));

        var after = await host.FindAsync(id);
        Assert.Equal((1, 2), (before.WrappedKey![1], after.WrappedKey![1]));
        Assert.Equal(2, number);
        Assert.Equal(before.StoreKey, after.StoreKey);
        Assert.Equal(files, host.Files().ToDictionary(file => file, File.GetLastWriteTimeUtc));
        // The service that was running all the while opens it too: it looks for the key that it does not know.
        await using var plain = await host.Services.GetRequiredService<DocumentReader>().OpenAsync(after, Stop);
        using var read = new MemoryStream();
        await plain!.CopyToAsync(read, Stop);
        Assert.Equal(after.Size, read.Length);
    }

    [Fact]
    public async Task A_file_erased_meanwhile_stays_without_a_key()
    {
        await using var host = await DocumentHost.StartAsync();
        host.Provider.Files["a"] = SamplePictures.Card();
        var id = await host.AnnounceAsync("a");
        await host.FetchAsync();
        await host.Database.ScalarAsync($"update documents set state = 4, wrapped_key = null where id = {id}");
        MasterKeys.Add(Path.Combine(host.Folder, "keys.json"));
        await using var scope = host.Services.CreateAsyncScope();
        var cipher = new FieldCipher(MasterKeys.Open(Path.Combine(host.Folder, "keys.json")));

        var count = await new KeyRewrapping(scope.ServiceProvider.GetRequiredService<BotDbContext>(), cipher).RunAsync(Stop);

        Assert.Equal(0, count);
        Assert.Null((await host.FindAsync(id)).WrappedKey);
    }

    [Fact]
    public void A_key_file_stays_closed_to_others_and_equal_values_stay_equal()
    {
        var path = Path.Combine(folder, "master.key");
        var before = new FieldCipher(MasterKeys.Open(path)).Index("nik", "3328");

        Assert.Equal((2, 3), (MasterKeys.Add(path), MasterKeys.Add(path)));

        Assert.Equal(before, new FieldCipher(MasterKeys.Open(path)).Index("nik", "3328"));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }
}
