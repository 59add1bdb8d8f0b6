using System.Text.Json;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;

namespace Puskesos.Core.Conversations;

/// <summary>Takes from free words what they already say; what they do not say is asked, and nothing is guessed silently.</summary>
public static class FirstMessage
{
    /// <summary>So many rival needs are offered (LANGUAGE sheet: the top three).</summary>
    private const int MostChoices = 3;

    /// <summary>Fewer words beside a place are how it was introduced.</summary>
    private const int FewestStoryWords = 3;

    /// <summary>A greeting and nothing else, or Telegram's /start.</summary>
    public static bool IsGreeting(IncomingMessage message, TurnView view)
    {
        if (message.Media.Count > 0 || message.Kind is IncomingKind.Voice || message.Text is not { } text) return false;
        if (text.StartsWith("/start", StringComparison.Ordinal)) return true;
        return text.Any(char.IsLetter) && new MessageReader(view.Words).Understand(text, DateTimeOffset.UnixEpoch).IsGreetingOnly;
    }

    /// <summary>True when the message is more than a greeting: words that can be a complaint, a picture or a voice note.</summary>
    public static bool TellsComplaint(IncomingMessage message, TurnView view) =>
        message.Media.Count > 0 || message.Kind == IncomingKind.Voice
        || (AnswerReading.Words(message) is { } words && Understand(words, view).Complaint.Candidates.Count > 0);

    /// <summary>True when the words name a village or a sub-district: kept for the complaint that follows.</summary>
    public static bool TellsPlace(IncomingMessage message, TurnView view) =>
        message.Media.Count == 0 && AnswerReading.Words(message) is { } words && Understand(words, view).Place.Kind != PlaceKind.None;

    /// <summary>The draft after consent, with what the messages put aside already told.</summary>
    public static Draft Take(TurnView view) => Begin(view.Draft, view.Waiting, view);

    /// <summary>What keeps the files that came before the complaint was begun: from here on they belong to its draft.</summary>
    public static TurnEffect[] KeepsFiles(IReadOnlyList<IncomingMessage> messages) => messages.Any(message => message.Media.Count > 0) ? [new TurnEffect.KeepFiles()] : [];

    /// <summary>The draft with what these messages tell.</summary>
    public static Draft Begin(Draft draft, IReadOnlyList<IncomingMessage> messages, TurnView view)
    {
        if (string.IsNullOrEmpty(draft.Name) && view.Resident is { Name.Length: > 0 } known) draft = draft with { Name = known.Name };
        foreach (var message in messages)
        {
            if (message.Media.Count > 0)
                draft = draft with { Documents = [.. draft.Documents, .. MessageMerge.Files(message).Select(file => new DraftDocument(file.Place.InboxId, file.Place.Index, null, file.Media.Kind == MediaKind.Voice))] };
            if (message.Kind == IncomingKind.Voice) draft = draft with { StoryIsVoice = true };
            if (AnswerReading.Words(message) is { } words && !IsGreeting(message, view))
                draft = EditedAnswers.Noted(WithStory(draft, words, view), Step.Greet, message, StoryOf(words, view));
        }

        return draft;
    }

    /// <summary>The draft with the needs that words tell: one or two clear ones, or rivals to choose from.</summary>
    public static Draft WithNeeds(Draft draft, string words, TurnView view) => WithNeeds(draft, Understand(words, view), view);

    /// <summary>What the regency does not offer is not guessed.</summary>
    private static Draft WithNeeds(Draft draft, MessageUnderstanding told, TurnView view)
    {
        var needs = told.Needs.Where(view.Catalogue.Offers).ToList();
        var candidates = told.Complaint.Candidates.Select(candidate => candidate.Code).Where(view.Catalogue.Offers).Take(MostChoices).ToList();
        DraftNeed Need(string code) => new(code, NeedProgrammes.Of(code, told.Complaint.Programmes, isOnly: told.Needs.Count < 2), told.Complaint.Issue);
        if (needs.Count > 0) return draft with { NeedGuess = [.. needs.Select(Need)], GuessIsChoice = false };
        return candidates.Count > 0 ? draft with { NeedGuess = [.. candidates.Select(Need)], GuessIsChoice = candidates.Count > 1 } : draft;
    }

