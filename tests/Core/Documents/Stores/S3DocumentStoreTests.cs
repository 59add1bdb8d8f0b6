using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Stores;

namespace Puskesos.Tests.Core.Documents.Stores;

/// <summary>Runs against an S3 server when there is one: PUSKESOS_TEST_S3 = "http://127.0.0.1:4568 bucket accessKey secretKey".</summary>
public sealed class S3DocumentStoreTests : IDisposable
{
    private const string Variable = "PUSKESOS_TEST_S3";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-s3-").FullName;

    [Fact]
    public async Task A_file_goes_there_comes_back_and_is_gone()
    {
        using var store = Open();
        var sealedFile = RandomNumberGenerator.GetBytes(300_000);

        var key = await store.SaveAsync((sink, stop) => sink.WriteAsync(sealedFile, stop).AsTask(), Stop);
        await using (var found = (await store.OpenAsync(key, Stop))!)
        {
            using var read = new MemoryStream();
            await found.CopyToAsync(read, Stop);
            Assert.Equal(sealedFile, read.ToArray());
        }

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sealedFile)), key);
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        await store.DeleteAsync(key, Stop);
        await store.DeleteAsync(key, Stop);
        Assert.Null(await store.OpenAsync(key, Stop));
    }

    [Fact]
    public async Task What_is_no_key_is_not_asked_for()
    {
        using var store = Open();

        Assert.Null(await store.OpenAsync("../other-bucket/file", Stop));
    }

    [Fact]
    public void A_missing_setting_is_named()
    {
        Assert.Equal("Documents:S3:Bucket", new S3Options { ServiceUrl = "http://127.0.0.1:1", Region = "x", AccessKey = "a", SecretKey = "b" }.Missing());
        Assert.Null(new S3Options { ServiceUrl = "http://127.0.0.1:1", Region = "x", AccessKey = "a", SecretKey = "b", Bucket = "c" }.Missing());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private S3DocumentStore Open()
    {
        var parts = Environment.GetEnvironmentVariable(Variable)?.Split(' ');
        Assert.SkipWhen(parts is not { Length: 4 }, $"{Variable} names no S3 server");
        return new S3DocumentStore(Options.Create(new DocumentsOptions
        {
            Path = folder,
            S3 = new S3Options { ServiceUrl = parts![0], Region = "us-east-1", Bucket = parts[1], AccessKey = parts[2], SecretKey = parts[3] },
        }));
    }
}
