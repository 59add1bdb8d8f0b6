using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Catalogue.Programmes;

/// <summary>What an officer wrote about a programme, with the check that stands before saving.</summary>
public sealed record ProgrammeText
{
    /// <summary>Fits a button of every channel.</summary>
    public const int LongestName = 24;

    /// <summary>One field; all of them together stay within one chat message (WhatsApp takes 1,600 characters).</summary>
    public const int LongestPart = 300;

    public const int LongestOwner = 80;
    public const int LongestWord = 40;
    public const int MostWords = 20;

    public string Name { get; init; } = "";

    public IReadOnlyList<string> Words { get; init; } = [];

    public string Summary { get; init; } = "";

    public string Conditions { get; init; } = "";

    public string Papers { get; init; } = "";

    public string Register { get; init; } = "";

    public string Owner { get; init; } = "";

    /// <summary>For officers only: where it stands, who was asked.</summary>
    public string Note { get; init; } = "";

    public DateOnly? CheckedOn { get; init; }

    /// <summary>The words as an officer types them, between commas.</summary>
    public static IReadOnlyList<string> WordsOf(string? typed) =>
        [.. (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant()).Distinct()];

    /// <summary>What keeps it from being saved, in the order of the form; empty when nothing does.</summary>
    public IReadOnlyList<ProgrammeFault> Faults(DateOnly today)
    {
        var faults = new List<ProgrammeFault>();
        if (Name.Length is 0 or > LongestName || TextNormaliser.Read(Name).Count == 0) faults.Add(ProgrammeFault.Name);
        if (Words.Count > MostWords || Words.Any(word => word.Length > LongestWord || TextNormaliser.Read(word).Count == 0)) faults.Add(ProgrammeFault.Words);
        if (Summary.Length is 0 or > LongestPart) faults.Add(ProgrammeFault.Summary);
        if (Conditions.Length > LongestPart) faults.Add(ProgrammeFault.Conditions);
        if (Papers.Length > LongestPart) faults.Add(ProgrammeFault.Papers);
        if (Register.Length > LongestPart) faults.Add(ProgrammeFault.Register);
        if (Owner.Length is 0 or > LongestOwner) faults.Add(ProgrammeFault.Owner);
        if (Note.Length > LongestPart) faults.Add(ProgrammeFault.Note);
        if (CheckedOn is not { } day || day > today) faults.Add(ProgrammeFault.CheckedOn);
        return faults;
    }
}

/// <summary>The field that is missing, too long, or (the day) lies ahead.</summary>
public enum ProgrammeFault
{
    Name,
    Words,
    Summary,
    Conditions,
    Papers,
    Register,
    Owner,
    Note,
    CheckedOn,
}
