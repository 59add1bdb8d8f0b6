using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Writing;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Catalogue.Teaching;

/// <summary>Teaches the bot a word or a short phrase for a need; all instances know it within ten seconds, and it can be taken back.</summary>
public sealed class LexiconTeaching(BotDbContext database, LexiconEditing editing, CatalogueSnapshot catalogue)
{
    /// <summary>More words are a story, not a phrase.</summary>
    public const int MostWords = 4;

    public const int LongestPhrase = 60;

    /// <summary>Shorter words mean everything and nothing.</summary>
    private const int ShortestWord = 3;

    /// <summary>Enough to be offered alone, not more than one rule of the seed says; the guess is read back like every other.</summary>
    private const double Weight = 3;

    /// <summary>Concepts of taught phrases bear the need's code behind this.</summary>
    private const string Taught = "AJAR_";

    private const string Between = "; ";

    /// <summary>What was not understood in a regency, the most frequent first.</summary>
    public Task<List<MissedMessage>> MissedAsync(string regencyCode, int most, CancellationToken cancellationToken) =>
        database.Set<MissedMessage>().AsNoTracking().Where(row => row.RegencyCode == regencyCode)
            .OrderByDescending(row => row.Times).ThenByDescending(row => row.LastAt).ThenBy(row => row.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>The phrases taught so far, by need.</summary>
    public async Task<IReadOnlyList<TaughtPhrase>> TaughtAsync(CancellationToken cancellationToken)
    {
        var concepts = await database.Lexicon.AsNoTracking().Where(row => row.Kind == LexiconKind.Concept && row.Name.StartsWith(Taught) && row.Words != "").OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return [.. concepts.SelectMany(row => Phrases(row.Words).Select(phrase => new TaughtPhrase(row.Name[Taught.Length..], phrase)))];
    }

    /// <summary>The latest changes of the lexicon, whoever made them.</summary>
    public Task<List<LexiconChange>> HistoryAsync(int most, CancellationToken cancellationToken) =>
        database.Set<LexiconChange>().AsNoTracking().OrderByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>What keeps a phrase from being taught for a need; null when nothing does.</summary>
    public TeachFault? FaultOf(string regencyCode, TaughtPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var (edition, written) = (catalogue.Words, TextNormaliser.Read(phrase.Words));
        if (catalogue.Of(regencyCode).Find(phrase.CategoryCode) is not { Secrecy: 0, IsActive: true }) return TeachFault.Category;
        if (phrase.Words.Length > LongestPhrase || written.Count is 0 or > MostWords || !Enumerable.Range(0, written.Count).All(written.IsWord)) return TeachFault.Shape;
        if (!Enumerable.Range(0, written.Count).Any(at => written.Word(at).Length >= ShortestWord)) return TeachFault.Shape;
        if (CommandWords.Read(phrase.Words) != Command.None || (written.Count == 1 && YesNoReader.Read(phrase.Words) != YesNoAnswer.None)) return TeachFault.Command;
        if (DangerWords.Read(written, edition.Lexicon).Kind != DangerKind.None) return TeachFault.Danger;
        return edition.Complaints.Read(written).Candidates is [var known, ..] ? known.Code == phrase.CategoryCode ? TeachFault.Known : TeachFault.Other : null;
    }

    /// <summary>The need that these words would be taken for now; null for none.</summary>
    public string? NeedOf(string words) => catalogue.Words.Complaints.Read(TextNormaliser.Read(words)).Candidates is [var best, ..] ? best.Code : null;

    /// <summary>Teaches the phrase; the missed words that it came from are taken off the list.</summary>
    public async Task<LexiconEdit> TeachAsync(TaughtPhrase phrase, string regencyCode, long? missedId, long officerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        if (FaultOf(regencyCode, phrase) is { } fault) throw new ArgumentException(fault.ToString(), nameof(phrase));
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var before = await PhrasesOfAsync(phrase.CategoryCode, cancellationToken);
        var edit = await SaveAsync(phrase.CategoryCode, [.. before, Plain(phrase.Words)], officerId, cancellationToken);
        if (edit.Faults.Count > 0) return edit;
        if (missedId is not null) await database.Set<MissedMessage>().Where(row => row.Id == missedId && row.RegencyCode == regencyCode).ExecuteDeleteAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return edit;
    }

    /// <summary>Takes a taught phrase back; false when it was not taught.</summary>
    public async Task<bool> ForgetAsync(TaughtPhrase phrase, long officerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var before = await PhrasesOfAsync(phrase.CategoryCode, cancellationToken);
        var left = before.Where(known => known != phrase.Words).ToList();
        return left.Count < before.Count && (await SaveAsync(phrase.CategoryCode, left, officerId, cancellationToken)).Faults.Count == 0;
    }

    /// <summary>Takes words off the list without teaching anything.</summary>
    public async Task<bool> DismissAsync(long missedId, string regencyCode, CancellationToken cancellationToken) =>
        await database.Set<MissedMessage>().Where(row => row.Id == missedId && row.RegencyCode == regencyCode).ExecuteDeleteAsync(cancellationToken) > 0;

    /// <summary>A concept without phrases is switched off together with its rule, as the check of the lexicon asks.</summary>
    private async Task<LexiconEdit> SaveAsync(string category, IReadOnlyList<string> phrases, long officerId, CancellationToken cancellationToken)
    {
        var concept = $"{Taught}{category}";
        var (conceptKey, ruleKey, words) = ($"concept:{concept}", $"rule:{category}:{concept}", string.Join(Between, phrases));
        var places = await database.Lexicon.Where(row => row.Key == conceptKey || row.Key == ruleKey).ToDictionaryAsync(row => row.Key, row => row.SortOrder, cancellationToken);
        var next = 1 + (await database.Lexicon.MaxAsync(row => (int?)row.SortOrder, cancellationToken) ?? 0);
        LexiconEntry[] lines =
        [
            new() { Key = conceptKey, Kind = LexiconKind.Concept, Name = concept, Words = words, SortOrder = places.GetValueOrDefault(conceptKey, next) },
            new() { Key = ruleKey, Kind = LexiconKind.Rule, Name = category, Weight = Weight, Words = words.Length == 0 ? "" : concept, SortOrder = places.GetValueOrDefault(ruleKey, next + 1) },
        ];
        return await editing.SaveAsync(lines, dryRun: false, officerId, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> PhrasesOfAsync(string category, CancellationToken cancellationToken)
    {
        var key = $"concept:{Taught}{category}";
        return Phrases(await database.Lexicon.Where(row => row.Key == key).Select(row => row.Words).SingleOrDefaultAsync(cancellationToken) ?? "");
    }

    private static string[] Phrases(string words) => words.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words as messages are read: lower case, without signs.</summary>
    private static string Plain(string phrase)
    {
        var written = TextNormaliser.Read(phrase);
        return string.Join(' ', Enumerable.Range(0, written.Count).Select(at => written.Word(at).ToString()));
    }
}

/// <summary>A phrase and the need that it speaks for.</summary>
public sealed record TaughtPhrase(string CategoryCode, string Words);

/// <summary>Why a phrase cannot be taught.</summary>
public enum TeachFault
{
    /// <summary>No such need, one that is not offered, or a secret one: those are found by the words of danger.</summary>
    Category,

    /// <summary>Too long, too short, or not words.</summary>
    Shape,

    /// <summary>A word with a meaning of its own: MENU, BATAL, ya.</summary>
    Command,

    /// <summary>A word of danger; those are not for this page.</summary>
    Danger,

    /// <summary>It is understood so already.</summary>
    Known,

    /// <summary>It speaks for another need already.</summary>
    Other,
}
