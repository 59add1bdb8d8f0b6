namespace Puskesos.Core.Catalogue.Programmes;

/// <summary>A programme that residents of a regency may ask about (DOMAIN §4.3). What is said of it stands in its versions.</summary>
public sealed class Programme
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public List<ProgrammeVersion> Versions { get; init; } = [];
}

/// <summary>What a saved version is. Stored by name.</summary>
public enum ProgrammeState
{
    /// <summary>Being written; residents still read the version before.</summary>
    Draft,

    /// <summary>Residents read it from now on.</summary>
    Published,

    /// <summary>From now on residents read nothing about the programme.</summary>
    Withdrawn,
}

/// <summary>One saved version of what is said about a programme; never changed afterwards, so that it can be told what residents read on a day.</summary>
public sealed class ProgrammeVersion
{
    public long Id { get; init; }

    public long ProgrammeId { get; init; }

    /// <summary>1, 2, 3 …: two officers cannot save the same number.</summary>
    public int Number { get; init; }

    public ProgrammeState State { get; init; }

    /// <summary>The name residents know: "PKH".</summary>
    public required string Name { get; init; }

    /// <summary>Other words by which it is asked for, small letters.</summary>
    public string[] Words { get; init; } = [];

    public required string Summary { get; init; }

    /// <summary>Whom it is for, and on which conditions.</summary>
    public string Conditions { get; init; } = "";

    /// <summary>The papers to bring.</summary>
    public string Papers { get; init; } = "";

    /// <summary>Where and how to register.</summary>
    public string Register { get; init; } = "";

    /// <summary>Who answers for the words: an office, not a person.</summary>
    public required string Owner { get; init; }

    /// <summary>For officers only: where it stands, who was asked.</summary>
    public string Note { get; init; } = "";

    /// <summary>"Berlaku per": the day on which the owner last checked it.</summary>
    public DateOnly CheckedOn { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    /// <summary>The officer who saved it; null for a seeded one.</summary>
    public long? SavedBy { get; init; }
}

/// <summary>Questions about a programme on one day; nobody who asked is in it.</summary>
public sealed class ProgrammeQuestions
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>The programme told about; null = the catalogue had no answer.</summary>
    public long? ProgrammeId { get; init; }

    /// <summary>The day in the regency's zone.</summary>
    public DateOnly Day { get; init; }

    public int Times { get; set; }
}
