using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.Referrals;

/// <summary>The regency's address book of agencies; Dinsos and the SLRT keep it, every officer reads it.</summary>
public sealed class AgencyBook(BotDbContext database, TimeProvider clock)
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
        (kept.Kind, kept.Name, kept.Phone, kept.Hours) = (said.Kind, said.Name, said.Phone, said.Hours);
        (kept.Address, kept.Note, kept.IsOutside, kept.IsActive) = (said.Address, said.Note, said.IsOutside, said.IsActive);
        (kept.ChangedAt, kept.ChangedBy) = (clock.GetUtcNow(), by.OfficerId);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }
}
