using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Security;

/// <summary>The authenticator app's codes, each good for one entry: who looks over the officer's shoulder gets in with it no second time (RFC 6238 §5.2). Goes by real time, like the door.</summary>
public sealed class OnceOnlyCodes(BotDbContext database, FieldCipher cipher, TimeProvider real) : AuthenticatorTokenProvider<Officer>
{
    private const string Purpose = "totp";

    /// <summary>The framework takes codes two steps of thirty seconds early or late; a code remembered for longer than that is dead anyway.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Officer> manager, Officer user)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!await base.ValidateAsync(purpose, token, manager, user)) return false;
        var (now, index) = (real.GetUtcNow(), cipher.Index(Purpose, string.Create(CultureInfo.InvariantCulture, $"{user.Id}:{token}")));
        await database.Set<UsedCode>().Where(row => row.UsedAt < now - Remembered).ExecuteDeleteAsync();
        return await database.Database.ExecuteSqlAsync($"insert into used_codes (code_index, used_at) values ({index}, {now}) on conflict do nothing") == 1;
    }
}
