using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Visits;

/// <summary>Keeps the visits of a case. Runs inside the caller's transaction, with the case locked.</summary>
public sealed class VisitBook(FieldCipher cipher, TimeProvider time)
{
    /// <summary>The visit that lies ahead, or null.</summary>
    public static Task<Visit?> AheadAsync(BotDbContext database, long caseId, CancellationToken cancellationToken) =>
        database.Visits.Where(row => row.CaseId == caseId && row.DoneAt == null && row.CancelledAt == null).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>True when the plan lies ahead and names somebody who visits for this unit.</summary>
    public async Task<bool> MayPlanAsync(BotDbContext database, VisitPlan plan, string unitCode, CancellationToken cancellationToken) =>
        plan.StartsAt > time.GetUtcNow()
        && await database.Users.AnyAsync(officer => officer.Id == plan.FasilitatorId && officer.IsActive, cancellationToken)
        && await database.OfficerRoles.AnyAsync(
            role => role.OfficerId == plan.FasilitatorId && role.AreaCode == unitCode && (role.Role == Role.Fasilitator || role.Role == Role.BackOffice || role.Role == Role.FrontOffice), cancellationToken);

    /// <summary>Plans a visit; one that lay ahead is replaced.</summary>
    public async Task<Visit> PlanAsync(BotDbContext database, Case visited, VisitPlan plan, int? item, Actor by, CancellationToken cancellationToken)
    {
        if (await AheadAsync(database, visited.Id, cancellationToken) is { } earlier) earlier.CancelledAt = time.GetUtcNow();
        var planned = new Visit
        {
            CaseId = visited.Id,
            ItemNumber = item,
            FasilitatorId = plan.FasilitatorId,
            PlannedBy = by.OfficerId ?? 0,
            PlannedAt = time.GetUtcNow(),
            StartsAt = plan.StartsAt.ToUniversalTime(),
        };
        database.Visits.Add(planned);
        await database.SaveChangesAsync(cancellationToken);
        return planned;
    }

    /// <summary>Form C is handed in.</summary>
    public async Task<Visit?> ReportAsync(BotDbContext database, Case visited, VisitForm form, CancellationToken cancellationToken)
    {
        if (await AheadAsync(database, visited.Id, cancellationToken) is not { } visit) return null;
        (visit.DoneAt, visit.Form) = (time.GetUtcNow(), cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(form)));
        await database.SaveChangesAsync(cancellationToken);
        return visit;
    }

    /// <summary>A plan or report is taken back: the report's form is dropped, the plan that it replaced holds again.</summary>
    public async Task UndoAsync(BotDbContext database, long visitId, CaseMove move, CancellationToken cancellationToken)
    {
        var visit = await database.Visits.SingleAsync(row => row.Id == visitId, cancellationToken);
        if (move == CaseMove.ReportVisit) (visit.DoneAt, visit.Form) = (null, null);
        if (move != CaseMove.PlanVisit) return;
        visit.CancelledAt = time.GetUtcNow();
        var replaced = await database.Visits.Where(row => row.CaseId == visit.CaseId && row.Id != visit.Id && row.CancelledAt == visit.PlannedAt).SingleOrDefaultAsync(cancellationToken);
        if (replaced is not null) replaced.CancelledAt = null;
    }

    /// <summary>What was found, or null before the visit.</summary>
    public VisitForm? FormOf(Visit visit) => visit.Form is { } form ? JsonSerializer.Deserialize<VisitForm>(cipher.Open(form)) : null;

    /// <summary>The day wished by the resident, in the resident's words, or null.</summary>
    public string? WishOf(Visit visit) => visit.WishedDay is { } words ? cipher.OpenText(words) : null;
}
