using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers.Bulletins;

/// <summary>Bulletins from Dinsos to the officers of the regency and from a TKSK to those of the sub-district, with who has read them.</summary>
public sealed class BulletinBoard(BotDbContext database, DeskNotices desk, TimeProvider clock)
{
    /// <summary>So long a bulletin asks to be read: entries are looked at anew after as many days (DOMAIN F23).</summary>
    public static readonly TimeSpan Current = TimeSpan.FromDays(90);

    /// <summary>The areas for which an officer may publish: Dinsos for the regency and each sub-district, a TKSK for the own ones.</summary>
    public async Task<IReadOnlyList<string>> AreasAsync(OfficerReach by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.AllRoles.Contains(Role.Dinsos))
            return [by.RegencyCode, .. await database.Set<SubDistrict>().Where(row => row.RegencyCode == by.RegencyCode && row.RetiredOn == null).OrderBy(row => row.Name).Select(row => row.Code).ToListAsync(cancellationToken)];
        return await database.OfficerRoles.Where(row => row.OfficerId == by.OfficerId && row.Role == Role.Tksk).OrderBy(row => row.AreaCode).Select(row => row.AreaCode).ToListAsync(cancellationToken);
    }

    /// <summary>What an officer has still to read, the oldest first.</summary>
    public async Task<IReadOnlyList<Bulletin>> UnreadAsync(OfficerReach reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var since = clock.GetUtcNow() - Current;
        var unread = await database.Set<Bulletin>().AsNoTracking()
            .Where(row => row.RegencyCode == reader.RegencyCode && row.PublishedAt >= since && row.WithdrawnAt == null && row.PublishedBy != reader.OfficerId
                && !database.Set<BulletinRead>().Any(read => read.BulletinId == row.Id && read.OfficerId == reader.OfficerId))
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return unread.Count == 0 ? unread : await AddressedAsync(reader, unread, cancellationToken);
    }

    /// <summary>The bulletins for an officer and those that he or she may publish for, newest first.</summary>
    public async Task<IReadOnlyList<Bulletin>> ListAsync(OfficerReach reader, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var all = await database.Set<Bulletin>().AsNoTracking().Where(row => row.RegencyCode == reader.RegencyCode).OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);
        return await AddressedAsync(reader, all, cancellationToken);
    }

    /// <summary>A bulletin that an officer may see; null for one of elsewhere.</summary>
    public async Task<Bulletin?> FindAsync(OfficerReach reader, long id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var found = await database.Set<Bulletin>().Where(row => row.Id == id && row.RegencyCode == reader.RegencyCode).ToListAsync(cancellationToken);
        return (await AddressedAsync(reader, found, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Publishes, and tells everybody for whom it is who linked a chat; null for an area that is not the officer's, or without title or words.</summary>
    public async Task<Bulletin?> PublishAsync(OfficerReach by, string areaCode, string title, string words, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(words);
        if (title.Trim().Length is 0 or > Bulletin.LongestTitle || words.Trim().Length is 0 or > Bulletin.LongestWords) return null;
        if (!(await AreasAsync(by, cancellationToken)).Contains(areaCode)) return null;
        var made = new Bulletin { RegencyCode = by.RegencyCode, AreaCode = areaCode, Title = title.Trim(), Words = words.Trim(), PublishedAt = clock.GetUtcNow(), PublishedBy = by.OfficerId };
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        await desk.TellOfBulletinAsync(database, made, by.Name, [.. (await ReadersAsync(made, cancellationToken)).Select(reader => reader.OfficerId)], cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return made;
    }

    /// <summary>The officer has read it; a second click changes nothing.</summary>
    public Task ReadAsync(long bulletinId, long officerId, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"insert into bulletin_reads (bulletin_id, officer_id, read_at) values ({bulletinId}, {officerId}, {clock.GetUtcNow()}) on conflict do nothing", cancellationToken);

    /// <summary>It holds no more.</summary>
    public async Task WithdrawAsync(Bulletin bulletin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        bulletin.WithdrawnAt ??= clock.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Everybody for whom it is, by name, with when each read it; whoever wrote it is left out.</summary>
    public async Task<IReadOnlyList<BulletinReader>> ReadersAsync(Bulletin bulletin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        var officers = database.Users.Where(row => row.RegencyCode == bulletin.RegencyCode && row.IsActive && row.Id != bulletin.PublishedBy);
        if (bulletin.AreaCode != bulletin.RegencyCode)
        {
            var areas = await UnitsOf(bulletin.AreaCode).Select(unit => unit.Code).ToListAsync(cancellationToken);
            areas.Add(bulletin.AreaCode);
            officers = officers.Where(row => row.Roles.Any(role => areas.Contains(role.AreaCode)));
        }

        var reads = database.Set<BulletinRead>().Where(read => read.BulletinId == bulletin.Id);
        return await officers.OrderBy(row => row.Name).ThenBy(row => row.Id)
            .Select(row => new BulletinReader(row.Id, row.Name, reads.Where(read => read.OfficerId == row.Id).Select(read => (DateTimeOffset?)read.ReadAt).FirstOrDefault())).ToListAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<Bulletin>> AddressedAsync(OfficerReach reader, List<Bulletin> bulletins, CancellationToken cancellationToken)
    {
        if (bulletins.TrueForAll(row => row.AreaCode == row.RegencyCode) || reader.AllRoles.Contains(Role.Dinsos)) return bulletins;
        var held = await database.OfficerRoles.Where(row => row.OfficerId == reader.OfficerId).Select(row => row.AreaCode).ToListAsync(cancellationToken);
        var ofUnits = await database.Set<PuskesosUnit>().Where(unit => held.Contains(unit.Code)).Select(unit => unit.AreaCode).ToListAsync(cancellationToken);
        return [.. bulletins.Where(row => row.AreaCode == row.RegencyCode || held.Contains(row.AreaCode)
            || ofUnits.Exists(area => area == row.AreaCode || area.StartsWith(row.AreaCode + ".", StringComparison.Ordinal)))];
    }

    private IQueryable<PuskesosUnit> UnitsOf(string subDistrict) =>
        database.Set<PuskesosUnit>().Where(unit => unit.AreaCode == subDistrict || unit.AreaCode.StartsWith(subDistrict + "."));
}

/// <summary>An officer for whom a bulletin is; null = not read yet.</summary>
public sealed record BulletinReader(long OfficerId, string Name, DateTimeOffset? ReadAt);
