using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Proposals;

/// <summary>Which of the proposals are shown.</summary>
public enum ProposalStage
{
    /// <summary>Still to be typed in.</summary>
    Waiting,

    /// <summary>Typed in, no answer yet.</summary>
    Entered,

    /// <summary>Answered.</summary>
    Answered,
}

/// <summary>The list of data proposals: made from a case, exported for the operator, ticked when typed in and when answered.</summary>
public sealed class ProposalList(BotDbContext database, FieldCipher cipher, TimeProvider clock)
{
    private static readonly Role[] Proposing = [Role.FrontOffice, Role.BackOffice, Role.Fasilitator, Role.DataOperator, Role.Tksk, Role.Slrt, Role.Dinsos];

    /// <summary>Whether an officer has to do with proposals.</summary>
    public static bool MayRead(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps(Proposing);
    }

    /// <summary>Whether this officer may propose data from this case: never from a secret one.</summary>
    public static bool MayPropose(Case about, IReadOnlySet<Role> roles)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(roles);
        return about.Secrecy != Secrecy.Secret && roles.Overlaps(Proposing);
    }

    /// <summary>Whether an officer types proposals into the ministry's application: he or she ticks, and takes the file with the whole numbers.</summary>
    public static bool MayEnter(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps([Role.DataOperator, Role.BackOffice, Role.Tksk, Role.Dinsos]);
    }

    /// <summary>The proposals of a stage in reach, by village and time; the NIK masked.</summary>
    public async Task<IReadOnlyList<ProposalLine>> ListAsync(OfficerReach reach, ProposalStage stage, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return await Lines(reach, Stage(stage)).Take(most).Select(row => new ProposalLine(row.Proposal, row.Case.Ticket, row.Person.Name, row.Person.NikLastFour, row.Village)).ToListAsync(cancellationToken);
    }

    /// <summary>Proposes from a case; null for a case out of reach, a secret one, or one with such a proposal that waits already.</summary>
    public async Task<DataProposal?> ProposeAsync(OfficerReach by, string ticket, ProposalKind kind, string? note, CancellationToken cancellationToken)
    {
        if (!MayRead(by) || !Enum.IsDefined(kind) || note?.Length > DataProposal.LongestNote || Ticket.Find(ticket) is not { } written) return null;
        var about = await database.Cases.Where(CaseReach.Sees(by)).SingleOrDefaultAsync(row => row.Ticket == written, cancellationToken);
        if (about is null || !MayPropose(about, by.RolesOn(about)) || await database.Set<DataProposal>().AnyAsync(row => row.CaseId == about.Id && row.Kind == kind && row.EnteredAt == null, cancellationToken)) return null;
        var made = new DataProposal
        {
            RegencyCode = about.RegencyCode,
            CaseId = about.Id,
            ResidentId = about.HelpedId ?? about.ReporterId,
            VillageCode = about.VillageCode,
            Kind = kind,
            Note = string.IsNullOrWhiteSpace(note) ? null : cipher.Seal(note.Trim()),
            ProposedAt = clock.GetUtcNow(),
            ProposedBy = by.OfficerId,
        };
        database.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>Ticks proposals as typed in; gives back how many were ticked now.</summary>
    public async Task<int> EnterAsync(OfficerReach by, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (!MayEnter(by)) return 0;
        var chosen = await Chosen(by, ids).Where(row => row.EnteredAt == null).ToListAsync(cancellationToken);
        foreach (var row in chosen) (row.EnteredAt, row.EnteredBy) = (clock.GetUtcNow(), by.OfficerId);
        await database.SaveChangesAsync(cancellationToken);
        return chosen.Count;
    }

    /// <summary>Notes the ministry's answer; gives back how many were noted now.</summary>
    public async Task<int> AnswerAsync(OfficerReach by, IReadOnlyCollection<long> ids, bool wasAccepted, CancellationToken cancellationToken)
    {
        if (!MayEnter(by)) return 0;
        var chosen = await Chosen(by, ids).Where(row => row.EnteredAt != null && row.AnsweredAt == null).ToListAsync(cancellationToken);
        foreach (var row in chosen) (row.AnsweredAt, row.AnsweredBy, row.WasAccepted) = (clock.GetUtcNow(), by.OfficerId, wasAccepted);
        await database.SaveChangesAsync(cancellationToken);
        return chosen.Count;
    }

    /// <summary>The waiting proposals with the whole numbers; each case's history keeps who took them and why, before anything is shown.</summary>
    public async Task<IReadOnlyList<ProposalRow>?> ExportAsync(OfficerReach by, string? reason, int most, CancellationToken cancellationToken)
    {
        if (!MayEnter(by) || reason?.Trim() is not { Length: >= NumberReveal.ShortestReason and <= NumberReveal.LongestReason } why) return null;
        var rows = await Lines(by, Stage(ProposalStage.Waiting)).Take(most).ToListAsync(cancellationToken);
        database.CaseEvents.AddRange(rows.Select(row => row.Case).DistinctBy(about => about.Id).Select(about => new CaseEvent
        {
            CaseId = about.Id,
            At = clock.GetUtcNow(),
            Kind = CaseEventKind.Revealed,
            OfficerId = by.OfficerId,
            ActorRole = Actor.Officer(by, about).RoleCode,
            Words = cipher.Seal(why),
        }));
        await database.SaveChangesAsync(cancellationToken);
        return [.. rows.Select(row => new ProposalRow(
            row.Case.Ticket, row.Proposal.Kind, row.Person.Name, Opened(row.Person.NikCipher), Opened(row.Person.KkCipher), row.Case.AddressNote ?? row.Person.AddressNote, row.Village ?? row.Proposal.VillageCode, row.SubDistrict ?? "",
            Opened(row.Proposal.Note), row.Proposal.ProposedAt))];
    }

    /// <summary>What is to change, opened.</summary>
    public string? NoteOf(DataProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        return Opened(proposal.Note);
    }

    private IQueryable<DataProposal> Chosen(OfficerReach by, IReadOnlyCollection<long> ids)
    {
        var seen = database.Cases.Where(CaseReach.Sees(by));
        return database.Set<DataProposal>().Where(row => ids.Contains(row.Id) && row.RegencyCode == by.RegencyCode && seen.Any(about => about.Id == row.CaseId));
    }

    private IQueryable<ProposalJoin> Lines(OfficerReach reach, Expression<Func<DataProposal, bool>> stage) =>
        from proposal in database.Set<DataProposal>().AsNoTracking().Where(stage)
        where proposal.RegencyCode == reach.RegencyCode
        join about in database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)) on proposal.CaseId equals about.Id
        join person in database.Residents.AsNoTracking() on proposal.ResidentId equals person.Id
        join found in database.Set<Village>() on proposal.VillageCode equals found.Code into villages
        from village in villages.DefaultIfEmpty()
        join around in database.Set<SubDistrict>() on village.SubDistrictCode equals around.Code into areas
        from area in areas.DefaultIfEmpty()
        orderby proposal.VillageCode, proposal.Id
        select new ProposalJoin { Proposal = proposal, Case = about, Person = person, Village = village.Name, SubDistrict = area.Name };

    private static Expression<Func<DataProposal, bool>> Stage(ProposalStage stage) => stage switch
    {
        ProposalStage.Waiting => row => row.EnteredAt == null,
        ProposalStage.Entered => row => row.EnteredAt != null && row.AnsweredAt == null,
        _ => row => row.AnsweredAt != null,
    };

    private string? Opened(byte[]? box) => box is null ? null : cipher.OpenText(box);

    private sealed class ProposalJoin
    {
        public required DataProposal Proposal { get; init; }

        public required Case Case { get; init; }

        public required Resident Person { get; init; }

        public required string? Village { get; init; }

        public required string? SubDistrict { get; init; }
    }
}

/// <summary>A proposal as the list shows it.</summary>
public sealed record ProposalLine(DataProposal Proposal, string Ticket, string Name, string? NikLastFour, string? Village);

/// <summary>A proposal as the operator types it in.</summary>
public sealed record ProposalRow(
    string Ticket, ProposalKind Kind, string Name, string? Nik, string? Kk, string? Address, string Village, string SubDistrict, string? Note, DateTimeOffset ProposedAt);
