using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Conversations;

/// <summary>Adds to the views of a batch: own cases, looked-up tickets, linked officers, and who has the chat.</summary>
public sealed class TurnCases(FieldCipher cipher, OfficerLinking linking)
{
    /// <summary>Wording "Kabar berikutnya paling lambat": an open case is never silent for longer (DOMAIN §7 heartbeat), in calendar days.</summary>
    private static readonly TimeSpan NewsWithin = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<LoadedTurn>> AddAsync(BotDbContext database, List<LoadedTurn> turns, CancellationToken cancellationToken)
    {
        var own = await OwnAsync(database, turns, cancellationToken);
        var helped = await HelpedAsync(database, turns, cancellationToken);
        var lookedUp = await LookedUpAsync(database, turns, cancellationToken);
        var officers = await OfficersAsync(database, turns, cancellationToken);
        var added = new List<LoadedTurn>(turns.Count);
        foreach (var turn in turns)
        {
            var talk = turn.Talk;
            var view = turn.View with
            {
                Cases = own[(talk.Id, talk.ResidentId ?? 0)].ToList(),
                OthersHere = [.. turn.View.OthersHere.Select(other => other with { Cases = own[(talk.Id, other.Resident.Id)].ToList() })],
                HelpedCase = helped.GetValueOrDefault(talk.Id),
                LookedUp = lookedUp.Cases[talk.Id].ToList(),
                LookupPaused = lookedUp.Paused.Contains(talk.Id),
                Officer = officers.GetValueOrDefault(talk.Id),
                Held = talk.HeldBy is not null || talk.HeldCaseId is not null ? new HeldChat(talk.HeldBy ?? 0, "", talk.HeldCaseId) : null,
                InEmergency = talk.HeldCaseId is { } held && own[(talk.Id, talk.ResidentId ?? 0)].Any(known => known.Id == held && known.Secrecy != Secrecy.Ordinary),
            };
            if (view.Step == Step.LinkOfficer && turn.Messages.Count > 0 && turn.Messages[^1].Text is { } code
                && await linking.FindAsync(database, code, cancellationToken) is { } id)
                view = view with { CodeOfficer = await OfficerAsync(database, id, cancellationToken) };
            added.Add(turn with { View = view });
        }

        return added;
    }

