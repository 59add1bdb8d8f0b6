using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>The resident's own words, typed or spoken.</summary>
public sealed class AskComplaint : IStep
{
    /// <summary>Longest story kept, in characters: four of Telegram's longest messages (Bot API limit 4096), which the web chat takes at once.</summary>
    public const int Longest = 16_384;

    public Step Id => Step.AskComplaint;

    public bool JoinsTexts => true;

    public bool TakesVoice => true;

    public Say Ask(TurnView view) => Say.Ask(view.Draft.StoryWanted ? Questions.AskComplaint_Another : Questions.AskComplaint_Question);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var draft = view.Draft;
        if (message.Kind == IncomingKind.Voice)
            return StepResult.Answered(draft with { StoryIsVoice = true, StoryWanted = false }, new Say(Questions.Anywhere_VoiceTaken))
                .With(new TurnEffect.KeepFiles());
        if (draft.StoryWanted && CommandWords.Read(message.Text) == Command.Skip)
            return StepResult.Answered(draft with { StoryWanted = false });
        if (AnswerReading.Words(message) is not { } words || !words.Any(char.IsLetter)) return StepResult.NotUnderstood(draft);
        var told = (draft.StoryWanted ? WithMore(draft, words) : draft with { Story = Kept(words) }) with { StoryWanted = false };
        var answer = StepResult.Answered(EditedAnswers.Noted(FirstMessage.WithFacts(told, words, view), Id, message, words));
        return SpokenLanguage.Of(message, view) is { } spoken
            ? answer with { Says = [new Say(Questions.Language_Changed)], Effects = [new TurnEffect.SetLanguage(spoken)] }
            : answer;
    }

    /// <summary>The story with more behind it.</summary>
    internal static Draft WithMore(Draft draft, string words) => draft with { Story = Kept(draft.Story is { } before ? $"{before} / {words}" : words) };

    public Draft Forget(Draft draft) => draft with { Story = null, StoryIsVoice = false, Facts = null };

    private static string Kept(string story) => story.Length > Longest ? story[..Longest] : story;
}
