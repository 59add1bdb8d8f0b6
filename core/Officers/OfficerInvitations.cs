using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Officers;

/// <summary>Makes and redeems one-time sign-in links.</summary>
public sealed class OfficerInvitations(FieldCipher cipher, TimeProvider time)
{
    private const string Purpose = "officer-invitation";

    /// <summary>256 random bits: guessing is no way in.</summary>
    private const int TokenBytes = 32;

    /// <summary>The token of a new link; it is not stored and cannot be shown again. An older link of the same officer holds no more.</summary>
    public async Task<string> IssueAsync(BotDbContext database, long officerId, CancellationToken cancellationToken)
    {
        var (token, now) = (WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes)), time.GetUtcNow());
        await database.Set<Invitation>().Where(row => row.OfficerId == officerId && row.UsedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresAt, now), cancellationToken);
        database.Add(new Invitation { OfficerId = officerId, TokenIndex = cipher.Index(Purpose, token), ExpiresAt = now + Invitation.Lifetime });
        await database.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>The officer whom an unused link invites, or null.</summary>
    public async Task<long?> FindAsync(BotDbContext database, string token, CancellationToken cancellationToken)
    {
        var (index, now) = (cipher.Index(Purpose, token), time.GetUtcNow());
        return await database.Set<Invitation>().Where(row => row.TokenIndex == index && row.UsedAt == null && row.ExpiresAt > now)
            .Where(row => database.Users.Any(officer => officer.Id == row.OfficerId && officer.IsActive))
            .Select(row => (long?)row.OfficerId).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses the link up; false when somebody was faster.</summary>
    public async Task<bool> UseAsync(BotDbContext database, string token, CancellationToken cancellationToken)
    {
        var (index, now) = (cipher.Index(Purpose, token), time.GetUtcNow());
        return await database.Set<Invitation>().Where(row => row.TokenIndex == index && row.UsedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellationToken) == 1;
    }
}
