using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Documents;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>Which cases an officer wants to see.</summary>
public enum QueueList
{
    /// <summary>It is my turn.</summary>
    Giliran,

    /// <summary>I am the owner.</summary>
    Saya,

    /// <summary>Everything in reach.</summary>
    Unit,

    /// <summary>Past due.</summary>
    Terlambat,

    /// <summary>Referrals, refusals and second reopenings that wait for the reviewer; shown on the board.</summary>
    Telaah,
}

/// <summary>Reads the queue: what is in reach, in the order of time.</summary>
public sealed class QueueReader(BotDbContext database, CatalogueSnapshot catalogue, CaseClock clock, FieldCipher cipher, ClockWords words)
{
    /// <summary>Rows of one page: a screen or two on a phone, and the whole day of a unit.</summary>
    public const int PageSize = 50;

    /// <summary>Hits of a search: who finds more has to write more.</summary>
    private const int MostHits = 50;

    /// <summary>Fewer letters of a name would list half the village.</summary>
    private const int FewestLetters = 3;

    /// <summary>People of one name who are looked at, the newest first.</summary>
    private const int MostPeople = 300;

    /// <summary>As many people of one name are read by its letters: 15 ms at most among 500,000 people.</summary>
    private const int FewNamesakes = 4_000;

    /// <summary>The shortest phone number; shorter digits are a name's or nothing.</summary>
    private const int FewestDigits = 9;

    /// <summary>The reader and those for whom he or she stands in.</summary>
    private long[] acting = [];

    private static readonly CaseStatus[] OpenStates = [.. Enum.GetValues<CaseStatus>().Where(status => status.IsOpen())];
    private static readonly ReferralState[] WithCompanion = [ReferralState.Sent, ReferralState.Received, ReferralState.InProgress];
    private static readonly CaseStatus[] WithOwner = [CaseStatus.UnderReview, CaseStatus.InProgress, CaseStatus.Visit, CaseStatus.Referred];

