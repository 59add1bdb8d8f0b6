using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Catalogue.Needs;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;
using Puskesos.Core.People;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>What may be done with a case now.</summary>
public sealed record CaseRules(CaseMoves Moves, MoveUndo Undo, CaseAnswers Answers);

/// <summary>Reads a case for its page; null when there is none for this officer.</summary>
public sealed class CaseReader(BotDbContext database, CaseClock clock, CaseRules rules, CaseRecords records, ClockWords words, CaseLines lines)
{
    /// <summary>WhatsApp carries free words so long after the resident's last message (CHANNELS §2).</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    public async Task<CaseView?> FindAsync(OfficerReach reach, string ticket, CancellationToken cancellationToken)
    {
        var sought = database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).Include(row => row.Items).AsQueryable();
        if (reach.CompanionUnits.Length > 0) sought = sought.Include(row => row.Referrals).AsSplitQuery();
        var found = await sought.SingleOrDefaultAsync(row => row.Ticket == ticket, cancellationToken);
        if (found is null) return null;
        var reader = await OwnCase.ActorAsync(database, reach, found, cancellationToken);
        var unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(row => row.Code == found.UnitCode, cancellationToken);
        var working = clock.Of(unit);
        var history = await database.CaseEvents.AsNoTracking().Where(line => line.CaseId == found.Id).OrderBy(line => line.Id).ToListAsync(cancellationToken);
        var documents = await database.Documents.AsNoTracking().Where(row => row.CaseId == found.Id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var sent = await database.Outbox.AsNoTracking().Where(row => row.CaseId == found.Id && row.ConversationId == found.ConversationId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var officers = await NamesAsync(found, history, cancellationToken);
        var chat = await database.Conversations.AsNoTracking().Where(row => row.Id == found.ConversationId).Select(row => new { row.HeldBy, row.HeldCaseId }).SingleOrDefaultAsync(cancellationToken);
        var address = await database.Addresses.AsNoTracking().SingleOrDefaultAsync(row => row.Id == found.ConversationId, cancellationToken);
        var reporter = await PersonAsync(found.ReporterId, address, cancellationToken);
        IReadOnlyCollection<long> standsFor = [reach.OfficerId, .. await AbsenceBook.StandsForAsync(database, reach, working.Zone.DayOf(clock.Now), cancellationToken)];
        var last = history.LastOrDefault(line => line.Kind == CaseEventKind.Moved)?.At ?? found.FiledAt;
        return new CaseView
        {
            Case = found,
            Reader = reader,
            Unit = unit,
            Working = working,
            Catalogue = await NeedEditing.IndexAsync(database, found.RegencyCode, cancellationToken),
            Village = await database.Set<Village>().Where(row => row.Code == found.VillageCode).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) ?? unit.Name,
            Reporter = reporter!,
            Helped = found.HelpedId is { } helped ? await PersonAsync(helped, null, cancellationToken) : null,
            Owner = found.OwnerId is { } owner ? officers.GetValueOrDefault(owner) : null,
            HeldBy = chat?.HeldBy is { } holder ? await database.Users.Where(row => row.Id == holder).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) : null,
            HeldByReader = chat?.HeldBy == reach.OfficerId,
            WindowUntil = address is { Channel: Channel.WhatsApp } ? address.LastInboundAt + Window : null,
            WindowIsOpen = address is not { Channel: Channel.WhatsApp } || address.LastInboundAt + Window > clock.Now,
            Clock = words.Of(found.DueAt, last, working),
            Turn = Turn.Of(found, reader, found.OwnerId is { } acting ? officers.GetValueOrDefault(acting) : null, unit.Name, standsFor),
            Talk = lines.Talk(found, reporter!.Name, history, sent, documents, officers, working),
            History = lines.History(found, history, officers, working),
            Documents = documents,
            Awaited = await database.AwaitedDocuments.AsNoTracking().Where(row => row.CaseId == found.Id).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            Now = clock.Now,
            Officers = officers,
            MomentOf = at => words.Moment(at, working),
            DataChecks = await records.DataChecksAsync(found, cancellationToken),
            Proposals = ProposalList.MayPropose(found, reader.Roles) ? await records.ProposalsAsync(found, cancellationToken) : [],
            Visits = await records.VisitsAsync(found, working, cancellationToken),
            Referrals = await records.ReferralsAsync(found, working, cancellationToken),
            Duplicates = found.Status is CaseStatus.New or CaseStatus.UnderReview ? await records.DuplicatesAsync(reach, found, cancellationToken) : [],
            Merged = await records.MergedAsync(reach, found, cancellationToken),
            MergedInto = found.MergedIntoId is { } into ? await database.Cases.Where(CaseReach.Sees(reach)).Where(row => row.Id == into).Select(row => row.Ticket).SingleOrDefaultAsync(cancellationToken) : null,
            Household = await records.HouseholdAsync(reach, found, cancellationToken),
            Moves = found.Items.SelectMany(item => CaseStatusMachine.Open(item.Status, rules.Moves.Situation(found, item, reader))).ToHashSet(),
            JustMoved = await rules.Undo.FindAsync(database, found.Id, reach.OfficerId, cancellationToken),
            MayWrite = OfficerDesk.MayWrite(reader),
        };
    }

    /// <summary>Keeps that the officer looked at the case.</summary>
    public Task ViewedAsync(CaseView view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        return rules.Answers.ViewedAsync(database, view.Case, view.Reader, cancellationToken);
    }

    private async Task<Dictionary<long, string>> NamesAsync(Case found, List<CaseEvent> history, CancellationToken cancellationToken)
    {
        var ids = history.Select(line => line.OfficerId).Append(found.OwnerId).Concat(found.Items.SelectMany(item => new[] { item.Refusal?.ProposedBy, item.Refusal?.DecidedBy })).OfType<long>().Distinct().ToArray();
        return await database.Users.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
    }

    private async Task<PersonView?> PersonAsync(long id, ChannelAddress? address, CancellationToken cancellationToken)
    {
        var person = await database.Residents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (person is null) return null;
        var phone = person.PhoneLastFour ?? address?.PhoneLastFour;
        return new PersonView(person.Name, Masked(person.NikLastFour), Masked(phone), person.AddressNote);
    }

    /// <summary>Only the last four digits are ever on the page.</summary>
    private static string? Masked(string? lastFour) => lastFour is null ? null : $"•••• •••• {lastFour}";
}
