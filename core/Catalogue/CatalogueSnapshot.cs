using System.Collections.Frozen;
using Puskesos.Core.Language.Lexicon;

namespace Puskesos.Core.Catalogue;

/// <summary>The catalogue and the words of this moment, each swapped as a whole when the database's version moves.</summary>
public sealed class CatalogueSnapshot
{
    private volatile Edition current = new(CatalogueIndex.Seed, FrozenDictionary<string, CatalogueIndex>.Empty);
    private volatile LanguageEdition words = LanguageEdition.Seed;

    /// <summary>The catalogue as a regency words it; the common one where it has nothing of its own.</summary>
    public CatalogueIndex Of(string regencyCode)
    {
        var now = current;
        return now.Own.TryGetValue(regencyCode, out var own) ? own : now.Common;
    }

    /// <summary>The words by which messages are understood.</summary>
    public LanguageEdition Words => words;

    /// <summary>From now on turns understand by these words.</summary>
    public void Swap(LanguageEdition next) => words = next;

    /// <summary>From now on turns use these: the common catalogue and those of regencies with needs of their own.</summary>
    public void Swap(CatalogueIndex common, IEnumerable<KeyValuePair<string, CatalogueIndex>> own) => current = new(common, own.ToFrozenDictionary());

    private sealed record Edition(CatalogueIndex Common, FrozenDictionary<string, CatalogueIndex> Own);
}
