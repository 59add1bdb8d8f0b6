using System.Globalization;
namespace Puskesos.Core.Language.Lexicon;

/// <summary>The rows from which a lexicon is built: the built-in ones, or the valid ones of the database.</summary>
/// <param name="Version">Which edition understood a message; kept beside the guess.</param>
/// <param name="Words">word, variants parted by blanks.</param>
/// <param name="Danger">kind (danger, plain, suicidal; over, calm and not make harmless), group, phrases parted by ';', words that make them harmless.</param>
/// <param name="Concepts">concept, phrases parted by ';'.</param>
/// <param name="Rules">category ('-' for out of scope), weight, concepts joined by '&amp;', '!' for absent.</param>
/// <param name="Hints">category, weight, single words that lean towards it; each counts once.</param>
/// <param name="Programmes">code, concept.</param>
/// <param name="Issues">issue, concepts; the first that fits is taken.</param>
/// <param name="Examples">categories joined by '|' ('-' for out of scope), danger (none, danger, suicidal, any), a message as residents write it.</param>
public sealed record LexiconTables(
    string Version,
    IReadOnlyList<string[]> Words,
    IReadOnlyList<string[]> Danger,
    IReadOnlyList<string[]> Concepts,
    IReadOnlyList<string[]> Rules,
    IReadOnlyList<string[]> Hints,
    IReadOnlyList<string[]> Programmes,
    IReadOnlyList<string[]> Issues,
    IReadOnlyList<string[]> Examples)
{
    /// <summary>Edition of the tables in this folder; raised with every change of them.</summary>
    public const string SeedVersion = "seed-4";

    /// <summary>The 25 needs with their label and menu group, as the catalogue's seed has them.</summary>
    public static IReadOnlyList<(string Code, string Label, int Group)> Categories =>
        SeedTable.Read("categories").ConvertAll(row => (row[0], row[1], int.Parse(row[2], CultureInfo.InvariantCulture)));

    /// <summary>The tables that come with the product.</summary>
    public static LexiconTables Seed => new(
        SeedVersion, SeedTable.Read("words"), SeedTable.Read("danger"), SeedTable.Read("concepts"), SeedTable.Read("rules"), SeedTable.Read("hints"), SeedTable.Read("programmes"), SeedTable.Read("issues"),
        SeedTable.Read("examples"));
}
