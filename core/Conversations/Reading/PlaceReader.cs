using System.Globalization;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Language.Messages;
using Puskesos.Core.Language.Writing;
using Puskesos.Core.Places;

namespace Puskesos.Core.Conversations;

/// <summary>Lets the language part see the place in a message, so that it can be cut out of the story.</summary>
public sealed class PlaceReader(PlaceIndex places, string? regencyCode) : IPlaceReader
{
    /// <summary>The place that a message names.</summary>
    public PlaceReading Read(string text)
    {
        var finding = InStory(text, places, regencyCode is null ? PlaceScope.Served : PlaceScope.OfRegency(regencyCode));
        if (finding.Kind == PlaceFindingKind.None || finding.End <= finding.Start) return PlaceReading.None;
        var kind = finding.Kind switch
        {
            PlaceFindingKind.One => PlaceKind.One,
            PlaceFindingKind.Ask => PlaceKind.Ask,
            PlaceFindingKind.SubDistrict => PlaceKind.SubDistrict,
            _ => PlaceKind.Outside,
        };
        return new PlaceReading(kind, Codes(finding), finding.Start, finding.End - 1);
    }

    /// <summary>The villages that may be meant; else the sub-district; else the village or regency outside, as far as the list knows it.</summary>
    private static IReadOnlyList<string> Codes(PlaceFinding finding) => finding switch
    {
        { Candidates.Count: > 0 } => [.. finding.Candidates.Select(village => village.Code)],
        { Kind: PlaceFindingKind.SubDistrict, SubDistrict: { } told } => [told.Code],
        { Outside: { } there } when (there.VillageCode ?? there.RegencyCode) is { } code => [code],
        _ => [],
    };

    /// <summary>
    /// Whether a six-digit region of a NIK exists. Yes for a sub-district of the list; no for a regency number that was never given; else null, for a
    /// NIK keeps the code of its first issue: people of Bandung Barat still carry sub-districts of Kabupaten Bandung that the list no longer has.
    /// </summary>
    public bool? KnowsRegion(string sixDigits)
    {
        ArgumentNullException.ThrowIfNull(sixDigits);
        if (places.SubDistrict($"{sixDigits[..2]}.{sixDigits[2..4]}.{sixDigits[4..]}") is not null) return true;
        return IsRegencyNumber(int.Parse(sixDigits.AsSpan(2, 2), CultureInfo.InvariantCulture)) ? null : false;
    }

    /// <summary>The Kemendagri list numbers regencies from 01 and cities from 71 within their province; no province has come to 50 or 90.</summary>
    private static bool IsRegencyNumber(int number) => number is (>= 1 and < 50) or (>= 71 and < 90);

    /// <summary>The place in free words. A misspelled name counts only when it is announced or told with its sub-district, and is no word of daily speech.</summary>
    internal static PlaceFinding InStory(string text, PlaceIndex places, PlaceScope scope)
    {
        var finding = places.Find(text, scope);
        return finding.IsUnsupported || (finding.IsMisspelled && IsDailySpeech(text[finding.Start..finding.End])) ? PlaceFinding.Nothing : finding;
    }

    /// <summary>"dr bln juli": every word is one that complaints are told with.</summary>
    private static bool IsDailySpeech(string words)
    {
        var told = TextNormaliser.Read(words);
        for (var at = 0; at < told.Count; at++)
            if (told.IsWord(at) && LanguageLexicon.Seed.Words.Exact(told.Word(at).ToString()) == Vocabulary.Unknown)
                return false;
        return true;
    }
}
