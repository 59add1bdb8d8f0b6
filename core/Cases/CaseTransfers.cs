using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases;

/// <summary>Gives a case to another unit or officer (DOMAIN §6, last row: TKSK or SLRT, with a reason). Runs inside the caller's transaction, with the case locked.</summary>
public sealed class CaseTransfers(CaseNews news, DeskNotices desk, CaseClock clock, FieldCipher cipher)
{
    /// <summary>True when this officer may give this case away.</summary>
    public static bool MayTransfer(Case moved, Actor by) => moved.Status.IsOpen() && by.HasAny(Role.Tksk, Role.Slrt);

    /// <summary>Moves it; the reach decides which units the mover may give it to. The resident and the new desk are told.</summary>
    public async Task<MoveResult> TransferAsync(BotDbContext database, Case moved, TransferForm form, OfficerReach reach, Actor by, CancellationToken cancellationToken)
    {
        if (!MayTransfer(moved, by)) return new MoveResult(MoveAnswer.NotAllowed);
        if (string.IsNullOrWhiteSpace(form.Reason) || form.Reason.Length > MoveRequest.LongestWords) return new MoveResult(MoveAnswer.Incomplete);
        var code = string.IsNullOrEmpty(form.UnitCode) ? moved.UnitCode : form.UnitCode;
        var unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == code && row.RegencyCode == moved.RegencyCode, cancellationToken);
        if (unit is null || (code != moved.UnitCode && !reach.RolesAt(code).Overlaps([Role.Tksk, Role.Slrt]))) return new MoveResult(MoveAnswer.NotAllowed);
        var owner = form.OfficerId is null ? null : await OfficerAtAsync(database, unit, form.OfficerId.Value, cancellationToken);
        if (form.OfficerId is not null && owner is null) return new MoveResult(MoveAnswer.NotAllowed);
        if (code == moved.UnitCode && (owner is null || owner.Id == moved.OwnerId)) return new MoveResult(MoveAnswer.Incomplete);

        (moved.UnitCode, moved.OwnerId) = (code, owner?.Id);
        var last = await database.CaseEvents.Where(line => line.CaseId == moved.Id).MaxAsync(line => (long?)line.Id, cancellationToken) ?? 0;
        var told = MoveTexts.Transferred(moved, owner?.Name, unit);
        var sent = await news.TellAsync(database, moved, told, new NewsRoute($"case/{moved.Id}/{last}"), cancellationToken);
        var made = new CaseEvent
        {
            CaseId = moved.Id,
            At = clock.Now,
            Kind = CaseEventKind.Transferred,
            OfficerId = by.OfficerId,
            ActorRole = by.RoleCode,
            Words = cipher.Seal($"{unit.Name}: {form.Reason.Trim()}"),
            OutboxId = sent.Rows.Count > 0 ? sent.Rows[0].Id : null,
        };
        database.CaseEvents.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        var officers = owner is not null ? [owner.Id] : await desk.AtDeskAsync(database, unit, cancellationToken);
        var notice = new Notice(OfficerMessages.CaseMoved_ToOfficer).WithPersons("reason", form.Reason.Trim().TrimEnd('.'));
        await desk.TellAsync(database, officers, notice, new CaseLink(moved.Ticket, unit.Name), $"case-moved/{made.Id}", cancellationToken);
        return new MoveResult(MoveAnswer.Done, made, told);
    }

    private static Task<Officer?> OfficerAtAsync(BotDbContext database, PuskesosUnit unit, long officerId, CancellationToken cancellationToken) =>
        database.Users.AsNoTracking().Where(officer => officer.Id == officerId && officer.IsActive)
            .Where(officer => database.OfficerRoles.Any(role => role.OfficerId == officer.Id
                && (role.AreaCode == unit.Code || ((role.Role == Role.Tksk || role.Role == Role.Slrt) && unit.AreaCode.StartsWith(role.AreaCode))))).SingleOrDefaultAsync(cancellationToken);
}

/// <summary>To whom a case goes and why; without a unit it stays where it is, without an officer it waits at the desk.</summary>
public sealed record TransferForm(string? UnitCode, long? OfficerId, string? Reason);
