using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Officers;

/// <summary>Links an officer's own chat by a one-time code: shown on the officer's page, typed in the chat within ten minutes.</summary>
public sealed class OfficerLinking(FieldCipher cipher, TimeProvider time)
{
    /// <summary>Purpose of the blind index under which a code is kept.</summary>
    public const string Purpose = "officer-link-code";

    /// <summary>Letters and digits that nobody confuses when reading or typing: without 0 O, 1 I L, 5 S, 8 B.</summary>
    private const string Letters = "234679ACDEFGHJKMNPQRTUVWXYZ";

    /// <summary>Text LinkOfficer_Question says so.</summary>
    private const int CodeLength = 8;

    /// <summary>Makes a code and forgets the officer's older ones; it is shown once and only its blind index is stored.</summary>
    public async Task<string> IssueAsync(BotDbContext database, long officerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        await database.LinkCodes.Where(row => row.OfficerId == officerId && row.UsedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, now), cancellationToken);
        database.LinkCodes.Add(new LinkCode { OfficerId = officerId, CodeIndex = cipher.Index(Purpose, code), ExpiresAt = now + LinkCode.Lifetime });
        await database.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>The officer whose unused code this is, or null; blanks, hyphens and lower case do not matter.</summary>
    public async Task<long?> FindAsync(BotDbContext database, string written, CancellationToken cancellationToken)
    {
        var code = Normalise(written);
        if (code.Length != CodeLength) return null;
        var (index, now) = (cipher.Index(Purpose, code), time.GetUtcNow());
        return await database.LinkCodes.Where(row => row.CodeIndex == index && row.UsedAt == null && row.ExpiresAt > now)
            .Where(row => database.Users.Any(officer => officer.Id == row.OfficerId && officer.IsActive))
            .OrderBy(row => row.Id).Select(row => (long?)row.OfficerId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses the code up and links the chat, inside the caller's transaction; a chat belongs to one officer, the newest link wins. False when the code was used meanwhile.</summary>
    public async Task<bool> LinkAsync(BotDbContext database, string written, long addressId, CancellationToken cancellationToken)
    {
        if (await FindAsync(database, written, cancellationToken) is not { } officerId) return false;
        var (index, now) = (cipher.Index(Purpose, Normalise(written)), time.GetUtcNow());
        var used = await database.LinkCodes.Where(row => row.CodeIndex == index && row.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken);
        if (used == 0) return false;
        await database.OfficerLinks.Where(link => link.AddressId == addressId).ExecuteDeleteAsync(cancellationToken);
        database.OfficerLinks.Add(new OfficerLink { OfficerId = officerId, AddressId = addressId, LinkedAt = now });
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static string Normalise(string written) => new([.. written.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
