using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Refusals;

/// <summary>KEBERATAN: a refused case opens again and goes to somebody who neither proposed nor approved the refusal. Runs inside the turn's transaction.</summary>
public sealed class Objections(CaseMoves moves, DeskNotices desk, CaseClock clock)
{
    /// <summary>The objection is kept word by word; the checker is told by the outbox, the resident by the reply.</summary>
    public async Task<MoveResult> ObjectAsync(BotDbContext database, Case refused, string? words, long? inboxId, long fromConversation, CancellationToken cancellationToken)
    {
        var around = await CaseSurroundings.LoadAsync(database, refused, cancellationToken);
        var checker = await CheckerAsync(database, refused, around.Unit, cancellationToken);
        var request = new MoveRequest(CaseMove.Object)
        {
            Words = words is { Length: > MoveRequest.LongestWords } ? words[..MoveRequest.LongestWords] : words,
            InboxId = inboxId,
            RepliedTo = fromConversation,
            NewOwner = checker?.Id,
            CheckedBy = checker is null ? null : $"{checker.Name} dari {checker.Office}",
        };
        var result = await moves.ApplyAsync(database, refused, request, Actor.Resident, cancellationToken);
        if (result.Answer != MoveAnswer.Done || checker is null) return result;
        var due = refused.DueAt is { } until ? IndonesianFormat.Date(moves.DayOf(around.Unit, until)) : "";
        await desk.TellAsync(
            database, [checker.Id], new Notice(OfficerMessages.ObjectionNew_ToOfficer, ("date", due)), new CaseLink(refused.Ticket, around.Unit.Name), $"objection/{result.Event!.Id}", cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return result;
    }

    /// <summary>The SLRT first, then another TKSK, then Dinsos; present, and none of the two who decided.</summary>
    private async Task<Checker?> CheckerAsync(BotDbContext database, Case refused, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        var made = refused.Items.Select(item => item.Refusal).OfType<Refusal>().SelectMany(refusal => new[] { refusal.ProposedBy, refusal.DecidedBy ?? 0 }).ToArray();
        var found = await database.OfficerRoles
            .Where(role => (role.Role == Role.Slrt && role.AreaCode == refused.RegencyCode) || (role.Role == Role.Dinsos && role.AreaCode == refused.RegencyCode)
                || (role.Role == Role.Tksk && (unit.AreaCode == role.AreaCode || unit.AreaCode.StartsWith(role.AreaCode + "."))))
            .Join(database.Users.Where(officer => officer.IsActive && !made.Contains(officer.Id)), role => role.OfficerId, officer => officer.Id, (role, officer) => new { role.Role, officer.Id, officer.Name, officer.AbsentUntil })
            .ToListAsync(cancellationToken);
        var today = clock.DayOf(unit, clock.Now);
        return found.OrderBy(row => row.AbsentUntil is { } until && until >= today).ThenBy(row => row.Role == Role.Slrt ? 0 : row.Role == Role.Tksk ? 1 : 2).ThenBy(row => row.Id)
            .Select(row => new Checker(row.Id, row.Name, row.Role switch { Role.Slrt => "SLRT", Role.Tksk => "TKSK", _ => "Dinas Sosial" })).FirstOrDefault();
    }

    private sealed record Checker(long Id, string Name, string Office);
}
