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
        var found = message.Location is { } pin
            ? view.Places.FindPin(pin.Latitude, pin.Longitude, here).Choices
            : view.Places.Find(message.Text ?? "", here).Candidates;
        if (found.Count > 0) draft = draft with { VillageCode = found[0].Code };
        return StepResult.Go(draft.Danger!.IsSelf ? Trigger.WhoTold : Trigger.PlaceTold, draft);
    }
}
