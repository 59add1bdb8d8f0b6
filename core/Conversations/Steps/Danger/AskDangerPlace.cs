using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Danger;

/// <summary>Where it is. Whatever is written is kept; a village in it is used when it is clear.</summary>
public sealed class AskDangerPlace : IStep
{
    public Step Id => Step.AskDangerPlace;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => Say.Ask(Questions.AskDangerPlace_Question) with { AsksLocation = true };

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var draft = DangerTalk.Told(message, view, (danger, words) => danger with { Place = words });
        var here = PlaceScope.OfRegency(view.Regency.Code);
        var village = message.Location is { } pin
            ? Clear(view.Places.FindPin(pin.Latitude, pin.Longitude, here))
            : Clear(view.Places.Find(message.Text ?? "", here));
        if (village is not null) draft = draft with { VillageCode = village };
        if (message.Location is { } kept) draft = draft with { Pin = kept };
        return StepResult.Go(draft.Danger!.IsSelf ? Trigger.WhoTold : Trigger.PlaceTold, draft);
    }

    private static string? Clear(PinFinding found) =>
        found is { Kind: PinFindingKind.Inside or PinFindingKind.NearVillages, Choices: [var nearest, ..] } ? nearest.Code : null;

    /// <summary>Several villages of one sub-district are clear enough: its TKSK gets the case.</summary>
    private static string? Clear(PlaceFinding found) =>
        found.Candidates.Count > 0 && found.Candidates.Select(village => village.SubDistrictCode).Distinct().Count() == 1 ? found.Candidates[0].Code : null;
}
