namespace Puskesos.Core.Places;

/// <summary>A place that some words of the text may mean: the words, the place, and what speaks against it.</summary>
/// <param name="Place">Number of the village, sub-district or regency in the tables.</param>
/// <param name="From">First word.</param>
/// <param name="To">Word after the last.</param>
/// <param name="Cost">0 for an official name as written; edits and translations cost.</param>
/// <param name="Mark">The announcing word right before it.</param>
/// <param name="IsWeak">A single word of ordinary speech that also is a name; it counts only with other evidence.</param>
internal readonly record struct PlaceOption(int Place, int From, int To, double Cost, WordRole Mark, bool IsWeak)
{
    /// <summary>Up to here a name is one that a list or an officer wrote.</summary>
    public const double AliasCost = 0.1;

    public const double TranslatedCost = 0.3;

    public const double StemCost = 1.5;

    public bool IsExact => Cost <= AliasCost;

    /// <summary>Read from letters that no list writes so; without other evidence it may be any word of the story.</summary>
    public bool IsMisspelled { get; init; }

    /// <summary>Words before it say that a place comes: "desa", "kec", "di", "warga".</summary>
    public bool IsAnnounced => Mark is WordRole.VillageMark or WordRole.SubDistrictMark or WordRole.Locative or WordRole.HamletMark;

    public int Words => To - From;

    public bool Overlaps(PlaceOption other) => From < other.To && other.From < To;

    public bool SameWordsAs(PlaceOption other) => From == other.From && To == other.To;

    public static double CostOf(NameSource source) => source switch
    {
        NameSource.Official => 0,
        NameSource.Alias => AliasCost,
        NameSource.Translated => TranslatedCost,
        _ => StemCost,
    };
}
