using System.Text.Json;
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
    /// <summary>Who can act on a case at a unit; a fasilitator only on an ordinary one.</summary>
    private static readonly Role[] Acting = [Role.FrontOffice, Role.BackOffice, Role.Fasilitator];

    private static readonly UnitKind[] OfVillage = [UnitKind.Desa, UnitKind.Kelurahan];

    /// <summary>True when this officer may give this case away.</summary>
    public static bool MayTransfer(Case moved, Actor by) => moved.Status.IsOpen() && by.HasAny(Role.Tksk, Role.Slrt);

    /// <summary>The duties at a unit that can have this case.</summary>
    public static IReadOnlyList<Role> MayHave(Case moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return moved.Secrecy == Secrecy.Ordinary ? Acting : [Role.FrontOffice, Role.BackOffice];
    }

    /// <summary>Moves it; the reach decides which units the mover may give it to. The resident and the new desk are told, ten seconds later, so that it can be taken back.</summary>
    public async Task<MoveResult> TransferAsync(BotDbContext database, Case moved, TransferForm form, OfficerReach reach, Actor by, CancellationToken cancellationToken)
    {
        if (!MayTransfer(moved, by)) return new MoveResult(MoveAnswer.NotAllowed);
        if (form.SeenVersion is { } seen && seen != moved.Version) return new MoveResult(await IsRepeatAsync(database, moved, form, by, cancellationToken) ? MoveAnswer.AlreadyDone : MoveAnswer.Changed);
        if (string.IsNullOrWhiteSpace(form.Reason) || form.Reason.Length > MoveRequest.LongestWords) return new MoveResult(MoveAnswer.Incomplete);
        var code = string.IsNullOrEmpty(form.UnitCode) ? moved.UnitCode : form.UnitCode;
        var unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleOrDefaultAsync(row => row.Code == code && row.RegencyCode == moved.RegencyCode, cancellationToken);
        if (unit is null || (code != moved.UnitCode && !(reach.RolesAt(code).Overlaps([Role.Tksk, Role.Slrt]) && await MayTakeAsync(database, moved, unit, cancellationToken)))) return new MoveResult(MoveAnswer.NotAllowed);
        var owner = form.OfficerId is null ? null : await OfficerAtAsync(database, moved, unit, form.OfficerId.Value, cancellationToken);
        if (form.OfficerId is not null && owner is null) return new MoveResult(MoveAnswer.NotAllowed);
        if (code == moved.UnitCode && (owner is null || owner.Id == moved.OwnerId)) return new MoveResult(MoveAnswer.Incomplete);

        var last = await database.CaseEvents.Where(line => line.CaseId == moved.Id).MaxAsync(line => (long?)line.Id, cancellationToken) ?? 0;
        var details = new TransferDetails($"case/{moved.Id}/{last}", moved.UnitCode, moved.OwnerId);
        (moved.UnitCode, moved.OwnerId) = (code, owner?.Id);
        var told = MoveTexts.Transferred(moved, owner?.Name, unit);
        var sent = await news.TellAsync(database, moved, told, new NewsRoute(details.Key, CaseNews.UndoWindow), cancellationToken);
        var made = new CaseEvent
        {
            CaseId = moved.Id,
            At = clock.Now,
            Kind = CaseEventKind.Transferred,
            OfficerId = by.OfficerId,
            ActorRole = by.RoleCode,
            Words = cipher.Seal($"{unit.Name}: {form.Reason.Trim()}"),
            Details = details.ToJson(),
            OutboxId = sent.Rows.Count > 0 ? sent.Rows[0].Id : null,
        };
        database.CaseEvents.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        var officers = owner is not null ? [owner.Id] : await desk.AtDeskAsync(database, unit, cancellationToken);
        var notice = new Notice(OfficerMessages.CaseMoved_ToOfficer).WithPersons("reason", form.Reason.Trim().TrimEnd('.'));
        await desk.TellAsync(database, officers, notice, new CaseLink(moved.Ticket, unit, CaseNews.UndoWindow), $"{details.Key}/desk", cancellationToken);
        return new MoveResult(MoveAnswer.Done, made, told);
    }

    /// <summary>The form that was sent twice: the case is where it asks for, and this officer brought it there.</summary>
    private static async Task<bool> IsRepeatAsync(BotDbContext database, Case moved, TransferForm form, Actor by, CancellationToken cancellationToken)
    {
        var last = await database.CaseEvents.AsNoTracking().Where(line => line.CaseId == moved.Id && (line.Kind == CaseEventKind.Transferred || line.Kind == CaseEventKind.Moved))
            .OrderByDescending(line => line.Id).FirstOrDefaultAsync(cancellationToken);
        return last is { Kind: CaseEventKind.Transferred } && last.OfficerId == by.OfficerId && moved.OwnerId == form.OfficerId && (string.IsNullOrEmpty(form.UnitCode) || moved.UnitCode == form.UnitCode);
    }

    /// <summary>The unit is open, and no need that goes past the village (DOMAIN §5, rows 7 and 8) comes back to one by hand.</summary>
    private async Task<bool> MayTakeAsync(BotDbContext database, Case moved, PuskesosUnit unit, CancellationToken cancellationToken)
    {
        var needs = moved.Items.Select(item => item.CategoryCode).ToArray();
        return unit.IsOpenOn(clock.DayOf(unit, clock.Now))
            && !(OfVillage.Contains(unit.Kind) && await database.Categories.AnyAsync(need => needs.Contains(need.Code) && need.BypassTo != null, cancellationToken));
    }

    private Task<Officer?> OfficerAtAsync(BotDbContext database, Case moved, PuskesosUnit unit, long officerId, CancellationToken cancellationToken)
    {
        var (today, acting) = (clock.DayOf(unit, clock.Now), MayHave(moved).ToArray());
        return database.Users.AsNoTracking().Where(officer => officer.Id == officerId && officer.IsActive && (officer.AbsentUntil == null || officer.AbsentUntil < today))
            .Where(officer => database.OfficerRoles.Any(role => role.OfficerId == officer.Id
                && ((role.AreaCode == unit.Code && acting.Contains(role.Role)) || ((role.Role == Role.Tksk || role.Role == Role.Slrt) && unit.AreaCode.StartsWith(role.AreaCode))))).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>To whom a case goes and why; without a unit it stays where it is, without an officer it waits at the desk.</summary>
/// <param name="UnitCode">The unit; null or empty = the same.</param>
/// <param name="OfficerId">The officer; null = the desk.</param>
/// <param name="Reason">Why, for the history and the new desk.</param>
/// <param name="SeenVersion">The case's version on the officer's page.</param>
public sealed record TransferForm(string? UnitCode, long? OfficerId, string? Reason, uint? SeenVersion = null);

/// <summary>What the history keeps of a transfer, so that it can be taken back.</summary>
/// <param name="Key">How the keys of its messages begin.</param>
/// <param name="UnitBefore">Where the case was.</param>
/// <param name="OwnerBefore">Who had it.</param>
public sealed record TransferDetails(string Key, string UnitBefore, long? OwnerBefore)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The details of a line, or null when it is no transfer.</summary>
    public static TransferDetails? Of(CaseEvent line) =>
        line is { Kind: CaseEventKind.Transferred, Details: { } json } ? JsonSerializer.Deserialize<TransferDetails>(json) : null;
}
