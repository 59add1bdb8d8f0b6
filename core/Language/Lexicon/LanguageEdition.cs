using Puskesos.Core.Language.Complaints;

namespace Puskesos.Core.Language.Lexicon;

/// <summary>What a turn understands messages with: the words of one edition and the model that guesses needs by them. Immutable.</summary>
public sealed record LanguageEdition(LanguageLexicon Lexicon, IComplaintModel Complaints)
{
    private static readonly Lazy<LanguageEdition> BuiltIn = new(() => Of(LanguageLexicon.Seed));

    /// <summary>The edition that comes with the product, used until the database's is loaded.</summary>
    public static LanguageEdition Seed => BuiltIn.Value;

    /// <summary>The edition of a lexicon, with the lexicon itself as the model.</summary>
    public static LanguageEdition Of(LanguageLexicon lexicon) => new(lexicon, new ComplaintLexicon(lexicon));
}
