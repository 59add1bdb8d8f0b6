using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Documents.Stores;

public sealed class DiskDocumentStoreTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-store-").FullName;
    private readonly DiskDocumentStore store;
    private readonly DocumentVault vault;

    public DiskDocumentStoreTests()
    {
        store = new DiskDocumentStore(Options.Create(new DocumentsOptions { Path = folder }));
        vault = new DocumentVault(store, new FieldCipher(MasterKeys.InMemory()));
    }

    [Fact]
    public async Task A_file_lies_under_the_hash_of_its_ciphertext()
    {
        var stored = await SaveAsync([.. "isi KTP"u8], null);

        var file = Assert.Single(Files());
        Assert.Equal(stored.StoreKey, Path.GetFileName(file));
        Assert.Equal(stored.StoreKey, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, Stop))));
        Assert.Equal(-1, (await File.ReadAllBytesAsync(file, Stop)).AsSpan().IndexOf("isi"u8));
    }

    [Fact]
    public async Task The_reader_gives_back_the_file_and_its_thumbnail()
    {
        var content = RandomNumberGenerator.GetBytes(200_000);
        var stored = await SaveAsync(content, [9, 8, 7]);
        var document = new Document
        {
            State = DocumentState.Stored,
            StoreKey = stored.StoreKey,
            WrappedKey = stored.WrappedKey,
            ThumbnailKey = stored.ThumbnailKey,
        };
        var reader = new DocumentReader(vault);

        Assert.Equal(content, await ReadAsync(await reader.OpenAsync(document, Stop)));
        Assert.Equal([9, 8, 7], await ReadAsync(await reader.OpenThumbnailAsync(document, Stop)));

        document.State = DocumentState.Erased;
        Assert.Null(await reader.OpenAsync(document, Stop));
    }

    [Fact]
    public async Task The_same_content_twice_is_two_files()
    {
        var one = await SaveAsync([1, 2, 3], null);
        var two = await SaveAsync([1, 2, 3], null);

        Assert.NotEqual(one.StoreKey, two.StoreKey);
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveAsync(
            async (sink, stop) =>
            {
                await sink.WriteAsync(new byte[100_000], stop);
                throw new InvalidOperationException("broken off");
            },
            Stop));

        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    [InlineData("aa/../../../../../../../../../../../../../../../../../etc/passwd0")]
    public async Task What_is_no_key_is_no_path(string key)
    {
        Assert.Null(await store.OpenAsync(key, Stop));
        await store.DeleteAsync(key, Stop);
        Assert.True(File.Exists("/etc/passwd"));
    }

    [Fact]
    public async Task An_erased_file_is_gone_with_its_thumbnail()
    {
        var stored = await SaveAsync([1], [2]);
        Assert.Equal(2, Files().Length);

        await vault.DeleteAsync(stored, Stop);
        await vault.DeleteAsync(stored, Stop);

        Assert.Empty(Files());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string[] Files() => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    private Task<StoredFile> SaveAsync(byte[] content, byte[]? thumbnail) =>
        vault.SaveAsync((sink, stop) => sink.WriteAsync(content, stop).AsTask(), thumbnail, Stop);

    private static async Task<byte[]> ReadAsync(Stream? stream)
    {
        await using var open = Assert.IsAssignableFrom<Stream>(stream);
        using var plain = new MemoryStream();
        await open.CopyToAsync(plain, Stop);
        return plain.ToArray();
    }
}
