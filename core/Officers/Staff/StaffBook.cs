using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers.Staff;

/// <summary>The officers of one regency and what Dinsos may change about them; every change is logged. Nobody changes the own duties or switches the own account off.</summary>
public sealed class StaffBook(BotDbContext database, TimeProvider time)
{
    /// <summary>Whether an officer looks after the accounts of the regency.</summary>
    public static bool MayManage(OfficerReach reach) => reach.AllRoles.Contains(Role.Dinsos);

    /// <summary>The officers of a regency by name, with their roles; a part of the name, the address or an area narrows it.</summary>
    public async Task<List<Officer>> ListAsync(string regencyCode, string? sought, int most, CancellationToken cancellationToken)
    {
        var officers = database.Users.AsNoTracking().Include(row => row.Roles).Where(row => row.RegencyCode == regencyCode);
        if (!string.IsNullOrWhiteSpace(sought))
        {
            var pattern = $"%{sought.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            officers = officers.Where(row => EF.Functions.ILike(row.Name, pattern) || EF.Functions.ILike(row.Email!, pattern) || row.Roles.Any(role => EF.Functions.ILike(role.AreaCode, pattern)));
        }

        return await officers.OrderByDescending(row => row.IsActive).ThenBy(row => row.Name).ThenBy(row => row.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>An officer of the regency with roles; null for one of elsewhere.</summary>
    public Task<Officer?> FindAsync(string regencyCode, long officerId, CancellationToken cancellationToken) =>
        database.Users.Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == officerId && row.RegencyCode == regencyCode, cancellationToken);

    /// <summary>The log of an account, newest first.</summary>
    public Task<List<StaffChange>> HistoryAsync(long officerId, int most, CancellationToken cancellationToken) =>
        database.Set<StaffChange>().AsNoTracking().Where(row => row.OfficerId == officerId).OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>Makes an account without a password; null when the address signs somebody in already.</summary>
    public async Task<long?> InviteAsync(OfficerReach by, StaffDetails details, OfficerArea area, bool onDuty, CancellationToken cancellationToken)
    {
        var address = details.Email!.Trim();
        var normalised = address.ToUpperInvariant();
        if (area.RegencyCode != by.RegencyCode || await database.Users.AnyAsync(row => row.NormalizedEmail == normalised, cancellationToken)) return null;
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var id = await OfficerAccounts.AddAsync(database, details.Name, address, details.Phone, area, onDuty, cancellationToken);
            Note(by, id, StaffChangeKind.Invited, area.Role, area.AreaCode);
            await database.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return id;
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }
    }

    /// <summary>Name and telephone, as the alarm list and residents read them.</summary>
    public async Task<bool> DescribeAsync(OfficerReach by, long officerId, StaffDetails details, CancellationToken cancellationToken)
    {
        if (await FindAsync(by.RegencyCode, officerId, cancellationToken) is not { } officer) return false;
        (officer.Name, officer.PhoneNumber) = (details.Name.Trim(), details.Phone);
        Note(by, officerId, StaffChangeKind.DetailsChanged);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Gives a duty, or changes whether it is part of the 24-hour duty.</summary>
    public async Task<bool> GiveRoleAsync(OfficerReach by, long officerId, OfficerArea area, bool onDuty, CancellationToken cancellationToken)
    {
        if (officerId == by.OfficerId || area.RegencyCode != by.RegencyCode || await FindAsync(by.RegencyCode, officerId, cancellationToken) is not { } officer) return false;
        var held = officer.Roles.SingleOrDefault(row => row.Role == area.Role && row.AreaCode == area.AreaCode);
        if (held is null) officer.Roles.Add(held = new OfficerRole { Role = area.Role, AreaCode = area.AreaCode });
        held.OnDuty = onDuty;
        Note(by, officerId, StaffChangeKind.RoleGiven, area.Role, area.AreaCode);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes a duty back; it holds no more from the next request on.</summary>
    public async Task<bool> TakeRoleAsync(OfficerReach by, long officerId, long roleId, CancellationToken cancellationToken)
    {
        if (officerId == by.OfficerId || await FindAsync(by.RegencyCode, officerId, cancellationToken) is not { } officer) return false;
        if (officer.Roles.SingleOrDefault(row => row.Id == roleId) is not { } held) return false;
        officer.Roles.Remove(held);
        database.OfficerRoles.Remove(held);
        Note(by, officerId, StaffChangeKind.RoleTaken, held.Role, held.AreaCode);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Switches an account off (signed out everywhere, linked phones forgotten) or on again.</summary>
    public async Task<bool> SetActiveAsync(OfficerReach by, long officerId, bool isActive, CancellationToken cancellationToken)
    {
        if (officerId == by.OfficerId || await FindAsync(by.RegencyCode, officerId, cancellationToken) is not { } officer) return false;
        officer.IsActive = isActive;
        officer.SecurityStamp = Guid.NewGuid().ToString("N");
        Note(by, officerId, isActive ? StaffChangeKind.SwitchedOn : StaffChangeKind.SwitchedOff);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!isActive)
        {
            await database.OfficerLinks.Where(row => row.OfficerId == officerId).ExecuteDeleteAsync(cancellationToken);
            await database.UserPasskeys.Where(row => row.UserId == officerId).ExecuteDeleteAsync(cancellationToken);
            await EndSessionsAsync(officerId, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Signs an officer out of every browser.</summary>
    public async Task<bool> SignOutAsync(OfficerReach by, long officerId, CancellationToken cancellationToken)
    {
        if (await FindAsync(by.RegencyCode, officerId, cancellationToken) is null) return false;
        await EndSessionsAsync(officerId, cancellationToken);
        Note(by, officerId, StaffChangeKind.SignedOut);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>For a lost phone: its passkeys are gone, the second factor is set up anew at the next sign-in, and every browser is signed out.</summary>
    public async Task<bool> ResetSecondFactorAsync(OfficerReach by, long officerId, CancellationToken cancellationToken)
    {
        if (officerId == by.OfficerId || await FindAsync(by.RegencyCode, officerId, cancellationToken) is not { } officer) return false;
        officer.TwoFactorEnabled = false;
        officer.SecurityStamp = Guid.NewGuid().ToString("N");
        await database.UserTokens.Where(row => row.UserId == officerId).ExecuteDeleteAsync(cancellationToken);
        await database.UserPasskeys.Where(row => row.UserId == officerId).ExecuteDeleteAsync(cancellationToken);
        await EndSessionsAsync(officerId, cancellationToken);
        Note(by, officerId, StaffChangeKind.SecondFactorReset);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>A new one-time link was handed out.</summary>
    public Task LinkRenewedAsync(OfficerReach by, long officerId, CancellationToken cancellationToken)
    {
        Note(by, officerId, StaffChangeKind.LinkRenewed);
        return database.SaveChangesAsync(cancellationToken);
    }

    private void Note(OfficerReach by, long officerId, StaffChangeKind kind, Role? role = null, string? area = null) =>
        database.Add(new StaffChange { OfficerId = officerId, ChangedBy = by.OfficerId, At = time.GetUtcNow(), Kind = kind, Role = role, AreaCode = area });

    private Task EndSessionsAsync(long officerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database.OfficerSessions.Where(row => row.OfficerId == officerId && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), cancellationToken);
    }
}

/// <summary>What is written about an officer.</summary>
/// <param name="Name">As residents read it.</param>
/// <param name="Phone">E.164; null when none is told.</param>
/// <param name="Email">The address to sign in with; not changed later.</param>
public sealed record StaffDetails(string Name, string? Phone, string? Email = null);
