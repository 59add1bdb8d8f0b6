namespace Puskesos.Core.Places;

/// <summary>What a shared location turned out to be.</summary>
public enum PinFindingKind
{
    /// <summary>Inside a village's border: that village is the first choice, its neighbours follow. Still chosen by the resident.</summary>
    Inside,

    /// <summary>No borders are imported here: the nearest villages by their points.</summary>
    NearVillages,

    /// <summary>Neither borders nor village points: the nearest units; their area leads to the village.</summary>
    NearUnits,

    /// <summary>In no served regency; never snapped to the nearest village.</summary>
    Outside,

    /// <summary>In a village of another served regency than the one of the scope; that village is the only choice.</summary>
    OutsideServed,
}

/// <summary>The answer to a shared location. The location itself is not in it.</summary>
public sealed record PinFinding(
    PinFindingKind Kind,
    IReadOnlyList<PlaceCandidate> Choices,
    IReadOnlyList<UnitChoice> Units)
{
    public static readonly PinFinding Outside = new(PinFindingKind.Outside, [], []);
}

/// <summary>A unit offered for a pin where no village is known by its place.</summary>
public sealed record UnitChoice(string Code, string Name, UnitKind Kind, string AreaCode);
