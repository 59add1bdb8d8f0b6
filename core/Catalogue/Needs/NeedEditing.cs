using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue.Needs;

/// <summary>A regency's own wording of the needs and their checklists: saved when it has no fault, kept with its history, in force within ten seconds.</summary>
public sealed class NeedEditing(BotDbContext database, TimeProvider clock)
{
    /// <summary>The versions that hold, of all regencies.</summary>
    public static async Task<List<NeedVersion>> InForceAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var last = await Newest(database).ToListAsync(cancellationToken);
        return [.. last.Where(row => !row.IsStandard)];
    }

    /// <summary>The needs and papers as they stand in a regency, read from the tables.</summary>
    public static async Task<CatalogueIndex> IndexAsync(BotDbContext database, string regencyCode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var own = await Newest(database).Where(row => row.RegencyCode == regencyCode).ToListAsync(cancellationToken);
        return new CatalogueIndex(
            Applied(await database.Categories.AsNoTracking().ToListAsync(cancellationToken), own.Where(row => !row.IsStandard)),
            await database.DocumentKinds.AsNoTracking().ToListAsync(cancellationToken));
    }

    /// <summary>The needs with a regency's own versions laid over them.</summary>
    public static IEnumerable<NeedCategory> Applied(IEnumerable<NeedCategory> needs, IEnumerable<NeedVersion> own)
    {
        var byCode = own.ToDictionary(row => row.CategoryCode);
        return needs.Select(need => byCode.TryGetValue(need.Code, out var version) ? TextOf(version).On(need) : need);
    }

    /// <summary>The words of a version as they can be edited.</summary>
    public static NeedText TextOf(NeedVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new(version.Label, version.IsActive, version.RequiredDocuments, version.HelpfulDocuments);
    }

    /// <summary>Every version of a need in a regency, oldest first.</summary>
    public Task<List<NeedVersion>> HistoryAsync(string regencyCode, string categoryCode, CancellationToken cancellationToken) =>
        database.Set<NeedVersion>().AsNoTracking().Where(row => row.RegencyCode == regencyCode && row.CategoryCode == categoryCode).OrderBy(row => row.Number).ToListAsync(cancellationToken);

    /// <summary>Saves the words, or (null) goes back to those of the catalogue; false when somebody else saved meanwhile.</summary>
    public async Task<bool> SaveAsync(NeedEdit based, NeedText? text, string note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(based);
        ArgumentNullException.ThrowIfNull(note);
        var need = await database.Categories.AsNoTracking().SingleAsync(row => row.Code == based.CategoryCode, cancellationToken);
        var said = text ?? NeedText.Of(need);
        if (note.Trim().Length is 0 or > NeedText.LongestNote) throw new ArgumentException("A change needs a reason.", nameof(note));
        if (said.Faults(need, await IndexAsync(database, based.RegencyCode, cancellationToken)).Count > 0) throw new ArgumentException("The need has faults.", nameof(text));
        var newest = await database.Set<NeedVersion>().Where(row => row.RegencyCode == based.RegencyCode && row.CategoryCode == based.CategoryCode).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;
        if (newest != based.Number) return false;
        database.Add(new NeedVersion
        {
            RegencyCode = based.RegencyCode,
            CategoryCode = based.CategoryCode,
            Number = newest + 1,
            IsStandard = text is null,
            Label = said.Label,
            IsActive = said.IsActive,
            RequiredDocuments = [.. said.Required],
            HelpfulDocuments = [.. said.Helpful],
            Note = note.Trim(),
            SavedAt = clock.GetUtcNow(),
            SavedBy = based.OfficerId,
        });
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

    private static IQueryable<NeedVersion> Newest(BotDbContext database) => database.Set<NeedVersion>().AsNoTracking()
        .Where(row => !database.Set<NeedVersion>().Any(later => later.RegencyCode == row.RegencyCode && later.CategoryCode == row.CategoryCode && later.Number > row.Number));
}

/// <summary>Who edits which need, and the newest version that he or she has seen; 0 = the catalogue's own.</summary>
public sealed record NeedEdit(string RegencyCode, string CategoryCode, int Number, long OfficerId);
