using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Referrals;

/// <summary>The regency's address book of agencies; Dinsos and the SLRT keep it, every officer reads it.</summary>
public sealed class AgencyBook(BotDbContext database, SettingLog log, TimeProvider clock)
{
    /// <summary>Whether an officer keeps the book.</summary>
    public static bool MayChange(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps([Role.Dinsos, Role.Slrt]);
    }

    /// <summary>The agencies of a regency by kind and name, those no longer offered last.</summary>
    public Task<List<Agency>> ListAsync(string regencyCode, CancellationToken cancellationToken) =>
        database.Set<Agency>().AsNoTracking().Where(row => row.RegencyCode == regencyCode).OrderByDescending(row => row.IsActive).ThenBy(row => row.Kind).ThenBy(row => row.Name).ToListAsync(cancellationToken);

    /// <summary>One agency of the regency; null for one of elsewhere.</summary>
    public Task<Agency?> FindAsync(string regencyCode, long id, CancellationToken cancellationToken) =>
        database.Set<Agency>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.RegencyCode == regencyCode, cancellationToken);

    /// <summary>Saves an agency, a new one when it has no id; false when another of the regency bears the name or it is gone.</summary>
    public async Task<bool> SaveAsync(OfficerReach by, Agency said, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(said);
        if (!MayChange(by) || said.RegencyCode != by.RegencyCode) return false;
        var kept = said.Id == 0 ? database.Add(new Agency { RegencyCode = by.RegencyCode, Name = said.Name }).Entity : await database.Set<Agency>().SingleOrDefaultAsync(row => row.Id == said.Id && row.RegencyCode == by.RegencyCode, cancellationToken);
        if (kept is null || await database.Set<Agency>().AnyAsync(row => row.RegencyCode == by.RegencyCode && row.Name == said.Name && row.Id != said.Id, cancellationToken)) return false;
        if (said.Id != 0) Note(by, kept, said);
        (kept.Kind, kept.Name, kept.Phone, kept.Hours) = (said.Kind, said.Name, said.Phone, said.Hours);
        (kept.Address, kept.Note, kept.IsOutside, kept.IsActive) = (said.Address, said.Note, said.IsOutside, said.IsActive);
        (kept.ChangedAt, kept.ChangedBy) = (clock.GetUtcNow(), by.OfficerId);
        try
        {
            await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
            if (said.Id == 0) log.Add(new(by, SettingSubject.AgencyName, KeyOf(kept.Id), null, kept.Name));
            await database.SaveChangesAsync(cancellationToken);
            await together.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    /// <summary>The key of an agency in the history of settings.</summary>
    public static string KeyOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    private void Note(OfficerReach by, Agency before, Agency after)
    {
        var key = KeyOf(before.Id);
        log.Add(new(by, SettingSubject.AgencyKind, key, before.Kind.ToString(), after.Kind.ToString()));
        log.Add(new(by, SettingSubject.AgencyName, key, before.Name, after.Name));
        log.Add(new(by, SettingSubject.AgencyPhone, key, before.Phone, after.Phone));
        log.Add(new(by, SettingSubject.AgencyHours, key, before.Hours, after.Hours));
        log.Add(new(by, SettingSubject.AgencyAddress, key, before.Address, after.Address));
        log.Add(new(by, SettingSubject.AgencyNote, key, before.Note, after.Note));
        log.Add(new(by, SettingSubject.AgencyOutside, key, SettingLog.Switch(before.IsOutside), SettingLog.Switch(after.IsOutside)));
        log.Add(new(by, SettingSubject.AgencyOffered, key, SettingLog.Switch(before.IsActive), SettingLog.Switch(after.IsActive)));
    }
}
