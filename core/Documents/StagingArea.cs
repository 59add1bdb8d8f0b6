using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Puskesos.Core.Documents.Sealing;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents;

/// <summary>Files on their way in: sealed on disk from the first byte, under names of our own, until they are in the document store.</summary>
public sealed class StagingArea(FieldCipher cipher, IOptions<DocumentsOptions> options)
{
    private const int IdBytes = 16;
    private const int KeyBytes = 32;
    private const string Unfinished = ".part";

    private string Folder => Path.Combine(options.Value.Path, "staged");

    /// <summary>Begins a new file; it exists for readers only after <see cref="StagedFile.FinishAsync"/>.</summary>
    public async Task<StagedFile> BeginAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var sealedKey = cipher.Seal(key);
        var file = new FileStream(PathOf(id) + Unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, SealedChunk.PlainBytes, useAsync: true);
        var head = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)sealedKey.Length);
        await file.WriteAsync(head, cancellationToken);
        await file.WriteAsync(sealedKey, cancellationToken);
        return new StagedFile(id, file, new SealingStream(file, key), PathOf(id));
    }

    /// <summary>The plain content of a staged file, or null when there is none of this id.</summary>
    public async Task<Stream?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        if (!IsId(id) || !File.Exists(PathOf(id))) return null;
        var file = new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, SealedChunk.PlainBytes, useAsync: true);
        var head = new byte[sizeof(ushort)];
        await file.ReadExactlyAsync(head, cancellationToken);
        var sealedKey = new byte[BinaryPrimitives.ReadUInt16BigEndian(head)];
        await file.ReadExactlyAsync(sealedKey, cancellationToken);
        return new OpeningStream(file, cipher.Open(sealedKey));
    }

    /// <summary>Removes a staged file; one that is not there is fine.</summary>
    public void Delete(string id)
    {
        if (IsId(id) && Directory.Exists(Folder)) File.Delete(PathOf(id));
    }

    /// <summary>Removes what was left behind before <paramref name="before"/>: uploads broken off, messages never dealt with.</summary>
    public int Sweep(DateTimeOffset before)
    {
        if (!Directory.Exists(Folder)) return 0;
        var old = new DirectoryInfo(Folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before.UtcDateTime).ToList();
        old.ForEach(file => file.Delete());
        return old.Count;
    }

    private static bool IsId(string id) => id.Length == 2 * IdBytes && id.All(char.IsAsciiHexDigitLower);

    private string PathOf(string id) => Path.Combine(Folder, id);

    /// <summary>A staged file being written; without <see cref="FinishAsync"/> disposing it removes it.</summary>
    public sealed class StagedFile(string id, FileStream file, SealingStream content, string path) : IAsyncDisposable
    {
        private bool finished;

        /// <summary>Our own random name; never a user's.</summary>
        public string Id => id;

        /// <summary>Takes the plain bytes.</summary>
        public SealingStream Content => content;

        /// <summary>Safe on disk and visible from here on.</summary>
        public async Task FinishAsync(CancellationToken cancellationToken)
        {
            await content.FinishAsync(cancellationToken);
            file.Flush(flushToDisk: true);
            await CloseAsync();
            File.Move(path + Unfinished, path);
            finished = true;
        }

        public async ValueTask DisposeAsync()
        {
            if (finished) return;
            await CloseAsync();
            File.Delete(path + Unfinished);
        }

        private async Task CloseAsync()
        {
            await content.DisposeAsync();
            await file.DisposeAsync();
        }
    }
}
