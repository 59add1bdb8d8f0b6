using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Reads the guessed need back; rivals are offered as a list. Every guess is confirmed.</summary>
public sealed class ConfirmNeed : IStep
{
    public Step Id => Step.ConfirmNeed;

    public Say Ask(TurnView view)
    {
        var guesses = view.Draft.NeedGuess;
        if (view.Draft.GuessIsChoice)
            return Say.Choose(Questions.ConfirmNeed_Three, [.. guesses.Select(need => NeedReading.Label(need, view)), view.Texts.Get(Questions.AskVillage_NoneOfThese, view.Language)]);
        return guesses.Count > 1
            ? Say.Ask(Questions.ConfirmNeed_Two, ("first", NeedReading.Label(guesses[0], view)), ("second", NeedReading.Label(guesses[1], view)))
            : Say.Ask(Questions.ConfirmNeed_Question, ("need", NeedReading.Label(guesses[0], view)));
    }

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var guesses = view.Draft.NeedGuess;
        var none = view.Draft with { NeedGuess = [], GuessIsChoice = false };
        if (view.Draft.GuessIsChoice)
            return AnswerReading.Option(message, Ask(view), view) switch
            {
                { } number when number <= guesses.Count => StepResult.Answered(NeedReading.Confirmed(view.Draft, [guesses[number - 1]])),
                not null => StepResult.Answered(none),
                _ => NeedReading.FromText(message, view),
            };
        return AnswerReading.YesOrNo(message, Ask(view), view) switch
        {
            1 => StepResult.Answered(NeedReading.Confirmed(view.Draft, guesses)),
            2 => StepResult.Answered(none),
            _ => StepResult.NotUnderstood(view.Draft),
        };
    }

    public Draft Forget(Draft draft) => draft with { Needs = [] };
}
