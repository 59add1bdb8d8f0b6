using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Documents.Stores;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>Keeps a file that an officer took at the counter or at a visit: checked, shrunk and sealed like every other file.</summary>
public sealed class OfficerUploads(FileChecks checks, DocumentVault vault, FieldCipher cipher, TimeProvider time)
{
    /// <summary>A full-size phone photo has 4 to 8 MB (DOMAIN §3, photo facts).</summary>
    public const int LargestBytes = 16 * 1024 * 1024;

    /// <summary>Reads, checks and stores the file; null when it is empty, too large or infected. The row is added, the caller saves.</summary>
    public async Task<Document?> KeepAsync(BotDbContext database, Stream file, UploadPlace place, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        try
        {
            await using var capped = new CappedStream(content, LargestBytes);
            await file.CopyToAsync(capped, cancellationToken);
        }
        catch (TooBigException)
        {
            return null;
        }

        if (content.Length == 0) return null;
        var plain = content.ToArray();
        var verdict = await checks.Viruses.ScanAsync(plain, cancellationToken);
        if (verdict == ScanVerdict.Infected) return null;
        var kept = await checks.Arrival.CheckAsync(plain, cancellationToken);
        var index = cipher.Index(SHA256.HashData(plain));
        var came = await database.Documents.AnyAsync(other => other.CaseId == place.CaseId && other.ContentIndex == index && (other.State == DocumentState.Stored || other.State == DocumentState.Unchecked), cancellationToken);
        var stored = await vault.SaveAsync((sink, stop) => sink.WriteAsync(kept.Content, stop).AsTask(), kept.Thumbnail, cancellationToken);
        var document = new Document
        {
            CaseId = place.CaseId,
            Kind = place.Kind,
            VisitId = place.VisitId,
            PinCipher = place.Pin is var (latitude, longitude) ? cipher.Seal(string.Create(CultureInfo.InvariantCulture, $"{latitude:R},{longitude:R}")) : null,
            Channel = Messaging.Channel.Counter,
            State = verdict == ScanVerdict.Away ? DocumentState.Unchecked : DocumentState.Stored,
            ReceivedAt = time.GetUtcNow(),
            NextAttemptAt = time.GetUtcNow() + UncheckedFilesJob.Every,
            ContentType = kept.ContentType,
            ContentIndex = index,
            Marks = DocumentMarks.Join(came ? kept.Marks.Append(DocumentMarks.Again) : kept.Marks),
            StoreKey = stored.StoreKey,
            WrappedKey = stored.WrappedKey,
            Size = stored.Size,
            ThumbnailKey = stored.ThumbnailKey,
        };
        database.Documents.Add(document);
        return document;
    }
}

/// <summary>Where an officer's file belongs.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">What it shows, a code of the catalogue or a name.</param>
/// <param name="VisitId">The home visit at which it was taken.</param>
/// <param name="Pin">Latitude and longitude that the officer's phone gave.</param>
public sealed record UploadPlace(long CaseId, string? Kind, long? VisitId = null, (double Latitude, double Longitude)? Pin = null);
