using System.Globalization;
using System.Security.Claims;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Security;

/// <summary>The officer who sent this request, with the reach that holds right now.</summary>
public sealed class CurrentOfficer(BotDbContext database, IHttpContextAccessor http)
{
    private OfficerReach? reach;

    /// <summary>The reach, read once a request; null when nobody is signed in or the account was switched off.</summary>
    public async Task<OfficerReach?> FindAsync(CancellationToken cancellationToken)
    {
        if (reach is not null) return reach;
        var id = http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier);
        return long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var officerId)
            ? reach = await OfficerReach.LoadAsync(database, officerId, cancellationToken) : null;
    }
}
