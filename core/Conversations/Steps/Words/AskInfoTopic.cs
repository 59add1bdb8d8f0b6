using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Words;

/// <summary>A question about a programme: told from the catalogue's published entries. What they do not say is offered to an officer; nothing is invented.</summary>
public sealed class AskInfoTopic : IStep
{
    public Step Id => Step.AskInfoTopic;

    public bool JoinsTexts => true;

    public Say Ask(TurnView view) => view.Draft.Info switch
    {
        { IsUnanswered: true } => Say.Ask(Questions.AskInfoTopic_NotFound),
        { Offered.Count: > 0 } => Say.Choose(Questions.AskInfoTopic_Several, [.. InfoTalk.Offered(view).Select(one => one.Text.Name)]),
        _ => Say.Ask(Questions.AskInfoTopic_Question) with { Options = [.. InfoTalk.All(view).Select(one => one.Text.Name)] },
    };

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (view.Draft.Info is { IsUnanswered: true })
        {
            var rest = view.Draft with { Info = null };
            switch (AnswerReading.YesOrNo(message, Ask(view), view))
            {
                case 1:
                    return StepResult.Go(Trigger.Done, rest, Handover.Asked(view)).With(new TurnEffect.CallHuman()) with { AsksNext = false };
                case 2:
                    return StepResult.Go(Trigger.Menu, rest);
            }
        }

        return InfoTalk.Chosen(message, Ask(view), view) is { } chosen
            ? InfoTalk.Tell(chosen, Catalogue.Programmes.ProgrammePart.All, view)
            : InfoTalk.Read(message, view);
    }
}
