using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Officers;

/// <summary>TUGAS from an address that is not linked: the one-time code from the officer's page.</summary>
public sealed class LinkOfficer : IStep
{
    public Step Id => Step.LinkOfficer;

    public Say Ask(TurnView view) => Say.Ask(OfficerMessages.LinkOfficer_Question);

    public StepResult Read(IncomingMessage message, TurnView view) =>
        view.CodeOfficer is { } officer
            ? StepResult.Go(Trigger.Done, view.Draft, new Say(OfficerMessages.LinkOfficer_Done, ("officer", officer.Name), ("unit", officer.Place)))
                .With(new TurnEffect.LinkOfficer(officer.Id)) with
            { AsksNext = false }
            : StepResult.Go(Trigger.Done, view.Draft, new Say(OfficerMessages.LinkOfficer_Wrong)) with { AsksNext = false };
}
