namespace Puskesos.Core.Catalogue;

/// <summary>The catalogue of this moment, swapped as a whole when the database's version moves.</summary>
public sealed class CatalogueSnapshot
{
    private volatile CatalogueIndex current = CatalogueIndex.Seed;

    public CatalogueIndex Current => current;

    /// <summary>From now on turns use this catalogue.</summary>
    public void Swap(CatalogueIndex next) => current = next;
}
