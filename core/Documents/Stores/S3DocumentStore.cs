using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace Puskesos.Core.Documents.Stores;

/// <summary>Keeps sealed files in an S3-compatible store. A file is written to the local folder first: its key, the hash, is known only at its end.</summary>
public sealed class S3DocumentStore : IDocumentStore, IDisposable
{
    private readonly AmazonS3Client client;
    private readonly string bucket;
    private readonly string folder;

    public S3DocumentStore(IOptions<DocumentsOptions> options)
    {
        var settings = options.Value.S3;
        (bucket, folder) = (settings.Bucket, Path.Combine(options.Value.Path, "outgoing"));
        client = new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), new AmazonS3Config
        {
            ServiceURL = settings.ServiceUrl,
            AuthenticationRegion = settings.Region,
            ForcePathStyle = settings.ForcePathStyle,
            // Servers other than Amazon's do not all know the newer checksums; our own tags find a changed byte anyway.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task<string> SaveAsync(Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var draft = Path.Combine(folder, $"{Guid.NewGuid():N}.part");
        Directory.CreateDirectory(folder);
        try
        {
            var key = await DiskDocumentStore.WriteDraftAsync(draft, write, cancellationToken);
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, FilePath = draft, ContentType = ContentTypes.Unknown, UseChunkEncoding = false }, cancellationToken);
            return key;
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            throw new IOException($"The document store refused a file: {ReasonOf(refused)}", refused);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public async Task<Stream?> OpenAsync(string storeKey, CancellationToken cancellationToken)
    {
        if (!StoreKeys.IsKey(storeKey)) return null;
        try
        {
            return (await client.GetObjectAsync(bucket, storeKey, cancellationToken)).ResponseStream;
        }
        catch (AmazonServiceException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            throw new IOException($"The document store did not give a file: {ReasonOf(refused)}", refused);
        }
    }

    public async Task DeleteAsync(string storeKey, CancellationToken cancellationToken)
    {
        if (!StoreKeys.IsKey(storeKey)) return;
        try
        {
            await client.DeleteObjectAsync(bucket, storeKey, cancellationToken);
        }
        catch (AmazonServiceException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            // Some servers answer so for what is gone already: that is what was wanted.
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            throw new IOException($"The document store did not remove a file: {ReasonOf(refused)}", refused);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>What the server answers, and what the client says when it does not answer at all.</summary>
    private static bool IsRefusal(Exception refused) => refused is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException;

    private static string ReasonOf(Exception refused) => refused is AmazonServiceException { ErrorCode: { Length: > 0 } code } ? code : refused.GetType().Name;
}
