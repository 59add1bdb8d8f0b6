using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.DataChecks;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>Reads what lies beside a case: visits, referrals, other tickets of the same person.</summary>
public sealed class CaseRecords(BotDbContext database, VisitBook visits, ReferralBook referrals, DataCheckBook checks, ClockWords words)
{
    /// <summary>What was read in the aid data about the person, the newest first.</summary>
    public async Task<IReadOnlyList<DataCheckLine>> DataChecksAsync(Case about, CancellationToken cancellationToken)
    {
        var rows = await checks.HistoryAsync(about, cancellationToken);
        if (rows.Count == 0) return [];
        var by = rows.Select(row => row.CheckedBy).Distinct().ToArray();
        var names = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return [.. rows.Select(row => new DataCheckLine(row, names.GetValueOrDefault(row.CheckedBy, AdminWords.T(AdminText.By_Officer))))];
    }

    /// <summary>What was proposed for the ministry's data because of this case, the newest first.</summary>
    public async Task<IReadOnlyList<DataProposal>> ProposalsAsync(Case about, CancellationToken cancellationToken) =>
        await database.Set<DataProposal>().AsNoTracking().Where(row => row.CaseId == about.Id).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);

    /// <summary>So far back the same need of the same person may be the same complaint (issue 6, item 3).</summary>
    private static readonly TimeSpan DuplicatesWithin = WalkIn.DuplicatesWithin;

    /// <summary>Rows of one person, a new one at each counter and phone: the newest.</summary>
    private const int MostOfPerson = 20;

    /// <summary>A large family over some years.</summary>
    private const int MostOfHousehold = 20;

    public async Task<IReadOnlyList<VisitLine>> VisitsAsync(Case about, WorkingTime working, CancellationToken cancellationToken)
    {
        var rows = await database.Visits.AsNoTracking().Where(row => row.CaseId == about.Id && row.CancelledAt == null).OrderByDescending(row => row.Id)
            .Join(database.Users, row => row.FasilitatorId, officer => officer.Id, (row, officer) => new { Visit = row, officer.Name }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new VisitLine(words.Moment(row.Visit.StartsAt, working), row.Name, State(row.Visit), row.Visit.IsAhead, row.Visit.DoneAt is not null, visits.WishOf(row.Visit), Facts(visits.FormOf(row.Visit))))];
    }

    public async Task<IReadOnlyList<ReferralLine>> ReferralsAsync(Case about, WorkingTime working, CancellationToken cancellationToken)
    {
        var rows = await database.Referrals.AsNoTracking().Where(row => row.CaseId == about.Id && row.State != ReferralState.Withdrawn).OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(row => new[] { row.ProposedBy, row.ReviewedBy ?? 0 }).ToArray();
        var names = await database.Users.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return [.. rows.Select(row => new ReferralLine(row, referrals.WordsOf(row), names.GetValueOrDefault(row.ProposedBy, ""), names.GetValueOrDefault(row.ReviewedBy ?? 0), Dates(row, working)))];
    }

    /// <summary>Open or recent tickets that may be the same: same person (also by NIK or phone), same need, thirty days; only those that this officer sees.</summary>
    public async Task<IReadOnlyList<OtherTicket>> DuplicatesAsync(OfficerReach reach, Case about, CancellationToken cancellationToken)
    {
        var needs = about.Items.Select(item => item.CategoryCode).ToArray();
        var since = about.FiledAt - DuplicatesWithin;
        var self = new[] { about.ReporterId, about.HelpedId ?? about.ReporterId };
        var same = await SamePersonsAsync(about.RegencyCode, self, cancellationToken);
        return await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach))
            .Where(row => row.Id != about.Id && row.FiledAt > since && row.Status != CaseStatus.Duplicate && (same.Contains(row.ReporterId) || (row.HelpedId != null && same.Contains(row.HelpedId.Value))))
            .Where(row => row.Items.Any(item => needs.Contains(item.CategoryCode)))
            .OrderBy(row => row.Id).Take(5).Select(row => new OtherTicket(row.Ticket, row.Status)).ToListAsync(cancellationToken);
    }

    /// <summary>Tickets that were merged into this one.</summary>
    public async Task<IReadOnlyList<OtherTicket>> MergedAsync(OfficerReach reach, Case about, CancellationToken cancellationToken) =>
        await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).Where(row => row.MergedIntoId == about.Id).OrderBy(row => row.Id)
            .Select(row => new OtherTicket(row.Ticket, row.Status)).ToListAsync(cancellationToken);

    /// <summary>The household by its KK number: everybody on the same card with their tickets, open or closed; ordinary cases that this officer sees.</summary>
    public async Task<IReadOnlyList<HouseholdLine>> HouseholdAsync(OfficerReach reach, Case about, CancellationToken cancellationToken)
    {
        var cards = await database.Residents.Where(row => (row.Id == about.ReporterId || row.Id == about.HelpedId) && row.KkIndex != null).Select(row => row.KkIndex!).ToListAsync(cancellationToken);
        if (cards.Count == 0) return [];
        var people = await database.Residents.Where(row => row.KkIndex != null && cards.Contains(row.KkIndex) && row.ErasedAt == null).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var ids = people.Keys.ToList();
        var found = await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).Where(row => row.Id != about.Id && row.Secrecy == Secrecy.Ordinary && (ids.Contains(row.ReporterId) || (row.HelpedId != null && ids.Contains(row.HelpedId.Value))))
            .OrderByDescending(row => row.Id).Take(MostOfHousehold)
            .Select(row => new { row.Ticket, row.Status, Person = row.HelpedId ?? row.ReporterId, row.ReporterId, row.FiledAt, Need = row.Items.OrderBy(item => item.Number).Select(item => database.Categories.Where(need => need.Code == item.CategoryCode).Select(need => need.Label).FirstOrDefault()).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. found.Select(row => new HouseholdLine(row.Ticket, row.Status, people.GetValueOrDefault(row.Person) ?? people.GetValueOrDefault(row.ReporterId, ""), row.Need ?? "", row.FiledAt))];
    }

    private async Task<List<long>> SamePersonsAsync(string regency, long[] ids, CancellationToken cancellationToken)
    {
        var known = await database.Residents.Where(row => ids.Contains(row.Id)).Select(row => new { row.NikIndex, row.PhoneIndex }).ToListAsync(cancellationToken);
        var niks = known.Select(row => row.NikIndex).OfType<byte[]>().ToList();
        var phones = known.Select(row => row.PhoneIndex).OfType<byte[]>().ToList();
        var found = niks.Count == 0 && phones.Count == 0 ? [] : await database.Residents
            .Where(row => row.RegencyCode == regency).Where(row => (row.NikIndex != null && niks.Contains(row.NikIndex)) || (row.PhoneIndex != null && phones.Contains(row.PhoneIndex)))
            .OrderByDescending(row => row.Id).Select(row => row.Id).Take(MostOfPerson).ToListAsync(cancellationToken);
        return [.. ids.Concat(found).Distinct()];
    }

    private static string State(Visit visit) => AdminWords.T(visit switch
    {
        { DoneAt: not null } => AdminText.Visit_Done,
        { MissedAt: not null } => AdminText.Visit_Missed,
        { AgreedAt: not null } => AdminText.Visit_Agreed,
        _ => AdminText.Visit_Asked,
    });

    private static IReadOnlyList<(string, string)> Facts(VisitForm? form) => form is null ? [] :
    [
        .. new (string Name, string? Value)[]
        {
            (AdminText.Visit_Met, form.Met), (AdminText.Visit_Roof, form.Roof), (AdminText.Visit_Floor, form.Floor), (AdminText.Visit_Walls, form.Walls),
            (AdminText.Visit_Toilet, form.Toilet), (AdminText.Visit_People, form.People is { } people ? $"{people}" : null), (AdminText.Visit_Work, form.Work), (AdminText.Visit_Income, form.Income),
            (AdminText.Visit_Assets, form.Assets), (AdminText.Visit_Programmes, form.Programmes), (AdminText.Visit_Advice, form.Advice),
        }.Where(fact => !string.IsNullOrWhiteSpace(fact.Value)).Select(fact => (AdminWords.T(fact.Name), fact.Value!)),
    ];

    private IReadOnlyList<(string, string)> Dates(Referral row, WorkingTime working) =>
    [
        .. new (string Name, DateTimeOffset? At)[]
        {
            (AdminText.Referral_ProposedAt, row.ProposedAt), (AdminText.Referral_SentAt, row.SentAt), (AdminText.Referral_ReceivedAt, row.ReceivedAt),
            (AdminText.Referral_InProgressAt, row.InProgressAt), (AdminText.Referral_AnsweredAt, row.AnsweredAt), (AdminText.Referral_ReturnedAt, row.ReturnedAt),
        }.Where(date => date.At is not null).Select(date => (AdminWords.T(date.Name), words.Moment(date.At!.Value, working))),
        .. row.AnswerDueAt is { } due ? [(AdminWords.T(AdminText.Referral_AnswerDue), IndonesianFormat.Date(working.Zone.DayOf(due)))] : Array.Empty<(string, string)>(),
    ];
}

