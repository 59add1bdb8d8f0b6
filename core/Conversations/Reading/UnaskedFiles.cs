using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>A photo, file or voice note where the question takes none. It is never lost: it stays with the draft, waits, or is read as if nothing was asked.</summary>
public static class UnaskedFiles
{
    /// <summary>Questions on which nothing depends: whoever sends a file here wants it with a ticket, or tells something new.</summary>
    private static readonly HashSet<Step> Passing =
    [
        Step.ChooseService, Step.AskWho, Step.AskPhone, Step.TellStatus, Step.AskTicket, Step.AskTicketCode, Step.AskInfoTopic, Step.TellInfo, Step.AskVisit, Step.AskResolved, Step.AskRating,
    ];

    private static readonly HashSet<Step> Danger = [Step.AskDanger, Step.AskSafe, Step.AskDangerPlace, Step.AskDangerWho, Step.AskDangerCall];

    /// <summary>True where the file belongs to the complaint that is being told.</summary>
    public static bool StaysWithDraft(TurnView view) => view.HasConsent && (view.Draft.HasComplaint || ConversationMachine.Questions.Contains(view.Step));

    /// <summary>What becomes of it elsewhere; null where nothing can.</summary>
    public static StepResult? Read(IncomingMessage message, IStep step, TurnView view)
    {
        if (step.Id == Step.AskConsent) return StepResult.AskOn(view.Draft) with { PutsAside = true };
        // Any answer is taken there, and what it brings goes to the case of the alarm.
        if (Danger.Contains(step.Id) && step.Read(message, view) is { Understood: true } answer) return answer with { PutsAside = !answer.FreesWaiting };
        if (!Passing.Contains(step.Id) || view.Officer is not null) return null;
        var read = AtRest.Read(message, view with { Step = Step.Greet });
        if (step.Id != Step.AskPhone) return read;
        return read.Trigger switch
        {
            Trigger.Done => read with { Trigger = Trigger.Stay, AsksNext = true },
            Trigger.CardRead => read with { Draft = read.Draft with { ReturnTo = Step.AskPhone } },
            _ => read,
        };
    }

    /// <summary>The words for a file that stays with the draft.</summary>
    public static Say Kept(IncomingMessage message) => new(message.Kind == IncomingKind.Voice ? Questions.Anywhere_VoiceKept : Questions.Anywhere_FileKept);
}
