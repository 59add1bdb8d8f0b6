using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Speech;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Messages;

/// <summary>Understands a free message in one pass: need, place, name, dates, amounts, numbers and what is left as the story.</summary>
public sealed class MessageReader(LanguageLexicon lexicon, IComplaintModel complaints, IPlaceReader? places = null)
{
    /// <summary>A question about a programme is short; a longer message tells a trouble.</summary>
    private const int LongestQuestion = 10;

    private readonly NeedReader needs = new(lexicon, complaints);

    /// <summary>Reads with the built-in lexicon.</summary>
    public static MessageReader Seed(IPlaceReader? places = null) => new(LanguageLexicon.Seed, new ComplaintLexicon(LanguageLexicon.Seed), places);

    /// <summary>All that the message says; <paramref name="now"/> is the resident's local time.</summary>
    public MessageUnderstanding Understand(string? message, DateTimeOffset now)
    {
        var text = TextNormaliser.Read(message);
        var words = lexicon.Words.Read(text);
        var place = places?.Read(text.Original) ?? PlaceReading.None;
        var placeFirst = FirstTokenOf(text, place);
        var identities = IdentityNumberReader.Find(text, places is null ? null : places.KnowsRegion);
        var phones = PhoneNumberReader.Find(text);
        var neighbourhoods = NeighbourhoodReader.Find(text);
        var name = NameReader.Find(text, words, placeFirst);
        var forWhom = ForWhomReader.Find(text);
        var mask = new StoryMask(text);
        var papersFollow = mask.RemoveCourtesy();
        foreach (var identity in identities)
            mask.RemoveSpan(identity.LabelStart, identity.End);
        foreach (var phone in phones)
            mask.RemoveSpan(phone.Start, phone.End);
        if (name is { } written)
            mask.Remove(written.First, written.Last);
        if (forWhom.Who != ForWhom.NotSaid)
            mask.Remove(forWhom.First, forWhom.Last);
        AddressMask.Apply(text, mask, place, neighbourhoods);
        mask.RemoveIntroductions();
        mask.DropEmptyClauses();
        var reading = needs.Read(text, words, mask, out var codes);
        return new MessageUnderstanding
        {
            Complaint = reading,
            Needs = codes,
            Danger = DangerWords.Read(text, lexicon.Words.Read(text), lexicon),
            Language = LanguageGuesser.Read(text),
            Place = place,
            Name = name?.Name,
            ForWhom = forWhom.Who,
            PapersFollow = papersFollow,
            IsGreetingOnly = IsGreetingOnly(text),
            IsQuestion = IsQuestion(text, words),
            Phones = phones,
            Identities = identities,
            Neighbourhood = neighbourhoods.Count > 0 ? neighbourhoods[0] : null,
            Story = mask.Story(),
        };
    }

    private static int FirstTokenOf(WrittenText text, PlaceReading place)
    {
        for (var i = 0; place.Start >= 0 && i < text.Count; i++)
            if (text.OriginalEnd(i) >= place.Start)
                return i;
        return -1;
    }

    private static bool IsGreetingOnly(WrittenText text)
    {
        for (var i = 0; i < text.Count; i++)
            if (text.IsDigits(i) || (text.IsWord(i) && !MessageWords.Greeting.Contains(text.Word(i)) && !MessageWords.Address.Contains(text.Word(i))))
                return false;
        return true;
    }

    private bool IsQuestion(WrittenText text, ReadOnlySpan<int> words)
    {
        if (text.Count > LongestQuestion)
            return false;
        var asks = false;
        for (var i = 0; i < text.Count; i++)
        {
            if (text.IsWord(i) && (MessageWords.Self.Contains(text.Word(i)) || words[i] == lexicon.Words.Exact("tidak") || words[i] == lexicon.Words.Exact("belum")))
                return false;
            asks |= text.IsSymbol(i, '?') || (text.IsWord(i) && MessageWords.Ask.Contains(text.Word(i)));
        }
        return asks;
    }
}
