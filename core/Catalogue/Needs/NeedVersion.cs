namespace Puskesos.Core.Catalogue.Needs;

/// <summary>How a regency words a need and which papers it asks for; each save is a new number, the highest counts. Never changed afterwards.</summary>
public sealed class NeedVersion
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>The need's code in the catalogue.</summary>
    public required string CategoryCode { get; init; }

    /// <summary>1, 2, 3 …: two officers cannot save the same number.</summary>
    public int Number { get; init; }

    /// <summary>True = back to what comes with the product; the words below are then those of the catalogue at that moment.</summary>
    public bool IsStandard { get; init; }

    public required string Label { get; init; }

    /// <summary>False = no longer offered; cases that were filed go on.</summary>
    public bool IsActive { get; init; }

    public required string[] RequiredDocuments { get; init; }

    public required string[] HelpfulDocuments { get; init; }

    /// <summary>Why it was changed.</summary>
    public required string Note { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    public long SavedBy { get; init; }
}