    /// <summary>The cases of everybody known at these addresses, by address and person.</summary>
    private static async Task<ILookup<(long Talk, long Person), CaseBrief>> OwnAsync(BotDbContext database, List<LoadedTurn> turns, CancellationToken cancellationToken)
    {
        var people = turns.SelectMany(turn => turn.View.OthersHere.Select(other => other.Resident.Id).Append(turn.Talk.ResidentId ?? 0)).Where(id => id > 0).Distinct().ToArray();
        var talks = turns.Select(turn => (long?)turn.Talk.Id).ToArray();
        if (people.Length == 0) return Array.Empty<CaseBrief>().ToLookup(_ => (0L, 0L));
        var since = turns[0].View.Now - TicketTalk.ReopenWithin;
        var rows = await database.Cases.AsNoTracking()
            .Where(row => people.Contains(row.ReporterId) && talks.Contains(row.ConversationId) && (row.ClosedAt == null || row.ClosedAt > since)
                && !(row.Status == CaseStatus.Cancelled && database.Residents.Any(person => person.Id == row.ReporterId && person.EraseBy != null)))
            .OrderBy(row => row.Id)
            .Join(database.Set<PuskesosUnit>(), row => row.UnitCode, unit => unit.Code, (row, unit) => new { Case = row, Unit = unit.Name, row.ConversationId })
            .Select(found => new
            {
                found.Case,
                found.Unit,
                found.ConversationId,
                Awaited = database.AwaitedDocuments.Where(paper => paper.CaseId == found.Case.Id && paper.DocumentId == null).OrderBy(paper => paper.Id).Select(paper => paper.Kind).ToList(),
                Agency = database.Referrals.Where(row => row.CaseId == found.Case.Id && row.SentAt != null && row.ReturnedAt == null).OrderByDescending(row => row.Id).Select(row => row.Agency).FirstOrDefault(),
                Other = database.Cases.Where(row => row.Id == found.Case.MergedIntoId).Select(row => row.Ticket).FirstOrDefault(),
                Visit = database.Visits.Where(row => row.CaseId == found.Case.Id && row.DoneAt == null && row.CancelledAt == null && found.Case.ClosedAt == null)
                    .Join(database.Users, row => row.FasilitatorId, officer => officer.Id, (row, officer) => new VisitBrief(officer.Name, row.StartsAt)).FirstOrDefault(),
                About = database.Residents.Where(person => person.Id == (found.Case.HelpedId ?? found.Case.ReporterId)).Select(person => person.Name).FirstOrDefault(),
                Refused = database.CaseItems.Any(item => item.CaseId == found.Case.Id && item.Status == CaseStatus.Rejected),
                Outcome = database.CaseItems.Where(item => item.CaseId == found.Case.Id).Select(item => item.OutcomeSentence).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => (row.ConversationId!.Value, row.Case.ReporterId), row => Brief(row.Case, row.Unit, row.Awaited) with { OutcomeSentence = row.Outcome ?? "", Agency = row.Agency, OtherTicket = row.Other, Visit = row.Visit, IsRefused = row.Refused, AboutName = row.About ?? "" });
    }

    private static async Task<Dictionary<long, CaseBrief>> HelpedAsync(BotDbContext database, List<LoadedTurn> turns, CancellationToken cancellationToken)
    {
        var talks = turns.Where(turn => turn.View.Step == Step.ConfirmHelped).Select(turn => (long?)turn.Talk.Id).ToArray();
        if (talks.Length == 0) return [];
        var rows = await database.Cases.AsNoTracking().Where(row => talks.Contains(row.HelpedConversationId) && row.HelpedConsent == HelpedConsent.Pending)
            .Select(row => new
            {
                Case = row,
                Reporter = database.Residents.Where(person => person.Id == row.ReporterId).Select(person => person.Name).First(),
                Helped = database.Residents.Where(person => person.Id == row.HelpedId).Select(person => person.Name).First(),
            }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Case.HelpedConversationId!.Value)
            .ToDictionary(group => group.Key, group => Brief(group.First().Case, "", []) with { ReporterName = group.First().Reporter, HelpedName = group.First().Helped });
    }

    private async Task<(ILookup<long, LookedUpCase> Cases, HashSet<long> Paused)> LookedUpAsync(BotDbContext database, List<LoadedTurn> turns, CancellationToken cancellationToken)
    {
        var asked = turns.SelectMany(turn => turn.Messages.Select(message => Ticket.FindWithCode(message.Text)?.Ticket ?? Ticket.Find(message.Text)).Append(turn.View.Draft.TicketAsked)
            .OfType<string>().Where(ticket => Ticket.Parse(ticket) == ticket).Distinct().Select(ticket => (turn.Talk.Id, Ticket: ticket))).ToList();
        if (asked.Count == 0) return (Array.Empty<LookedUpCase>().ToLookup(_ => 0L), []);
        var tickets = asked.Select(pair => pair.Ticket).ToArray();
        var talks = asked.Select(pair => pair.Id).ToArray();
        var since = turns[0].View.Now - StatusLookup.Pause;
        var wrong = await database.Set<StatusLookup>().Where(row => !row.Matched && row.At > since && (tickets.Contains(row.Ticket) || talks.Contains(row.ConversationId)))
            .Select(row => new { row.Ticket, row.ConversationId }).ToListAsync(cancellationToken);
        var rows = await database.Cases.AsNoTracking().Where(row => tickets.Contains(row.Ticket))
            .Join(database.Set<PuskesosUnit>(), row => row.UnitCode, unit => unit.Code, (row, unit) => new { Case = row, Unit = unit.Name })
            .Select(found => new
            {
                found.Case,
                found.Unit,
                Told = database.Residents.Where(person => person.Id == found.Case.ReporterId).Select(person => person.PhoneLastFour).FirstOrDefault(),
                Seen = database.Addresses.Where(row => row.Id == found.Case.ConversationId).Select(row => row.PhoneLastFour).FirstOrDefault(),
                Other = database.Cases.Where(row => row.Id == found.Case.MergedIntoId).Select(row => row.Ticket).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var cases = asked.SelectMany(pair => rows.Where(row => row.Case.Ticket == pair.Ticket).Select(row => (pair.Id, Found: new LookedUpCase(
                Brief(row.Case, row.Unit, []) with { OtherTicket = row.Other }, cipher.OpenText(row.Case.CheckCode), row.Told ?? row.Seen,
                wrong.Count(tried => tried.Ticket == pair.Ticket) >= StatusLookup.WrongTriesAllowed))))
            .ToLookup(pair => pair.Id, pair => pair.Found);
        var paused = talks.Where(talk => wrong.Count(tried => tried.ConversationId == talk) >= StatusLookup.WrongTriesAllowed).ToHashSet();
        return (cases, paused);
    }

    private static async Task<Dictionary<long, LinkedOfficer>> OfficersAsync(BotDbContext database, List<LoadedTurn> turns, CancellationToken cancellationToken)
    {
        var talks = turns.Select(turn => turn.Talk.Id).ToArray();
        var links = await database.OfficerLinks.Where(link => talks.Contains(link.AddressId)).ToListAsync(cancellationToken);
        var officers = new Dictionary<long, LinkedOfficer>();
        foreach (var link in links)
            if (await OfficerAsync(database, link.OfficerId, cancellationToken) is { } officer) officers[link.AddressId] = officer;
        return officers;
    }

    private static async Task<LinkedOfficer?> OfficerAsync(BotDbContext database, long id, CancellationToken cancellationToken)
    {
        if (await OfficerReach.LoadAsync(database, id, cancellationToken) is not { } reach) return null;
        var units = reach.DeskUnits;
        var tasks = await database.Cases.AsNoTracking().Where(CaseReach.Sees(reach))
            .Where(row => row.OwnerId == id || (row.OwnerId == null && units.Contains(row.UnitCode) && (row.Status == CaseStatus.New || row.Status == CaseStatus.Reopened)))
            .Where(row => row.ClosedAt == null && row.ResolvedAt == null)
            .OrderBy(row => row.Id).Take(20)
            .Select(row => new OfficerTask(row.Id, row.Ticket, row.Status, row.DueAt)).ToListAsync(cancellationToken);
        var place = await database.OfficerRoles.Where(role => role.OfficerId == id)
            .Join(database.Set<PuskesosUnit>(), role => role.AreaCode, unit => unit.Code, (_, unit) => unit.Name).FirstOrDefaultAsync(cancellationToken);
        return new LinkedOfficer(id, reach.Name, place ?? "Puskesos", tasks);
    }

    private static CaseBrief Brief(Case row, string unit, IReadOnlyList<string> awaited) => new()
    {
        Id = row.Id,
        Ticket = row.Ticket,
        Status = row.Status,
        UnitName = unit,
        Secrecy = row.Secrecy,
        NextNewsAt = row.Status == CaseStatus.New && row.DueAt is { } due ? due : row.LastToldAt + NewsWithin,
        ClosedAt = row.ClosedAt,
        Awaited = [.. awaited.Distinct()],
    };
}
