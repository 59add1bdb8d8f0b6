using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Summary;

/// <summary>Which answer of the summary is to be changed; all others stay.</summary>
public sealed class AskChange(IReadOnlyDictionary<Step, IStep> steps) : IStep
{
    private static readonly Step[][] Parts =
    [
        [Step.AskForWhom], [Step.AskName], [Step.AskVillage], [Step.AskNeedGroup], [Step.AskComplaint], [Step.AskDocuments],
    ];

    public Step Id => Step.AskChange;

    public Say Ask(TurnView view) => Say.Ask(view.Draft.Phone is null ? Questions.AskChange_Question : Questions.AskChange_QuestionPhone);

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        if (AnswerReading.Option(message, Ask(view), view) is not { } number) return StepResult.NotUnderstood(view.Draft);
        var draft = ConfirmReport.Accepted(view.Draft);
        if (number > Parts.Length) return StepResult.Answered(draft with { Phone = null }, new Say(Questions.AskChange_PhoneDropped));
        foreach (var step in Parts[number - 1]) draft = steps[step].Forget(draft);
        var askedForPapers = Parts[number - 1][0] == Step.AskDocuments;
        return StepResult.Answered(draft with { Documents = askedForPapers ? [.. draft.Documents.Where(paper => paper.IsVoice)] : draft.Documents });
    }
}
