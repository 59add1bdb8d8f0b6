using System.Collections.Frozen;
using Puskesos.Core.Catalogue.Programmes;

namespace Puskesos.Core.Catalogue;

/// <summary>The catalogue in memory: an immutable snapshot that a turn uses from start to end.</summary>
public sealed class CatalogueIndex
{
    /// <summary>Highest number of the top menu (AskNeedGroup).</summary>
    public const int LastGroup = 9;

    private readonly FrozenDictionary<string, NeedCategory> byCode;
    private readonly FrozenDictionary<string, DocumentKind> kinds;

    public CatalogueIndex(IEnumerable<NeedCategory> categories, IEnumerable<DocumentKind> documents, ProgrammeIndex? programmes = null)
    {
        Programmes = programmes ?? ProgrammeIndex.Empty;
        var all = categories.ToList();
        All = [.. all.OrderBy(need => need.SortOrder)];
        Categories = [.. all.Where(need => need.IsActive).OrderBy(need => need.SortOrder)];
        byCode = all.ToFrozenDictionary(need => need.Code);
        kinds = documents.ToFrozenDictionary(kind => kind.Code);
    }

    /// <summary>The seed as an index, for tests and before the first load.</summary>
    public static CatalogueIndex Seed { get; } = new(CatalogueSeed.Categories, CatalogueSeed.Documents);

    /// <summary>All needs in menu order, switched off ones too.</summary>
    public IReadOnlyList<NeedCategory> All { get; }

    /// <summary>All needs that are offered, in menu order.</summary>
    public IReadOnlyList<NeedCategory> Categories { get; }

    /// <summary>What residents are told about programmes.</summary>
    public ProgrammeIndex Programmes { get; }

    /// <summary>Codes of all papers, by what they are called.</summary>
    public IEnumerable<string> Kinds => kinds.Values.OrderBy(kind => kind.Label, StringComparer.Ordinal).Select(kind => kind.Code);

    /// <summary>The need of a code; throws for an unknown one.</summary>
    public NeedCategory this[string code] => byCode[code];

    /// <summary>True for a need that is offered; cases of one that is switched off go on.</summary>
    public bool Offers(string code) => byCode.TryGetValue(code, out var need) && need.IsActive;

    /// <summary>The need of a code, offered or switched off; null for an unknown one.</summary>
    public NeedCategory? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The needs of one menu group, in order.</summary>
    public IReadOnlyList<NeedCategory> Group(int group) => [.. Categories.Where(need => need.MenuGroup == group)];

    /// <summary>What residents call a paper; the code itself for one that an officer named freely.</summary>
    public string DocumentLabel(string code) => kinds.TryGetValue(code, out var kind) ? kind.Label : code;

    /// <summary>True for a paper of the catalogue, false for one that an officer named freely.</summary>
    public bool Knows(string documentCode) => kinds.ContainsKey(documentCode);

    /// <summary>The union of what several needs ask for, each paper once, in the order of asking.</summary>
    public IReadOnlyList<string> RequiredDocuments(IEnumerable<string> needs) =>
        [.. needs.Select(Find).OfType<NeedCategory>().Where(need => need.DocumentNeed == DocumentNeed.Required).SelectMany(need => need.RequiredDocuments).Distinct()];

    /// <summary>What helps with several needs and none of them requires, each paper once.</summary>
    public IReadOnlyList<string> HelpfulDocuments(IReadOnlyCollection<string> needs) =>
        [.. needs.Select(Find).OfType<NeedCategory>().SelectMany(need => need.HelpfulDocuments).Distinct().Except(RequiredDocuments(needs))];

    /// <summary>The paper among <paramref name="candidates"/> that a caption names, or null; the longest word that fits wins.</summary>
    public string? NamedIn(string caption, IEnumerable<string> candidates)
    {
        var words = $" {caption.ToLowerInvariant()} ";
        return candidates
            .SelectMany(code => kinds.TryGetValue(code, out var kind) ? kind.Words.Select(word => (code, word)) : [])
            .Where(pair => ContainsWord(words, pair.word))
            .OrderByDescending(pair => pair.word.Length)
            .Select(pair => pair.code)
            .FirstOrDefault();
    }

    private static bool ContainsWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (!char.IsLetterOrDigit(text[at - 1]) && !char.IsLetterOrDigit(text[at + word.Length])) return true;
        return false;
    }
}
