namespace Puskesos.Core.Places;

/// <summary>What a told place turned out to be.</summary>
public enum PlaceFindingKind
{
    /// <summary>One village; still confirmed with the resident, the more so when <see cref="PlaceFinding.IsExact"/> is false.</summary>
    One,

    /// <summary>Several villages may be meant, or the told village and sub-district do not belong together: the candidates are offered.</summary>
    Ask,

    /// <summary>Only a sub-district was told; its village is asked next.</summary>
    SubDistrict,

    /// <summary>A place that no regency of this installation serves.</summary>
    Outside,

    /// <summary>A place in another served regency than the one of the scope.</summary>
    OutsideServed,

    None,
}

/// <summary>The answer to a told place, with the piece of the text that told it.</summary>
public sealed record PlaceFinding
{
    public static readonly PlaceFinding Nothing = new() { Kind = PlaceFindingKind.None };

    public required PlaceFindingKind Kind { get; init; }

    /// <summary>The villages that may be meant, by sub-district and name; one for <see cref="PlaceFindingKind.One"/>.</summary>
    public IReadOnlyList<PlaceCandidate> Candidates { get; init; } = [];

    /// <summary>The told sub-district, when only that was told or when it is one of the things a doubled name may mean.</summary>
    public SubDistrictCandidate? SubDistrict { get; init; }

    public OutsidePlace? Outside { get; init; }

    /// <summary>The name was written as a list writes it; a misspelling, a translated direction or a half name never is.</summary>
    public bool IsExact { get; init; }

    /// <summary>The name was read from letters that no list writes so.</summary>
    public bool IsMisspelled { get; init; }

    /// <summary>
    /// A misspelled name that nothing supports: no word before it announces a place, no sub-district stands beside it. As an answer it is
    /// worth asking; in a story it mostly is an ordinary word ("akta kematian" is near to Kemantran).
    /// </summary>
    public bool IsUnsupported { get; init; }

    /// <summary>Village and sub-district share the name, and nothing but the name was told.</summary>
    public bool SameNameAsSubDistrict { get; init; }

    /// <summary>First UTF-16 unit of the told place in the text.</summary>
    public int Start { get; init; }

    /// <summary>The unit after its last; equal to <see cref="Start"/> when nothing was found.</summary>
    public int End { get; init; }

    /// <summary>For the officers' list of names not found: a few words that may be a name, null when nothing looks like one.</summary>
    public string? MissWords { get; init; }
}

/// <summary>A village as it is offered: by name and sub-district.</summary>
public sealed record PlaceCandidate(
    string Code,
    string Name,
    VillageKind Kind,
    string SubDistrictCode,
    string SubDistrictName,
    string RegencyCode,
    string RegencyName);

/// <summary>A sub-district as it is offered.</summary>
public sealed record SubDistrictCandidate(string Code, string Name, string RegencyCode, string RegencyName);

/// <summary>A place that is not served here. The regency is unknown when the name occurs in several and none was told.</summary>
public sealed record OutsidePlace(string Name, string? VillageCode, string? RegencyCode, string? RegencyName, string? RegencyShortName);
