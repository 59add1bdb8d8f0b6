namespace Puskesos.Core.Catalogue;

/// <summary>What needs to be brought so that work can start, and how it is asked for.</summary>
public enum DocumentNeed
{
    /// <summary>Named papers (column W).</summary>
    Required,

    /// <summary>An address instead of papers (LANSIA).</summary>
    Address,

    /// <summary>Nothing; proof is welcome.</summary>
    Optional,

    /// <summary>Nothing is asked at all.</summary>
    None,
}

/// <summary>A kind of need (DOMAIN §5): data, edited by Dinsos, seeded here.</summary>
public sealed class NeedCategory
{
    /// <summary><c>KIS_MATI</c> … the codes of the domain sheet.</summary>
    public required string Code { get; init; }

    /// <summary>The menu group, 1 to 9.</summary>
    public int MenuGroup { get; set; }

    public int SortOrder { get; set; }

    /// <summary>What residents read, at most 24 characters.</summary>
    public required string Label { get; set; }

    public DocumentNeed DocumentNeed { get; set; }

    /// <summary>Codes of the papers that work needs, in the order in which they are asked.</summary>
    public string[] RequiredDocuments { get; set; } = [];

    /// <summary>Codes of papers that help but are never asked for nor waited for (DOMAIN §5, in brackets).</summary>
    public string[] HelpfulDocuments { get; set; } = [];

    /// <summary>S0, S1 or S2 as a number: 0 ordinary, 1 confidential (S2), 2 secret (S1).</summary>
    public int Secrecy { get; set; }

    /// <summary>The kind of unit that gets it past the village: <c>Dinsos</c>, <c>Slrt</c>, <c>Kecamatan</c>; null = ordinary routing.</summary>
    public string? BypassTo { get; set; }

    /// <summary>Working days until finished locally or referred; 0 = the same day.</summary>
    public int LocalWorkingDays { get; set; }

    /// <summary>The programme is named beside the label: "Bansos tidak cair (PKH)".</summary>
    public bool NamesProgramme { get; set; }

    public bool IsActive { get; set; } = true;
}

/// <summary>A kind of paper and what residents call it.</summary>
public sealed class DocumentKind
{
    public required string Code { get; init; }

    /// <summary>As it stands in a sentence: "surat dari puskesmas/rumah sakit".</summary>
    public required string Label { get; set; }

    /// <summary>The words by which a caption names it, lower case.</summary>
    public string[] Words { get; set; } = [];
}

/// <summary>Raised in the writer's transaction, by the database itself, whenever the catalogue or the lexicon changes; instances swap their snapshot when it moves.</summary>
public sealed class CatalogueVersion
{
    public int Id { get; init; }

    public long Version { get; set; }
}
