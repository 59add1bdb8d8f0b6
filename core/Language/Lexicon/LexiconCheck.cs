using System.Globalization;
using Puskesos.Core.Language.Danger;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>Why a line of the lexicon cannot be used.</summary>
/// <param name="Key">The line.</param>
/// <param name="Reason">What is wrong with it, for whoever edited it.</param>
public sealed record LexiconFault(string Key, string Reason)
{
    public override string ToString() => $"{Key}: {Reason}";
}

/// <summary>Looks whether edited lines make a lexicon; one bad line refuses them all, so that half an edit is never in use.</summary>
public static class LexiconCheck
{
    /// <summary>Messages that speak against social welfare at all ("lampu jalan").</summary>
    public const string OutOfScope = "-";

    /// <summary>Before the needs of an example that was written for its danger, or for looking like it: its needs are not learned.</summary>
    public const char ForDangerOnly = '?';

    /// <summary>The heaviest rule of the seed weighs 9; a heavier one would silence all others.</summary>
    public const double HeaviestWeight = 10;

    /// <summary>Longest line of the seed is 1,400 characters; a longer one is a slip of the pen or of a paste.</summary>
    public const int LongestLine = 8_000;

    /// <summary>"a|b c|d" is four phrases; more than this from one line would make every start slow.</summary>
    private const int MostPhrasesOfOne = 500;

    /// <summary>Everything that is wrong; <paramref name="categories"/> are the codes of the catalogue.</summary>
    public static IReadOnlyList<LexiconFault> Faults(IReadOnlyCollection<LexiconEntry> entries, IReadOnlySet<string> categories)
    {
        var concepts = entries.Where(entry => entry is { Kind: LexiconKind.Concept, Words.Length: > 0 }).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        var faults = new List<LexiconFault>();
        foreach (var entry in entries)
            if (FaultOf(entry, categories, concepts) is { } reason) faults.Add(new LexiconFault(entry.Key, reason));
        foreach (var kind in Enum.GetValues<LexiconKind>())
            if (!entries.Any(entry => entry.Kind == kind && entry.Words.Length > 0)) faults.Add(new LexiconFault(kind.ToString().ToLowerInvariant(), "not one line of this kind is left"));
        return faults;
    }

    private static string? FaultOf(LexiconEntry entry, IReadOnlySet<string> categories, HashSet<string> concepts) => entry switch
    {
        { Words.Length: 0 } when entry.EditedAt is not null => null,
        { Name.Length: 0 } => "it has no name",
        { Words.Length: 0 } => "it has no words",
        { Words.Length: > LongestLine } or { Unless.Length: > LongestLine } => string.Create(CultureInfo.InvariantCulture, $"it is longer than {LongestLine} characters"),
        _ when $"{entry.Name}{entry.Topic}{entry.Words}{entry.Unless}".Any(char.IsControl) => "it holds a tab or a line break",
        _ when $"{entry.Words}{entry.Unless}" is var written && TakesLowerCase(entry.Kind) && written.Any(char.IsUpper) => "its words must be in lower case",
        { Kind: LexiconKind.Rule or LexiconKind.Hint } => WeightFault(entry) ?? CategoryFault(entry, categories) ?? (entry.Kind == LexiconKind.Rule ? ConditionFault(entry, concepts) : null),
        { Kind: LexiconKind.Issue or LexiconKind.Programme } => ConditionFault(entry, concepts),
        { Kind: LexiconKind.Example, Topic: not ("none" or "danger" or "suicidal" or "any") } => $"an example is \"none\", \"danger\", \"suicidal\" or \"any\", not \"{entry.Topic}\"",
        { Kind: LexiconKind.Example } => entry.Name.TrimStart(ForDangerOnly).Split('|').FirstOrDefault(code => code != OutOfScope && !categories.Contains(code)) is { } unknown ? $"the catalogue has no need {unknown}" : null,
        { Kind: LexiconKind.Danger, Name: not ("danger" or "plain" or "suicidal") } when !CalmWords.Kinds.Contains(entry.Name) => $"danger is \"danger\", \"plain\", \"suicidal\", \"over\", \"calm\" or \"not\", not \"{entry.Name}\"",
        { Kind: LexiconKind.Danger, Topic.Length: 0 } => "danger needs a group",
        { Kind: LexiconKind.Concept } when entry.Words.Contains(DangerLexicon.Beside) => "only a phrase of danger may join two with &",
        { Kind: LexiconKind.Danger or LexiconKind.Concept } => PhraseFault(entry.Words),
        _ => null,
    };

    private static bool TakesLowerCase(LexiconKind kind) => kind is LexiconKind.Word or LexiconKind.Danger or LexiconKind.Concept or LexiconKind.Hint;

    private static string? WeightFault(LexiconEntry entry) =>
        entry.Weight is > 0 and <= HeaviestWeight ? null : string.Create(CultureInfo.InvariantCulture, $"the weight must be above 0 and at most {HeaviestWeight}, not {entry.Weight}");

    private static string? CategoryFault(LexiconEntry entry, IReadOnlySet<string> categories) =>
        entry.Name == OutOfScope || categories.Contains(entry.Name) ? null : $"the catalogue has no need {entry.Name}";

    private static string? ConditionFault(LexiconEntry entry, HashSet<string> concepts)
    {
        foreach (var name in entry.Words.Split('&', StringSplitOptions.TrimEntries))
            if (!concepts.Contains(name.TrimStart('!'))) return $"there is no concept {name.TrimStart('!')}";
        return entry.Words.Split('&', StringSplitOptions.TrimEntries).All(name => name.StartsWith('!')) ? "a condition must name at least one concept that is there" : null;
    }

    private static string? PhraseFault(string phrases)
    {
        foreach (var phrase in phrases.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(joined => joined.Split(DangerLexicon.Beside, StringSplitOptions.TrimEntries)))
        {
            if (phrase.Length == 0) return "a phrase that is joined with & is empty";
            var parts = phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts[0] == "~" || parts[^1] == "~") return $"the phrase \"{phrase}\" begins or ends with ~";
            if (parts.Any(part => part != "~" && part.Split('|', '_').Any(word => word.Length == 0))) return $"the phrase \"{phrase}\" has an empty word";
            if (parts.Aggregate(1L, (count, part) => count * (part.Split('|').Count(word => word.Contains('_')) + 1)) > MostPhrasesOfOne) return $"the phrase \"{phrase}\" stands for too many phrases";
        }

        return null;
    }
}
