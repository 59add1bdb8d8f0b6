using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Texts.Overrides;

/// <summary>A regency's own wordings: saved when they have no fault, kept with their history, in force within ten seconds.</summary>
public sealed class TextEditing(BotDbContext database, TimeProvider clock)
{
    /// <summary>The wordings that hold, of all regencies.</summary>
    public static async Task<List<TextOverride>> InForceAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var last = await database.Set<TextOverride>().AsNoTracking()
            .Where(row => !database.Set<TextOverride>().Any(later => later.RegencyCode == row.RegencyCode && later.Key == row.Key && later.Language == row.Language && later.Number > row.Number))
            .ToListAsync(cancellationToken);
        return [.. last.Where(row => row.Words is not null)];
    }

    /// <summary>Every version of one text, oldest first.</summary>
    public Task<List<TextOverride>> HistoryAsync(string regencyCode, string key, string language, CancellationToken cancellationToken) =>
        database.Set<TextOverride>().AsNoTracking().Where(row => row.RegencyCode == regencyCode && row.Key == key && row.Language == language).OrderBy(row => row.Number).ToListAsync(cancellationToken);

    /// <summary>Saves a wording, or (null) goes back to the built-in one; false when somebody else saved meanwhile.</summary>
    public async Task<bool> SaveAsync(TextVersion based, string? words, long officerId, CancellationToken cancellationToken)
    {
        if (words is not null && (!TextCheck.MayChange(based.Key) || TextCheck.Faults(based.Key, words).Count > 0)) throw new ArgumentException("The text has faults.", nameof(words));
        var newest = await database.Set<TextOverride>().Where(row => row.RegencyCode == based.RegencyCode && row.Key == based.Key && row.Language == based.Language).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;
        if (newest != based.Number) return false;
        database.Add(new TextOverride
        {
            RegencyCode = based.RegencyCode,
            Key = based.Key,
            Language = based.Language,
            Number = newest + 1,
            Words = words,
            SavedAt = clock.GetUtcNow(),
            SavedBy = officerId,
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
}

/// <summary>The version of a text that an officer has seen; 0 = the built-in one.</summary>
public sealed record TextVersion(string RegencyCode, string Key, string Language, int Number);