/// <summary>A visit as the page shows it.</summary>
public sealed record VisitLine(string When, string Who, string State, bool IsAhead, bool IsDone, string? Wish, IReadOnlyList<(string Name, string Value)> Facts);

/// <summary>A look at the aid data as the page shows it.</summary>
public sealed record DataCheckLine(DataCheck Check, string By)
{
    /// <summary>"Terdata, desil 3", "Terdata, desil tidak diketahui", "Tidak ditemukan".</summary>
    public string Result => AdminWords.T(
        !Check.IsListed ? AdminText.Check_NotFound : Check.Decile switch { null => AdminText.Check_FoundUnknown, 0 => AdminText.Check_FoundUnranked, _ => AdminText.Check_FoundDecile },
        ("n", $"{Check.Decile}"));

    /// <summary>"16 Nov 2026, Rini".</summary>
    public string When => $"{IndonesianFormat.ShortDate(Check.CheckedOn)}, {By}";
}

/// <summary>A referral as the page shows it.</summary>
public sealed record ReferralLine(Referral Referral, ReferralWords Words, string ProposedBy, string? ReviewedBy, IReadOnlyList<(string Name, string Value)> Dates);

/// <summary>A ticket of somebody on the same family card.</summary>
public sealed record HouseholdLine(string Ticket, CaseStatus Status, string Person, string Need, DateTimeOffset FiledAt);

/// <summary>Another ticket, named for a link.</summary>
public sealed record OtherTicket(string Ticket, CaseStatus Status);
