using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Visits;

/// <summary>What the resident answers to a planned visit. Runs inside the turn's transaction, with the case locked.</summary>
public sealed class VisitAnswers(CaseClock clock, DeskNotices desk, FieldCipher cipher)
{
    /// <summary>"Bisa": the handling clock rests until the visit (DOMAIN §7); gives back what the chat says, null when no visit lies ahead.</summary>
    public async Task<Notice?> AgreeAsync(BotDbContext database, Case visited, CancellationToken cancellationToken)
    {
        if (await VisitBook.AheadAsync(database, visited.Id, cancellationToken) is not { } visit) return null;
        var unit = await database.Set<PuskesosUnit>().SingleAsync(row => row.Code == visited.UnitCode, cancellationToken);
        var name = await database.Users.Where(row => row.Id == visit.FasilitatorId).Select(row => row.Name).SingleAsync(cancellationToken);
        visit.AgreedAt ??= clock.Now;
        var open = visited.Items.Where(item => item.Status < CaseStatus.Resolved);
        if (visited.ClockLeft is null && open.All(item => item.Status is CaseStatus.Visit or CaseStatus.NeedsDocuments)) clock.Pause(visited, unit);
        database.CaseEvents.Add(Line(visited, visit, null, null));
        await database.SaveChangesAsync(cancellationToken);
        var zone = clock.Of(unit).Zone;
        return new Notice(
            CaseUpdates.CaseVisit_Agreed, ("officer", name), ("date", IndonesianFormat.Date(clock.DayOf(unit, visit.StartsAt))), ("time", IndonesianFormat.Time(zone.TimeOf(visit.StartsAt), zone.Name)));
    }

    /// <summary>"Ganti hari": the wish is kept for the officer, nothing is fixed; the planner and the visitor are told.</summary>
    public async Task WishAsync(BotDbContext database, Case visited, string words, long? inboxId, CancellationToken cancellationToken)
    {
        if (await VisitBook.AheadAsync(database, visited.Id, cancellationToken) is not { } visit) return;
        var unit = await database.Set<PuskesosUnit>().SingleAsync(row => row.Code == visited.UnitCode, cancellationToken);
        (visit.WishedDay, visit.AgreedAt) = (cipher.Seal(words.Trim()), null);
        clock.Resume(visited, unit);
        var line = Line(visited, visit, words, inboxId);
        database.CaseEvents.Add(line);
        await database.SaveChangesAsync(cancellationToken);
        await desk.TellAsync(
            database, [.. new[] { visit.PlannedBy, visit.FasilitatorId }.Distinct()], new Notice(OfficerMessages.ResidentReplied_ToOfficer), new CaseLink(visited.Ticket, unit.Name), $"visit-wish/{line.Id}", cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private CaseEvent Line(Case visited, Visit visit, string? words, long? inboxId) => new()
    {
        CaseId = visited.Id,
        ItemNumber = visit.ItemNumber,
        At = clock.Now,
        Kind = CaseEventKind.VisitAnswered,
        ActorRole = Actor.Resident.RoleCode,
        Words = words is null ? null : cipher.Seal(words.Trim()),
        InboxId = inboxId,
    };
}
