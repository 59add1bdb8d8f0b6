using System.Collections.Frozen;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Writing;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>
/// What the bot did not understand, for the list from which Dinsos teaches it. Only after consent, never from a talk about danger or a confidential need,
/// and never from questions that ask for a name, a number, a place or a ticket.
/// </summary>
public static class MissedWords
{
    /// <summary>Stands where a name stood.</summary>
    private const string Name = "(nama)";

    /// <summary>Stands where a number stood.</summary>
    private const string Number = "(angka)";

    /// <summary>"3 bulan", "600": longer digits may be somebody's number.</summary>
    private const int LongestDigits = 3;

    /// <summary>Shorter pieces of a name are words as well.</summary>
    private const int ShortestName = 3;

    /// <summary>Questions about needs and programmes: their answers can be taught.</summary>
    private static readonly FrozenSet<Step> Asked = new[]
    {
        Step.ChooseService, Step.AskNeedGroup, Step.AskNeed, Step.ConfirmNeed, Step.AskInfoTopic, Step.TellInfo,
    }.ToFrozenSet();

    private static readonly FrozenSet<string> BeforeNames =
        "pak bu bapak ibu bpk pakde bude paman bibi mbah mbak mas kang teh ceu mang ustad ustadz haji hj kades lurah bidan dokter dr".Split(' ').ToFrozenSet();

    /// <summary>An answer that did not fit, masked; null when it is not to be kept.</summary>
    public static string? OfAnswer(IncomingMessage message, TurnView view)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(view);
        return Asked.Contains(view.Step) && message.Kind == IncomingKind.Text && message.ChoiceId is null && AnswerReading.Words(message) is { } words ? Masked(words, view) : null;
    }

    /// <summary>The story of a complaint whose need was chosen from the menu because the words did not tell it; null when they did, or when it is not to be kept.</summary>
    public static TurnEffect.MissWords? OfStory(TurnView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Draft is not { Story: { Length: > 0 } story, Needs: [var chosen] }) return null;
        var candidates = view.Words.Complaints.Read(TextNormaliser.Read(story)).Candidates;
        return candidates.Any(candidate => candidate.Code == chosen.Category) || Masked(story, view) is not { } words ? null : new(words, chosen.Category);
    }

    /// <summary>The words without what tells of a person, in lower case and short; null when nothing is left or it must not be kept at all.</summary>
    internal static string? Masked(string words, TurnView view)
    {
        if (!view.HasConsent || view.InEmergency || view.Officer is not null || view.Draft.Danger is not null) return null;
        if (MissingAnswers.NeedCodes(view).Any(code => view.Catalogue.Find(code) is not { Secrecy: 0 })) return null;
        var told = new MessageReader(view.Words, new PlaceReader(view.Places, view.Regency.Code)).Understand(words, view.LocalNow);
        if (told.Danger.Kind != DangerKind.None || told.Complaint.Candidates.Any(candidate => view.Catalogue.Find(candidate.Code) is { Secrecy: > 0 })) return null;
        var kept = Pieces(TextNormaliser.Read(told.Story), view);
        var length = 0;
        var shown = string.Join(' ', kept.TakeWhile(piece => (length += piece.Length + 1) <= MissedMessage.LongestWords));
        return shown.Replace(Name, "", StringComparison.Ordinal).Replace(Number, "", StringComparison.Ordinal).Any(char.IsLetter) ? shown : null;
    }

    private static List<string> Pieces(WrittenText story, TurnView view)
    {
        var names = NamesIn(view);
        var pieces = new List<string>(story.Count);
        for (var at = 0; at < story.Count; at++)
        {
            if (story.IsDigits(at)) pieces.Add(story.Word(at).Length > LongestDigits ? Number : story.Word(at).ToString());
            if (!story.IsWord(at)) continue;
            var word = story.Word(at).ToString();
            var isName = names.Contains(word) || (IsUnknown(word, view.Words.Lexicon) && MayBeName(story, at, pieces));
            if (!isName) pieces.Add(word);
            else if (pieces is not [.., Name]) pieces.Add(Name);
        }

        return pieces;
    }

    private static bool IsUnknown(string word, LanguageLexicon lexicon) => lexicon.Words.Exact(word) == Vocabulary.Unknown;

    /// <summary>"pak slamet riyadi", "tetangga saya Darsono": behind a form of address, behind a name, or with a capital inside a sentence.</summary>
    private static bool MayBeName(WrittenText story, int at, List<string> before)
    {
        if (before is [.., var last] && (last == Name || BeforeNames.Contains(last))) return true;
        var start = story.OriginalStart(at);
        var isCapital = char.IsUpper(story.Original[start]) && !(start + 1 < story.Original.Length && char.IsUpper(story.Original[start + 1]));
        return isCapital && at > 0 && story.IsWord(at - 1);
    }

    private static HashSet<string> NamesIn(TurnView view)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in new[] { view.Resident?.Name, view.Draft.Name, view.Draft.HelpedName })
        {
            var written = TextNormaliser.Read(name);
            for (var at = 0; at < written.Count; at++)
                if (written.IsWord(at) && written.Word(at).Length >= ShortestName) names.Add(written.Word(at).ToString());
        }

        return names;
    }
}
