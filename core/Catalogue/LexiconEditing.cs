using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue;

/// <summary>Changes the words by which messages are understood: all lines of an edit or none, and only when they make a lexicon.</summary>
public sealed class LexiconEditing(BotDbContext database, TimeProvider clock)
{
    /// <summary>Brings the built-in lines into the database: new ones are added, changed ones follow, those edited here stay as they are.</summary>
    public static async Task SeedAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var known = await database.Lexicon.ToDictionaryAsync(entry => entry.Key, cancellationToken);
        var seed = LexiconEntries.Of(LexiconTables.Seed);
        foreach (var entry in seed)
        {
            if (!known.Remove(entry.Key, out var before)) database.Lexicon.Add(entry);
            else if (before.EditedAt is null) Take(before, entry);
        }

        database.Lexicon.RemoveRange(known.Values.Where(entry => entry.EditedAt is null));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Saves the operator's lines, or tells what is wrong and saves nothing.</summary>
    public Task<LexiconEdit> SaveAsync(IReadOnlyCollection<LexiconEntry> lines, bool dryRun, CancellationToken cancellationToken) => SaveAsync(lines, dryRun, null, cancellationToken);

    /// <summary>Saves an officer's lines, or tells what is wrong and saves nothing; every change is kept with who made it.</summary>
    public async Task<LexiconEdit> SaveAsync(IReadOnlyCollection<LexiconEntry> lines, bool dryRun, long? officerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var now = clock.GetUtcNow();
        var known = await database.Lexicon.ToDictionaryAsync(entry => entry.Key, cancellationToken);
        var (added, changed) = (0, 0);
        foreach (var line in lines)
        {
            if (!known.TryGetValue(line.Key, out var entry))
            {
                line.EditedAt = now;
                database.Lexicon.Add(known[line.Key] = line);
                database.Add(new LexiconChange { Key = line.Key, After = line.Words, ChangedAt = now, ChangedBy = officerId });
                added++;
            }
            else if (Differs(entry, line))
            {
                database.Add(new LexiconChange { Key = line.Key, Before = entry.Words, After = line.Words, ChangedAt = now, ChangedBy = officerId });
                Take(entry, line);
                entry.EditedAt = now;
                changed++;
            }
        }

        var categories = await database.Categories.Select(need => need.Code).ToHashSetAsync(cancellationToken);
        var faults = LexiconCheck.Faults(known.Values, categories);
        if (faults.Count > 0 || dryRun) database.ChangeTracker.Clear();
        else await database.SaveChangesAsync(cancellationToken);
        return new LexiconEdit(added, changed, lines.Count - added - changed, faults);
    }

    private static bool Differs(LexiconEntry before, LexiconEntry after) =>
        (before.Name, before.Topic, before.Weight, before.Words, before.Unless, before.SortOrder) != (after.Name, after.Topic, after.Weight, after.Words, after.Unless, after.SortOrder);

    private static void Take(LexiconEntry entry, LexiconEntry from)
    {
        (entry.Name, entry.Topic, entry.Weight) = (from.Name, from.Topic, from.Weight);
        (entry.Words, entry.Unless, entry.SortOrder) = (from.Words, from.Unless, from.SortOrder);
    }
}

/// <summary>What an edit did; with faults it did nothing.</summary>
public sealed record LexiconEdit(int Added, int Changed, int Unchanged, IReadOnlyList<LexiconFault> Faults);
