using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Place;

/// <summary>The numbered lists of villages; the last number says "none of these", because 0 is the menu.</summary>
public static class VillageLists
{
    /// <summary>A sub-district with more villages is not listed by number: "write the name" (journeys README).</summary>
    public const int LongestList = 10;

    /// <summary>The list that the draft holds.</summary>
    public static Say Ask(TurnView view)
    {
        var villages = view.Draft.VillageOptions.Select(view.Places.Village).OfType<PlaceCandidate>().ToList();
        var labels = villages.Select(village => $"{village.Name}, {village.SubDistrictName}").ToList();
        labels.Add(view.Texts.Get(Questions.AskVillage_NoneOfThese, view.Language));
        if (view.Draft.OptionsFromPin) return Say.Choose(Questions.AskVillage_Pin, labels);
        if (view.Draft.InSubDistrict is { } code && villages.Select(village => village.SubDistrictCode).Distinct().Count() == 1)
            return AskInSubDistrict(code, view);
        return Say.Choose(
            Questions.AskVillage_Several,
            labels,
            ("count", $"{villages.Count}"),
            ("village", villages.Select(village => village.Name).Distinct().Count() == 1 ? villages[0].Name : view.Texts.Get(Questions.AskVillage_LikeThat, view.Language)));
    }

    /// <summary>A sub-district is known, its village is not.</summary>
    public static Say AskInSubDistrict(string code, TurnView view)
    {
        var villages = view.Places.VillagesOf(code);
        var name = view.Places.SubDistrict(code)?.Name ?? "";
        var labels = villages.Select(village => village.Name).ToList();
        return villages.Count <= LongestList
            ? Say.Choose(Questions.AskVillage_SubDistrict, labels, ("subdistrict", name))
            : new Say(Questions.AskVillage_InSubDistrict, ("subdistrict", name), ("count", $"{villages.Count}"), ("example", Example(labels, name)))
            {
                IsQuestion = true,
                Options = labels,
            };
    }

    /// <summary>The chosen place in the list, from 1; the number after the last one means "none of these".</summary>
    public static int? Chosen(IncomingMessage message, TurnView view) => AnswerReading.Option(message, Ask(view), view);

    /// <summary>Desa or Kelurahan, in the person's language.</summary>
    public static string KindName(PlaceCandidate village, TurnView view) =>
        view.Texts.Get(village.Kind == VillageKind.Kelurahan ? Questions.Village_Kelurahan : Questions.Village_Desa, view.Language);

    /// <summary>A village of the list that is not called like the sub-district, from its middle.</summary>
    private static string Example(List<string> labels, string subDistrict) =>
        labels.Where(label => label != subDistrict).ElementAtOrDefault(labels.Count / 4 - 1) ?? labels[0];
}
