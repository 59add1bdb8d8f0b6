using Puskesos.Admin.Texts;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>Whose turn it is: the reader's, or for whom the case waits.</summary>
/// <param name="IsMine">True when the reader can do something now.</param>
/// <param name="Words">"Giliran Anda", or whom it waits for.</param>
public sealed record Turn(bool IsMine, string Words)
{
    /// <summary>The turn of a case for this reader, who acts for himself or herself and for the absent among <paramref name="acting"/>.</summary>
    public static Turn Of(Case about, Actor reader, string? ownerName, string unitName, IReadOnlyCollection<long> acting)
    {
        var mine = new Turn(true, AdminWords.T(AdminText.Turn_Mine));
        var isOwner = about.OwnerId is { } owner && acting.Contains(owner) && reader.Roles.Count > 0;
        var atDesk = reader.HasAny(Role.FrontOffice, Role.BackOffice);
        return about.Status switch
        {
            CaseStatus.NeedsDocuments or CaseStatus.Resolved => new Turn(false, AdminWords.T(AdminText.Turn_Resident)),
            CaseStatus.ReferralReview => reader.HasAny(Role.Tksk) ? mine : new Turn(false, "TKSK"),
            CaseStatus.Reopened when about.ReopenedCount >= 2 => reader.HasAny(Role.Tksk) ? mine : new Turn(false, "TKSK"),
            CaseStatus.New or CaseStatus.Reopened when about.Secrecy == Secrecy.Secret => reader.HasAny(Role.Tksk, Role.Dinsos) ? mine : new Turn(false, unitName),
            CaseStatus.Referred when reader.HasAny(Role.Pkh) && about.Referrals.Exists(row => row.Kind == AgencyKind.PkhCompanion && row.State is ReferralState.Sent or ReferralState.Received or ReferralState.InProgress) => mine,
            _ when !about.Status.IsOpen() => new Turn(false, AdminWords.T(AdminText.Turn_Nobody)),
            _ when isOwner || (about.OwnerId is null && atDesk) => mine,
            _ => new Turn(false, ownerName ?? unitName),
        };
    }
}
