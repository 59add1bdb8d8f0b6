using Puskesos.Core.Language.Lexicon;

namespace Puskesos.Core.Catalogue;

/// <summary>The catalogue and the words of this moment, each swapped as a whole when the database's version moves.</summary>
public sealed class CatalogueSnapshot
{
    private volatile CatalogueIndex current = CatalogueIndex.Seed;
    private volatile LanguageEdition words = LanguageEdition.Seed;

    public CatalogueIndex Current => current;

    /// <summary>The words by which messages are understood.</summary>
    public LanguageEdition Words => words;

    /// <summary>From now on turns understand by these words.</summary>
    public void Swap(LanguageEdition next) => words = next;

    /// <summary>From now on turns use this catalogue.</summary>
    public void Swap(CatalogueIndex next) => current = next;
}
