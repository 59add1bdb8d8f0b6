using Puskesos.Core.Language.Messages;
using Puskesos.Core.Places;

namespace Puskesos.Core.Conversations;

/// <summary>Lets the language part see the place in a message, so that it can be cut out of the story.</summary>
public sealed class PlaceReader(PlaceIndex places, string? regencyCode) : IPlaceReader
{
    /// <summary>The place that a message names.</summary>
    public PlaceReading Read(string text)
    {
        var finding = places.Find(text, regencyCode is null ? PlaceScope.Served : PlaceScope.OfRegency(regencyCode));
        if (finding.Kind == PlaceFindingKind.None || finding.End <= finding.Start) return PlaceReading.None;
        var kind = finding.Kind switch
        {
            PlaceFindingKind.One => PlaceKind.One,
            PlaceFindingKind.Ask => PlaceKind.Ask,
            PlaceFindingKind.SubDistrict => PlaceKind.SubDistrict,
            _ => PlaceKind.Outside,
        };
        return new PlaceReading(kind, [.. finding.Candidates.Select(village => village.Code)], finding.Start, finding.End - 1);
    }

    /// <summary>Whether a six-digit region of a NIK exists; null when no list says.</summary>
    public bool? KnowsRegion(string sixDigits) => null;
}
