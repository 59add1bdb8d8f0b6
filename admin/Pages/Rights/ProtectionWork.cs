using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Officers;
using Puskesos.Core.Privacy.Breaches;

namespace Puskesos.Admin.Pages.Rights;

/// <summary>What waits for the data-protection officer, for the page on which officers begin.</summary>
public sealed class ProtectionWork(RightsDesk rights, BreachBook breaches)
{
    /// <summary>The counts; null, and the database not asked, for everybody else.</summary>
    public async Task<ProtectionCounts?> CountAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        if (!RightsDesk.Holds(reach)) return null;
        var (open, late) = await rights.CountAsync(reach, cancellationToken);
        var (waiting, over) = await breaches.CountAsync(reach, cancellationToken);
        return new ProtectionCounts(open, late, waiting, over);
    }
}

/// <summary>Requests of residents and breaches, and how many of each are late.</summary>
/// <param name="Requests">Open requests.</param>
/// <param name="LateRequests">Those whose time is over.</param>
/// <param name="Breaches">Breaches of which somebody has still to be told.</param>
/// <param name="LateBreaches">Those whose time is over.</param>
public sealed record ProtectionCounts(int Requests, int LateRequests, int Breaches, int LateBreaches);
