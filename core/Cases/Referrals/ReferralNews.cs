using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Referrals;

/// <summary>What the desk hears from the agency: received, being worked on, answered. Silent for the resident. Runs inside the caller's transaction, with the case locked.</summary>
public sealed class ReferralNews(ReferralBook referrals, CaseClock clock, FieldCipher cipher)
{
    /// <summary>True when this officer may write what became of a referral: who works the case, and for one to PKH its companion.</summary>
    public static bool MayHear(Referral referral, Actor by)
    {
        ArgumentNullException.ThrowIfNull(referral);
        ArgumentNullException.ThrowIfNull(by);
        return referral.IsOutsideNow && (by.HasAny(Role.BackOffice, Role.Tksk, Role.Slrt) || (referral.Kind == AgencyKind.PkhCompanion && by.HasAny(Role.Pkh)));
    }

    private static readonly ReferralState[] Steps = [ReferralState.Sent, ReferralState.Received, ReferralState.InProgress, ReferralState.Answered];

    /// <summary>Writes a step of a referral that is outside; an answer needs its words.</summary>
    public async Task<MoveResult> HeardAsync(BotDbContext database, Case about, long referralId, ReferralState state, string? words, Actor by, CancellationToken cancellationToken)
    {
        var referral = await database.Referrals.SingleOrDefaultAsync(row => row.Id == referralId && row.CaseId == about.Id, cancellationToken);
        if (referral is null || !MayHear(referral, by) || !Steps.Contains(state) || state < referral.State) return new MoveResult(MoveAnswer.NotAllowed);
        if (words is { Length: > MoveRequest.LongestWords } || (state == ReferralState.Answered && string.IsNullOrWhiteSpace(words))) return new MoveResult(MoveAnswer.Incomplete);
        if (IsRepeat(referral, state, words)) return new MoveResult(MoveAnswer.AlreadyDone);
        if (state == ReferralState.Sent) referral.AskedAgainAt = clock.Now;
        referrals.Heard(referral, state, words);
        var line = new CaseEvent
        {
            CaseId = about.Id,
            ItemNumber = referral.ItemNumber,
            At = clock.Now,
            Kind = CaseEventKind.ReferralHeard,
            OfficerId = by.OfficerId,
            ActorRole = by.RoleCode,
            Words = string.IsNullOrWhiteSpace(words) ? null : cipher.Seal(words.Trim()),
            Details = $"{{\"Referral\":{referral.Id},\"State\":{(int)state}}}",
        };
        database.CaseEvents.Add(line);
        database.Entry(about).Property(row => row.LastToldAt).IsModified = true;
        return new MoveResult(MoveAnswer.Done, line);
    }

    /// <summary>The same step with the same words came before: a form that a weak signal sent twice. The agency may be asked as often as it is asked.</summary>
    private bool IsRepeat(Referral referral, ReferralState state, string? words) =>
        state == referral.State && state != ReferralState.Sent && (string.IsNullOrWhiteSpace(words) || referrals.WordsOf(referral).Feedback == words.Trim());
}
