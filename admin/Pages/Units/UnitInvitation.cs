using Microsoft.Extensions.Options;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Units;

/// <summary>Makes the one-time link of an officer who was invited while a unit is opened.</summary>
public sealed class UnitInvitation(OfficerInvitations invitations, IOptions<AdminAddressOptions> address, BotDbContext database)
{
    /// <summary>The link; it is not stored and cannot be shown again.</summary>
    public async Task<string> LinkAsync(long officerId, CancellationToken cancellationToken) =>
        $"{address.Value.PublicBaseUrl.TrimEnd('/')}/undangan/{await invitations.IssueAsync(database, officerId, cancellationToken)}";
}
