using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.ClosedUnits;

/// <summary>Moves one case away from a closed unit by the rule of routing: a line in its history, the resident told once, the new desk told.</summary>
public sealed class ClosedUnitMove(BotDbContext database, CaseNews news, DeskNotices desk, CasePin pins, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>The day that it is now in this zone.</summary>
    public static DateOnly TodayIn(string timeZoneId, TimeProvider clock) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(timeZoneId)).DateTime);

    /// <summary>True when the case is at an open unit afterwards; false when no other unit serves its place.</summary>
    public async Task<bool> MoveAsync(long caseId, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var moved = await LockAsync(caseId, cancellationToken);
        var closed = await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(unit => unit.Code == moved.UnitCode, cancellationToken);
        var zone = await database.Set<Regency>().Where(row => row.Code == moved.RegencyCode).Select(row => row.TimeZoneId).SingleAsync(cancellationToken);
        var today = TodayIn(zone, clock);
        if (closed.IsOpenOn(today)) return true;
        var decision = await RouteAsync(moved, today, cancellationToken);
        if (decision.UnitCode is not { } code) return false;

        var unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(row => row.Code == code, cancellationToken);
        (moved.UnitCode, moved.RouteRule, moved.OwnerId) = (code, RouteNames.Of(decision.Rule), null);
        var notice = new Notice(CaseUpdates.CaseUnitClosed_ToResident, ("ticket", moved.Ticket), ("closed", closed.Name), ("unit", unit.Name));
        var key = $"unit-closed/{moved.Id}/{closed.Code}/{closed.ValidTo:yyyyMMdd}";
        var told = await news.TellAsync(database, moved, notice, new NewsRoute(key), cancellationToken);
        database.CaseEvents.Add(new CaseEvent
        {
            CaseId = moved.Id,
            At = clock.GetUtcNow(),
            Kind = CaseEventKind.Routed,
            ActorRole = Actor.System.RoleCode,
            Words = cipher.Seal($"{closed.Name} → {unit.Name}"),
            OutboxId = told.Rows.Count > 0 ? told.Rows[0].Id : null,
        });
        var reason = new Notice(OfficerMessages.CaseUnitClosed_ToOfficer, ("closed", closed.Name));
        await desk.TellAsync(database, await desk.AtDeskAsync(database, unit, cancellationToken), reason, new CaseLink(moved.Ticket, unit), key, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Conversations first, then the case: the order that bot and admin keep (DESIGN §16).</summary>
    private async Task<Case> LockAsync(long caseId, CancellationToken cancellationToken)
    {
        var seen = await database.Cases.AsNoTracking().SingleAsync(row => row.Id == caseId, cancellationToken);
        var chats = seen.Chats().ToArray();
        await database.Database.ExecuteSqlAsync($"select 1 from conversations where id = any({chats}) order by id for no key update", cancellationToken);
        var locked = await database.Cases.FromSql($"select *, xmin from cases where id = {caseId} for no key update").SingleAsync(cancellationToken);
        await database.CaseItems.Where(item => item.CaseId == caseId).LoadAsync(cancellationToken);
        return locked;
    }

    private async Task<RouteDecision> RouteAsync(Case moved, DateOnly today, CancellationToken cancellationToken)
    {
        var router = new PuskesosRouter(database);
        if (!PlaceCode.IsVillage(moved.VillageCode)) return await router.RouteWithoutPlaceAsync(moved.RegencyCode, today, cancellationToken);
        var codes = moved.Items.Select(item => item.CategoryCode).ToArray();
        var needs = await database.Categories.AsNoTracking().Where(need => codes.Contains(need.Code)).ToListAsync(cancellationToken);
        return await router.RouteAsync(moved.VillageCode, CaseBypass.Of(moved.IsEmergency, needs), pins.Of(moved), today, cancellationToken);
    }
}