    private static Draft WithStory(Draft draft, string words, TurnView view)
    {
        var told = Understand(words, view);
        if (draft.Needs.Count == 0) draft = WithNeeds(draft, told, view);
        draft = WithPlace(draft, words, view);
        var story = told.Story.Length > 0 && !IsPlaceOnly(told) ? told.Story : null;
        return draft with
        {
            Name = string.IsNullOrEmpty(draft.Name) ? told.Name : draft.Name,
            ForWhom = draft.ForWhom ?? Cases(told.ForWhom),
            Story = draft.Story is { } before && story is not null ? $"{before}\n{story}" : draft.Story ?? story,
            PapersFollow = draft.PapersFollow || told.PapersFollow,
            DocumentsDone = draft.DocumentsDone || told.PapersFollow,
            Nik = told.Identities.FirstOrDefault(number => number is { Kind: IdentityNumberKind.Nik, Verdict: IdentityNumberVerdict.Valid })?.Digits ?? draft.Nik,
            Kk = told.Identities.FirstOrDefault(number => number is { Kind: IdentityNumberKind.Kk, Verdict: IdentityNumberVerdict.Valid })?.Digits ?? draft.Kk,
            Facts = Facts(told) ?? draft.Facts,
            Phone = PhoneIn(told) ?? draft.Phone,
        };
    }

    /// <summary>What words tell beside name, place and numbers.</summary>
    internal static string StoryOf(string words, TurnView view) => Understand(words, view).Story;

    /// <summary>"saya dari jatibogor": what is left beside the place is no story.</summary>
    private static bool IsPlaceOnly(MessageUnderstanding told) =>
        told.Place.Kind != PlaceKind.None && told.Complaint.Candidates.Count == 0 && told.Story.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < FewestStoryWords;

    /// <summary>The draft with the time, amount and number that a story tells.</summary>
    public static Draft WithFacts(Draft draft, string words, TurnView view)
    {
        var told = Understand(words, view);
        return draft with { Facts = Facts(told) ?? draft.Facts, Phone = PhoneIn(told) ?? draft.Phone };
    }

    /// <summary>A mobile number of somebody's own; where two are told, or the complaint is about whoever called, none is taken.</summary>
    private static string? PhoneIn(MessageUnderstanding told) =>
        told.Phones is [{ IsMobile: true } one] && told.Complaint.Best?.Code is not ("PUNGLI" or "SANGGAH" or "KEKERASAN") ? one.E164 : null;

    private static Draft WithPlace(Draft draft, string words, TurnView view)
    {
        if (draft.VillageCode is not null || draft.GuessedVillage is not null) return draft;
        var finding = PlaceReader.InStory(words, view.Places, PlaceScope.OfRegency(view.Regency.Code));
        return finding.Kind switch
        {
            PlaceFindingKind.One => Steps.Place.VillageReading.Guessed(draft, finding),
            PlaceFindingKind.Ask when finding.Candidates.Count == 1 => Steps.Place.VillageReading.Guessed(draft, finding),
            PlaceFindingKind.Ask when finding.Candidates.Count <= Steps.Place.VillageLists.LongestList => Steps.Place.VillageReading.Offered(draft, finding),
            PlaceFindingKind.OutsideServed when finding.Outside is { RegencyCode: { } regency, VillageCode: not null } there && view.Served.ContainsKey(regency) =>
                draft with { Elsewhere = new DraftElsewhere(regency, there.Name, there.VillageCode) },
            _ => draft,
        };
    }

    private static MessageUnderstanding Understand(string words, TurnView view) =>
        new MessageReader(view.Words, new PlaceReader(view.Places, view.Regency.Code)).Understand(words, view.LocalNow);

    private static string? Facts(MessageUnderstanding told) =>
        told.SinceTimex is null && told.Amount is null && told.Complaint.Issue is null
            ? null
            : JsonSerializer.Serialize(new UnderstoodFacts(told.SinceTimex, told.Amount, told.Complaint.Issue, told.Edition), UnderstoodFacts.Shape);

    private static Core.Cases.ForWhom? Cases(ForWhom told) => told switch
    {
        ForWhom.Self => Core.Cases.ForWhom.Self,
        ForWhom.Household => Core.Cases.ForWhom.Household,
        ForWhom.SomebodyElse => Core.Cases.ForWhom.Other,
        _ => null,
    };
}
