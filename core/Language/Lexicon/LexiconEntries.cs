using System.Globalization;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>Turns the tables of the lexicon into lines of the database and back.</summary>
public static class LexiconEntries
{
    /// <summary>The seed as lines, in reading order.</summary>
    public static IReadOnlyList<LexiconEntry> Of(LexiconTables tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new List<LexiconEntry>();
        void Add(LexiconKind kind, string subject, string name, string words, string topic = "", string? weight = null, string unless = "")
        {
            var key = $"{kind.ToString().ToLowerInvariant()}:{subject}";
            var repeat = keys[key] = keys.GetValueOrDefault(key) + 1;
            entries.Add(new LexiconEntry
            {
                Key = repeat == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}#{repeat}"),
                Kind = kind,
                SortOrder = entries.Count,
                Name = name,
                Topic = topic,
                Weight = weight is null ? null : double.Parse(weight, CultureInfo.InvariantCulture),
                Words = words,
                Unless = unless,
            });
        }

        foreach (var row in tables.Words) Add(LexiconKind.Word, row[0], row[0], row[1]);
        foreach (var row in tables.Danger) Add(LexiconKind.Danger, row[1], row[0], row[2], topic: row[1], unless: row[3]);
        foreach (var row in tables.Concepts) Add(LexiconKind.Concept, row[0], row[0], row[1]);
        foreach (var row in tables.Rules) Add(LexiconKind.Rule, $"{row[0]}:{row[2]}", row[0], row[2], weight: row[1]);
        foreach (var row in tables.Hints) Add(LexiconKind.Hint, $"{row[0]}:{row[1]}", row[0], row[2], weight: row[1]);
        foreach (var row in tables.Programmes) Add(LexiconKind.Programme, row[0], row[0], row[1]);
        foreach (var row in tables.Issues) Add(LexiconKind.Issue, $"{row[0]}:{row[1]}", row[0], row[1]);
        foreach (var row in tables.Examples) Add(LexiconKind.Example, row[0], row[0], row[2], topic: row[1]);
        return entries;
    }

    /// <summary>The tables that these lines make; lines that are switched off are left out. The lines must have passed <see cref="LexiconCheck"/>.</summary>
    public static LexiconTables Tables(string version, IEnumerable<LexiconEntry> entries)
    {
        var kinds = entries.Where(entry => entry.Words.Length > 0).OrderBy(entry => entry.SortOrder).ThenBy(entry => entry.Key, StringComparer.Ordinal).ToLookup(entry => entry.Kind);
        List<string[]> Rows(LexiconKind kind, Func<LexiconEntry, string[]> columns) => [.. kinds[kind].Select(columns)];
        return new LexiconTables(
            version,
            Rows(LexiconKind.Word, entry => [entry.Name, entry.Words]),
            Rows(LexiconKind.Danger, entry => [entry.Name, entry.Topic, entry.Words, entry.Unless]),
            Rows(LexiconKind.Concept, entry => [entry.Name, entry.Words]),
            Rows(LexiconKind.Rule, entry => [entry.Name, Weight(entry), entry.Words]),
            Rows(LexiconKind.Hint, entry => [entry.Name, Weight(entry), entry.Words]),
            Rows(LexiconKind.Programme, entry => [entry.Name, entry.Words]),
            Rows(LexiconKind.Issue, entry => [entry.Name, entry.Words]),
            Rows(LexiconKind.Example, entry => [entry.Name, entry.Topic, entry.Words]));
    }

    private static string Weight(LexiconEntry entry) => (entry.Weight ?? 0).ToString(CultureInfo.InvariantCulture);
}
