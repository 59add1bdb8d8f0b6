using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Answers what somebody asks about the service in the middle of a report; the open question waits and is asked again.</summary>
public static class ServiceAnswers
{
    /// <summary>The answer, or null when the message is no such question or no question of ours is open.</summary>
    public static Say? Of(IncomingMessage message, TurnView view)
    {
        if (message.Media.Count > 0 || message.ChoiceId is not null || !(view.Step == Step.ChooseService || ConversationMachine.Questions.Contains(view.Step))) return null;
        return ServiceQuestionReader.Read(message.Text) switch
        {
            ServiceQuestion.Cost => new Say(Questions.Anywhere_Cost),
            ServiceQuestion.WhoAnswers => new Say(Questions.Anywhere_WhoAnswers, ("regency", view.Regency.Name)),
            ServiceQuestion.HowLong => new Say(Questions.Anywhere_HowLong),
            ServiceQuestion.Privacy => new Say(Questions.Anywhere_Privacy),
            _ => null,
        };
    }
}
