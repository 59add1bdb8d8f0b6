using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Security;

/// <summary>Keeps accounts as the framework does, but the second factor's key and the recovery codes lie sealed.</summary>
public sealed class OfficerStore(BotDbContext database, FieldCipher cipher) : UserOnlyStore<Officer, BotDbContext, long>(database)
{
    public override Task SetTokenAsync(Officer user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Convert.ToBase64String(cipher.Seal(value)), cancellationToken);

    public override async Task<string?> GetTokenAsync(Officer user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } box ? cipher.OpenText(Convert.FromBase64String(box)) : null;
}
