using System.Globalization;
using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Dates;
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

    /// <summary>
    /// Words and signs in which dates, amounts and needs are looked for: three times the longest Telegram message (4096 characters).
    /// Danger words, NIK and phone numbers are found in the whole text, however long.
    /// </summary>
    private const int MostTokens = 2_000;

    private readonly NeedReader needs = new(lexicon, complaints);

    /// <summary>Reads with one edition of the words.</summary>
    public MessageReader(LanguageEdition edition, IPlaceReader? places = null)
        : this(edition.Lexicon, edition.Complaints, places)
    {
    }

    /// <summary>Reads with the built-in lexicon.</summary>
    public static MessageReader Seed(IPlaceReader? places = null) => new(LanguageEdition.Seed, places);

    /// <summary>All that the message says; <paramref name="now"/> is the resident's local time.</summary>
    public MessageUnderstanding Understand(string? message, DateTimeOffset now)
    {
        var text = TextNormaliser.Read(message);
        var words = lexicon.Words.Read(text);
        var danger = DangerWords.Read(text, words, lexicon);
        var place = places?.Read(text.Original) ?? PlaceReading.None;
        var identities = IdentityNumberReader.Find(text, places is null ? null : places.KnowsRegion);
        var phones = PhoneNumberReader.Find(text, identities);
        var head = text.Head(MostTokens);
        var neighbourhoods = NeighbourhoodReader.Find(head);
        var times = TimeScanner.Find(head, now.DateTime);
        var since = SinceReader.Find(text, times);
        var name = NameReader.Find(text, words, FirstTokenOf(text, place));
        var forWhom = ForWhomReader.Find(text);
        var mask = new StoryMask(text);
        var papersFollow = mask.RemoveCourtesy();
        mask.RemovePerson(identities, phones, name, forWhom);
        AddressMask.Apply(text, mask, place, neighbourhoods);
        mask.RemoveIntroductions();
        mask.DropEmptyClauses();
        var entities = MessageEntities.Find(head, identities, times, phones);
        return new MessageUnderstanding
        {
            IsQuestion = IsQuestion(text, words),
            Complaint = DangerNeeds.Join(needs.Read(text, words, mask, out var codes), danger, text),
            Needs = codes,
            Danger = danger,
            Edition = lexicon.Version,
            Language = LanguageGuesser.Read(text),
            Place = place,
            Name = name?.Name,
            ForWhom = forWhom.Who,
            PapersFollow = papersFollow,
            IsGreetingOnly = IsGreetingOnly(text),
            Since = since?.Start,
            SinceTimex = since?.Timex,
            Amount = AmountIn(entities),
            Entities = entities,
            Phones = phones,
            Identities = identities,
            Neighbourhood = neighbourhoods.Count > 0 ? neighbourhoods[0] : null,
            Story = mask.Story(),
        };
    }

    private static decimal? AmountIn(List<ModelResult> entities)
    {
        foreach (var entity in entities)
            if (entity.TypeName == "currency" && entity.Resolution.TryGetValue(ResolutionKey.Value, out var value) && entity.Resolution.GetValueOrDefault("isoCurrency") is "IDR")
                return decimal.Parse((string)value, CultureInfo.InvariantCulture);
        return null;
    }

    private static int FirstTokenOf(WrittenText text, PlaceReading place) => place.Start < 0 ? -1 : text.FirstTokenFrom(place.Start);

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
