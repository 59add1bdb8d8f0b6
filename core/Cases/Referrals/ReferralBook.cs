using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Referrals;

/// <summary>Keeps the referrals of a case. Runs inside the caller's transaction, with the case locked.</summary>
public sealed class ReferralBook(RunningNumbers numbers, CaseClock clock, FieldCipher cipher)
{
    private static readonly string[] RomanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>The referral that is being reviewed or is outside, or null.</summary>
    public static Task<Referral?> CurrentAsync(BotDbContext database, long caseId, int? item, CancellationToken cancellationToken) =>
        database.Referrals.Where(row => row.CaseId == caseId && (row.ItemNumber == null || item == null || row.ItemNumber == item)
                && row.State != ReferralState.SentBack && row.State != ReferralState.Returned && row.State != ReferralState.Withdrawn)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A referral is proposed; it gets the area's next letter number.</summary>
    public async Task<Referral> ProposeAsync(BotDbContext database, Case referred, ReferralForm form, int? item, Actor by, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        var day = clock.DayOf(unit, clock.Now);
        var area = unit.AreaCode.Replace(".", "", StringComparison.Ordinal);
        // The letter shows the area: two units of one area, the old and the new one, go on in one row of numbers.
        var number = await numbers.NextAsync(database, $"letter/{area}/{day.Year}", cancellationToken);
        var proposed = new Referral
        {
            CaseId = referred.Id,
            ItemNumber = item,
            Number = string.Create(CultureInfo.InvariantCulture, $"{number:000}/RJK/{area}/{RomanMonths[day.Month - 1]}/{day.Year}"),
            State = ReferralState.Proposed,
            Kind = form.Kind,
            Agency = form.Agency!.Trim(),
            IsOutside = form.IsOutside,
            Summary = cipher.Seal(form.Summary!.Trim()),
            Findings = string.IsNullOrWhiteSpace(form.Findings) ? null : cipher.Seal(form.Findings.Trim()),
            Request = cipher.Seal(form.Request!.Trim()),
            ProposedBy = by.OfficerId ?? 0,
            ProposedAt = clock.Now,
        };
        database.Referrals.Add(proposed);
        await database.SaveChangesAsync(cancellationToken);
        return proposed;
    }

    /// <summary>The TKSK approves: it is sent, to another agency when the decision names one.</summary>
    public void Send(Referral referral, ReferralForm decision, Actor by)
    {
        if (decision.HasAgency) (referral.Kind, referral.Agency, referral.IsOutside) = (decision.Kind, decision.Agency!.Trim(), decision.IsOutside);
        (referral.State, referral.ReviewedBy, referral.ReviewedAt) = (ReferralState.Sent, by.OfficerId, clock.Now);
        (referral.SentAt, referral.AnswerDueAt) = (clock.Now, decision.AnswerDueAt?.ToUniversalTime());
    }

    /// <summary>The TKSK sends it back with a note.</summary>
    public void SendBack(Referral referral, string note, Actor by) =>
        (referral.State, referral.ReviewedBy, referral.ReviewedAt, referral.ReviewNote) = (ReferralState.SentBack, by.OfficerId, clock.Now, cipher.Seal(note.Trim()));

    /// <summary>What the agency did, as the desk heard of it; the dates of earlier steps are kept.</summary>
    public void Heard(Referral referral, ReferralState state, string? words)
    {
        var now = clock.Now;
        referral.State = state;
        if (state is ReferralState.Received or ReferralState.InProgress or ReferralState.Answered) referral.ReceivedAt ??= now;
        if (state is ReferralState.InProgress or ReferralState.Answered) referral.InProgressAt ??= now;
        if (state == ReferralState.Answered) referral.AnsweredAt ??= now;
        if (state == ReferralState.Returned) referral.ReturnedAt ??= now;
        if (!string.IsNullOrWhiteSpace(words)) referral.Feedback = cipher.Seal(words.Trim());
    }

    /// <summary>A move about it is taken back.</summary>
    public async Task UndoAsync(BotDbContext database, long referralId, CaseMove move, ReferralState before, CancellationToken cancellationToken)
    {
        var referral = await database.Referrals.SingleAsync(row => row.Id == referralId, cancellationToken);
        referral.State = move == CaseMove.ProposeReferral ? ReferralState.Withdrawn : before;
        if (move is CaseMove.Refer or CaseMove.ReturnReferral) (referral.ReviewedBy, referral.ReviewedAt, referral.ReviewNote, referral.SentAt, referral.AnswerDueAt) = (null, null, null, null, null);
        if (move == CaseMove.AgencyReturned) (referral.ReturnedAt, referral.Feedback) = (null, null);
    }

    /// <summary>The words of the letter.</summary>
    public ReferralWords WordsOf(Referral referral) => new(
        cipher.OpenText(referral.Summary), Open(referral.Findings), cipher.OpenText(referral.Request), Open(referral.ReviewNote), Open(referral.Feedback));

    private string? Open(byte[]? words) => words is null ? null : cipher.OpenText(words);
}

/// <summary>The sealed words of a referral, opened.</summary>
public sealed record ReferralWords(string Summary, string? Findings, string Request, string? ReviewNote, string? Feedback);
