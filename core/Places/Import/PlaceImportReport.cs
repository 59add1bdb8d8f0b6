namespace Puskesos.Core.Places.Import;

/// <summary>What an import changed, would change, or why it changed nothing.</summary>
public sealed record PlaceImportReport
{
    public int Villages { get; init; }

    public LevelCounts VillageCounts { get; init; } = new();

    public LevelCounts SubDistrictCounts { get; init; } = new();

    public LevelCounts RegencyCounts { get; init; } = new();

    public int BoundariesChanged { get; init; }

    public int BoundariesRead { get; init; }

    /// <summary>Regencies in which more villages vanish than are retired without being told to.</summary>
    public IReadOnlyList<string> NeedsYes { get; init; } = [];

    /// <summary>Sub-districts that no list named; they bear their code as a name until one does.</summary>
    public int UnnamedSubDistricts { get; init; }

    public ImportErrors Errors { get; init; } = new();

    public bool Committed { get; init; }
}

/// <summary>What happened to the places of one level.</summary>
public sealed record LevelCounts
{
    public int Added { get; init; }

    public int Changed { get; init; }

    public int Retired { get; init; }

    public int Unchanged { get; init; }
}

/// <summary>What an operator orders: lists of places, lists of borders, and how far the import may go.</summary>
public sealed record PlaceImportOrder
{
    public IReadOnlyList<string> Lists { get; init; } = [];

    public IReadOnlyList<string> Boundaries { get; init; } = [];

    /// <summary>The name that the changed rows bear as their list version.</summary>
    public required string ListVersion { get; init; }

    /// <summary>Count only, change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Retire villages even when many vanish.</summary>
    public bool RetireMany { get; init; }
}