    /// <summary>The four counters.</summary>
    public async Task<IReadOnlyDictionary<QueueList, int>> CountAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        var (me, now) = (reach.OfficerId, clock.Now);
        await LoadStandInsAsync(reach, cancellationToken);
        var all = await Of(reach, QueueList.Unit).GroupBy(_ => 1)
            .Select(rows => new { Unit = rows.Count(), Mine = rows.Count(row => row.OwnerId == me), Late = rows.Count(row => row.DueAt < now) }).SingleOrDefaultAsync(cancellationToken);
        return new Dictionary<QueueList, int>
        {
            [QueueList.Giliran] = await Of(reach, QueueList.Giliran).CountAsync(cancellationToken),
            [QueueList.Saya] = all?.Mine ?? 0,
            [QueueList.Unit] = all?.Unit ?? 0,
            [QueueList.Terlambat] = all?.Late ?? 0,
        };
    }

    /// <summary>How many cases a list has.</summary>
    public async Task<int> CountAsync(OfficerReach reach, QueueList list, CancellationToken cancellationToken)
    {
        await LoadStandInsAsync(reach, cancellationToken);
        return await Of(reach, list).CountAsync(cancellationToken);
    }

    /// <summary>One page of a list, oldest due first, paused last: PostgreSQL puts what has no due day behind, and the index of open cases gives this order without reading them all.</summary>
    public async Task<IReadOnlyList<QueueRow>> ListAsync(OfficerReach reach, QueueList list, int page, CancellationToken cancellationToken)
    {
        await LoadStandInsAsync(reach, cancellationToken);
        return await RowsAsync(reach, Of(reach, list).OrderBy(row => row.DueAt).ThenBy(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize), cancellationToken);
    }

    /// <summary>Cases by the name of somebody in them, open or closed, newest first. Secret and confidential ones are not found by name.</summary>
    public async Task<IReadOnlyList<QueueRow>> SearchAsync(OfficerReach reach, string name, CancellationToken cancellationToken)
    {
        await LoadStandInsAsync(reach, cancellationToken);
        if (await ByTicketEndAsync(reach, name.Trim(), cancellationToken) is { } byEnd) return byEnd;
        if (await ByNumberAsync(reach, name, cancellationToken) is { } byNumber) return byNumber;
        if (name.Trim().Length < FewestLetters) return [];
        var pattern = $"%{name.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        var people = await NewestNamedAsync(reach.RegencyCode, pattern, cancellationToken);
        var found = database.Cases.Where(CaseReach.Sees(reach)).Where(row => row.Secrecy == Secrecy.Ordinary && (people.Contains(row.ReporterId) || (row.HelpedId != null && people.Contains(row.HelpedId.Value))));
        return await RowsAsync(reach, found.OrderByDescending(row => row.Id).Take(MostHits), cancellationToken);
    }

    /// <summary>
    /// The newest people whose name is like this. A name of few is read by its letters and put in order here; one of many from the newest on. Which of the
    /// two it is, the planner guesses from a sample, and wrongly for one name in some (62 ms of 500,000 people instead of 15): so it is counted.
    /// </summary>
    private async Task<List<long>> NewestNamedAsync(string regency, string pattern, CancellationToken cancellationToken)
    {
        var few = await database.Database.SqlQuery<long>($"select id from residents where regency_code = {regency} and name ilike {pattern} limit {FewNamesakes}").ToListAsync(cancellationToken);
        if (few.Count < FewNamesakes) return [.. few.OrderDescending().Take(MostPeople)];
        return await database.Residents.Where(person => person.RegencyCode == regency && EF.Functions.ILike(person.Name, pattern, "\\")).OrderByDescending(person => person.Id).Take(MostPeople).Select(person => person.Id).ToListAsync(cancellationToken);
    }

    /// <summary>"0042-7": what officers say of a ticket, as their orders by chat have it; null when the words are no such end.</summary>
    private async Task<IReadOnlyList<QueueRow>?> ByTicketEndAsync(OfficerReach reach, string end, CancellationToken cancellationToken)
    {
        if (!Ticket.IsEnd(end)) return null;
        var area = await database.Set<Regency>().Where(row => row.Code == reach.RegencyCode).Select(row => row.AreaLetters).SingleOrDefaultAsync(cancellationToken);
        var tickets = Ticket.Ending(area ?? "", end, IndonesianZone.OfArea(reach.RegencyCode).DayOf(clock.Now)).ToArray();
        return tickets.Length == 0 ? null
            : await RowsAsync(reach, database.Cases.Where(CaseReach.Sees(reach)).Where(row => row.Secrecy == Secrecy.Ordinary && tickets.Contains(row.Ticket)).OrderByDescending(row => row.Id), cancellationToken);
    }

    /// <summary>Cases by a NIK, a KK or a phone number, found by their blind index; null when the words are no such number.</summary>
    private async Task<IReadOnlyList<QueueRow>?> ByNumberAsync(OfficerReach reach, string words, CancellationToken cancellationToken)
    {
        var digits = new string([.. words.Where(char.IsAsciiDigit)]);
        if (words.Any(char.IsLetter) || digits.Length < FewestDigits) return null;
        var (nik, kk) = (cipher.Index("nik", digits), cipher.Index("kk", digits));
        var numbers = PhoneNumberReader.Find(words).Select(found => found.E164).ToList();
        var phones = numbers.Select(number => cipher.Index(HelpedPerson.PhonePurpose, number)).ToList();
        var people = await database.Residents.Where(person => person.RegencyCode == reach.RegencyCode
            && (person.NikIndex == nik || person.KkIndex == kk || (person.PhoneIndex != null && phones.Contains(person.PhoneIndex)))).OrderByDescending(person => person.Id).Take(MostPeople).Select(person => person.Id).ToListAsync(cancellationToken);
        var addresses = numbers.Select(number => Inbox.AddressIndex(cipher, Channel.WhatsApp, $"whatsapp:{number}")).ToList();
        var chats = await database.Addresses.Where(row => row.Channel == Channel.WhatsApp && addresses.Contains(row.AddressIndex)).Select(row => (long?)row.Id).ToListAsync(cancellationToken);
        var found = database.Cases.Where(CaseReach.Sees(reach))
            .Where(row => row.Secrecy == Secrecy.Ordinary && (people.Contains(row.ReporterId) || (row.HelpedId != null && people.Contains(row.HelpedId.Value)) || (row.ConversationId != null && chats.Contains(row.ConversationId))));
        return await RowsAsync(reach, found.OrderByDescending(row => row.Id).Take(MostHits), cancellationToken);
    }

    /// <summary>What stands under the name in the head of the page: the one unit, or how many.</summary>
    public async Task<string> PlaceAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        var units = reach.OrdinaryUnits.Length > 0 ? reach.OrdinaryUnits : reach.CompanionUnits;
        if (units.Length != 1) return AdminWords.T(AdminText.Layout_Units, ("n", $"{units.Length}"));
        return await database.Set<PuskesosUnit>().Where(unit => unit.Code == units[0]).Select(unit => unit.Name).SingleAsync(cancellationToken);
    }

    /// <summary>Work of the absent for whom the reader stands in is the reader's turn too.</summary>
    private async Task LoadStandInsAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        if (acting.Length == 0) acting = [reach.OfficerId, .. await AbsenceBook.StandsForAsync(database, reach, IndonesianZone.OfArea(reach.RegencyCode).DayOf(clock.Now), cancellationToken)];
    }

    private IQueryable<Case> Of(OfficerReach reach, QueueList list)
    {
        var open = database.Cases.Where(CaseReach.Sees(reach)).Where(row => row.ClosedAt == null && OpenStates.Contains(row.Status));
        var (me, now) = (reach.OfficerId, clock.Now);
        var desks = reach.DeskUnits;
        var review = reach.OrdinaryUnits.Where(unit => reach.RolesAt(unit).Contains(Role.Tksk)).ToArray();
        var (companion, turns) = (reach.CompanionUnits, acting);
        return list switch
        {
            QueueList.Giliran when companion.Length > 0 && desks.Length + review.Length == 0 => open.Where(row => row.Status == CaseStatus.Referred
                && row.Referrals.Any(sent => sent.Kind == AgencyKind.PkhCompanion && WithCompanion.Contains(sent.State))),
            QueueList.Giliran => open.Where(row =>
                ((row.Status == CaseStatus.New || (row.Status == CaseStatus.Reopened && row.ReopenedCount < 2)) && ((row.OwnerId != null && turns.Contains(row.OwnerId.Value)) || (row.OwnerId == null && desks.Contains(row.UnitCode))))
                || (WithOwner.Contains(row.Status) && ((row.OwnerId != null && turns.Contains(row.OwnerId.Value)) || (row.OwnerId == null && desks.Contains(row.UnitCode))))
                || ((row.Status == CaseStatus.ReferralReview || (row.Status == CaseStatus.Reopened && row.ReopenedCount == 2)) && review.Contains(row.UnitCode))
                || (review.Contains(row.UnitCode) && row.Items.Any(item => item.Refusal != null && item.Refusal.DecidedAt == null))
                || (row.Secrecy == Secrecy.Secret && row.Status == CaseStatus.New)),
            QueueList.Telaah => open.Where(row => review.Contains(row.UnitCode)
                && (row.Status == CaseStatus.ReferralReview || (row.Status == CaseStatus.Reopened && row.ReopenedCount == 2) || row.Items.Any(item => item.Refusal != null && item.Refusal.DecidedAt == null))),
            QueueList.Saya => open.Where(row => row.OwnerId == me),
            QueueList.Terlambat => open.Where(row => row.DueAt < now),
            _ => open,
        };
    }

    private async Task<IReadOnlyList<QueueRow>> RowsAsync(OfficerReach reach, IQueryable<Case> cases, CancellationToken cancellationToken)
    {
        var read = cases.AsNoTracking().Include(row => row.Items).AsSplitQuery();
        var rows = await (reach.CompanionUnits.Length > 0 ? read.Include(row => row.Referrals) : read).ToListAsync(cancellationToken);
        var villages = rows.Select(row => row.VillageCode).Distinct().ToArray();
        var people = rows.SelectMany(row => new[] { row.ReporterId, row.HelpedId ?? row.ReporterId }).Distinct().ToArray();
        var owners = rows.Select(row => row.OwnerId).OfType<long>().Distinct().ToArray();
        var unitCodes = rows.Select(row => row.UnitCode).Distinct().ToArray();
        var around = new QueueAround(
            await database.Set<Village>().Where(row => villages.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Name, cancellationToken),
            await database.Residents.Where(row => people.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken),
            await database.Users.Where(row => owners.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken),
            await database.Set<PuskesosUnit>().AsNoTracking().Where(row => unitCodes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, cancellationToken),
            catalogue.Of(reach.RegencyCode),
            await PapersAsync([.. rows.Select(row => row.Id)], cancellationToken));
        return [.. rows.Select(row => Row(reach, row, around))];
    }

    private QueueRow Row(OfficerReach reach, Case row, QueueAround around)
    {
        var isHidden = row.Secrecy != Secrecy.Ordinary;
        var unit = around.Units[row.UnitCode];
        var needs = row.Items.OrderBy(item => item.Number).Select(item => around.Needs.Find(item.CategoryCode)?.Label ?? item.CategoryCode).ToList();
        var turn = Turn.Of(row, Actor.Officer(reach, row), row.OwnerId is { } owner ? around.Owners.GetValueOrDefault(owner) : null, unit.Name, acting);
        return new QueueRow(
            row.Ticket,
            words.Of(row.DueAt, row.LastToldAt > row.FiledAt ? row.LastToldAt : row.FiledAt, clock.Of(unit)),
            isHidden ? AdminWords.T(AdminText.Queue_SecretCase) : needs[0],
            isHidden ? 0 : needs.Count - 1,
            isHidden ? null : $"{around.People[row.HelpedId ?? row.ReporterId]} · {around.Villages.GetValueOrDefault(row.VillageCode, unit.Name)}",
            StateWords.Of(row.Status) + (row.HelpedConsent == HelpedConsent.Pending ? $" · {AdminWords.T(AdminText.Helped_Short)}" : ""),
            turn,
            StateWords.Of(row.Channel),
            reach.OrdinaryUnits.Length + reach.CompanionUnits.Length > 1 ? unit.Name : null,
            around.Papers.TryGetValue(row.Id, out var percent) ? percent : null);
    }

    /// <summary>How complete the papers of these cases are, in per cent; cases that wait for none are left out.</summary>
    private async Task<Dictionary<long, int>> PapersAsync(long[] cases, CancellationToken cancellationToken)
    {
        var awaited = await database.AwaitedDocuments.AsNoTracking().Where(row => cases.Contains(row.CaseId)).ToListAsync(cancellationToken);
        return awaited.GroupBy(row => row.CaseId).ToDictionary(rows => rows.Key, rows => PaperProgress.Of(rows)!.Percent);
    }

    private sealed record QueueAround(
        Dictionary<string, string> Villages, Dictionary<long, string> People, Dictionary<long, string> Owners, Dictionary<string, PuskesosUnit> Units, CatalogueIndex Needs,
        Dictionary<long, int> Papers);
}

/// <summary>One line of the queue; <see cref="Who"/> is null where the name is hidden.</summary>
public sealed record QueueRow(string Ticket, ClockText Clock, string Need, int MoreNeeds, string? Who, string State, Turn Turn, string Channel, string? Unit, int? Papers);
