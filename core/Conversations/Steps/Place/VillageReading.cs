using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Place;

/// <summary>Turns a told name or a pin into a guess, a list or a kind no.</summary>
public static class VillageReading
{
    /// <summary>Reads a name; the follow-up question looks first inside the sub-district that was told before.</summary>
    public static StepResult FromText(string words, TurnView view)
    {
        var finding = Find(words, view);
        var draft = Cleared(view.Draft);
        switch (finding.Kind)
        {
            case PlaceFindingKind.One:
                return StepResult.Answered(Guessed(draft, finding));
            case PlaceFindingKind.Ask when finding.Candidates.Count == 1:
                return StepResult.Answered(Guessed(draft, finding));
            case PlaceFindingKind.Ask when finding.Candidates.Count <= VillageLists.LongestList:
                return StepResult.AskOn(Offered(draft, finding));
            case PlaceFindingKind.SubDistrict when finding.SubDistrict is { } subDistrict:
                return StepResult.AskOn(InSubDistrict(draft, subDistrict.Code, view));
            case PlaceFindingKind.OutsideServed when finding.Outside is { RegencyCode: { } regency } place && view.Served.ContainsKey(regency):
                return StepResult.AskOn(draft with { Elsewhere = new DraftElsewhere(regency, place.Name, place.VillageCode) });
            case PlaceFindingKind.Outside when finding.Outside is { RegencyName: { } elsewhere } place:
                return StepResult.Again(draft, new Say(
                    Questions.AskVillage_Outside,
                    ("place", PlaceName(place)),
                    ("regency", view.Regency.Name),
                    ("elsewhere", elsewhere))).With(new TurnEffect.MissedPlace(place.Name, MissKind.Outside));
            default:
                return StepResult.Again(draft, new Say(Questions.AskVillage_NotFound)) with
                {
                    Understood = false,
                    Effects = (finding.MissWords ?? finding.Outside?.Name) is { } missed ? [new TurnEffect.MissedPlace(missed)] : [],
                };
        }
    }

    /// <summary>Reads a pin: the village whose boundary holds it first, then its neighbours; outside is said, never snapped.</summary>
    public static StepResult FromPin(Messaging.GeoPoint pin, TurnView view)
    {
        var found = view.Places.FindPin(pin.Latitude, pin.Longitude, PlaceScope.OfRegency(view.Regency.Code));
        if (found is { Kind: PinFindingKind.OutsideServed, Choices: [var there, ..] })
            return StepResult.AskOn(Cleared(view.Draft) with { Pin = pin, Elsewhere = new DraftElsewhere(there.RegencyCode, there.Name, there.Code) });
        var choices = found.Kind is PinFindingKind.Inside or PinFindingKind.NearVillages ? found.Choices.Select(village => village.Code).ToList() : NearUnits(found, view);
        return choices.Count > 0
            ? StepResult.AskOn(Cleared(view.Draft) with { Pin = pin, VillageOptions = choices, OptionsFromPin = true })
            : StepResult.Again(view.Draft, new Say(Questions.AskVillage_PinOutside, ("regency", view.Regency.Name)));
    }

    /// <summary>Yes to another regency of this installation: the talk goes there, and what was told is read as told to it.</summary>
    public static StepResult MovedTo(DraftElsewhere elsewhere, TurnView view)
    {
        var moved = view with { Regency = view.Served[elsewhere.RegencyCode], Draft = Cleared(view.Draft) };
        var result = view.Draft.Pin is { } pin ? FromPin(pin, moved)
            : elsewhere.VillageCode is { } village ? StepResult.Answered(moved.Draft with { GuessedVillage = village })
            : StepResult.AskOn(moved.Draft);
        return result with { Effects = [new TurnEffect.MoveTalk(elsewhere.RegencyCode), .. result.Effects] };
    }

    /// <summary>Where neither borders nor village points are imported, the villages around the nearest units are offered.</summary>
    private static List<string> NearUnits(PinFinding found, TurnView view) =>
        [.. found.Units.SelectMany(unit => view.Places.Village(unit.AreaCode) is { } own ? [own] : view.Places.VillagesOf(unit.AreaCode))
            .Where(village => village.RegencyCode == view.Regency.Code).Select(village => village.Code).Distinct().Take(VillageLists.LongestList)];

    /// <summary>The draft with a village that the resident chose or confirmed.</summary>
    public static Draft Chosen(Draft draft, string code) => Cleared(draft) with { VillageCode = code };

    /// <summary>The draft with a village that was read and waits for a yes.</summary>
    public static Draft Guessed(Draft draft, PlaceFinding finding) => draft with
    {
        GuessedVillage = finding.Candidates[0].Code,
        GuessIsExact = finding.IsExact,
        GuessSharesName = finding.SameNameAsSubDistrict,
        ToldSubDistrict = finding.SubDistrict?.Code,
    };

    /// <summary>The draft with the villages that may be meant.</summary>
    public static Draft Offered(Draft draft, PlaceFinding finding) => draft with
    {
        VillageOptions = [.. finding.Candidates.Select(village => village.Code)],
        ToldSubDistrict = finding.SubDistrict?.Code,
    };

    /// <summary>The guess or the whole list was not meant: a sub-district that was told with it is looked through next.</summary>
    public static Draft NoneOfThese(TurnView view) => view.Draft.ToldSubDistrict is { } told
        ? InSubDistrict(Cleared(view.Draft), told, view)
        : Cleared(view.Draft);

    /// <summary>The draft without a village, a guess or a list.</summary>
    public static Draft Cleared(Draft draft) => draft with
    {
        VillageCode = null,
        GuessedVillage = null,
        GuessIsExact = false,
        GuessSharesName = false,
        VillageOptions = [],
        OptionsFromPin = false,
        InSubDistrict = null,
        ToldSubDistrict = null,
        Elsewhere = null,
    };

    private static PlaceFinding Find(string words, TurnView view)
    {
        if (view.Draft.InSubDistrict is { } told)
        {
            var there = view.Places.Find(words, PlaceScope.OfSubDistrict(told));
            if (there.Candidates.Count > 0 && there.Candidates.All(village => village.SubDistrictCode == told)) return there with { SameNameAsSubDistrict = false };
        }

        return view.Places.Find(words, PlaceScope.OfRegency(view.Regency.Code));
    }

    private static Draft InSubDistrict(Draft draft, string code, TurnView view) =>
        view.Places.VillagesOf(code) is { Count: <= VillageLists.LongestList } few
            ? draft with { InSubDistrict = code, VillageOptions = [.. few.Select(village => village.Code)] }
            : draft with { InSubDistrict = code };

    private static string PlaceName(OutsidePlace place) =>
        place.RegencyShortName is { } regency && place.Name != regency && place.Name != place.RegencyName ? $"{place.Name} ({regency})" : place.Name;
}
