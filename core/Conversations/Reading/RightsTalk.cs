using Puskesos.Core.Cases.Rights;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>"hapus data saya": a resident who is known here asks something of the own data. It is asked back, for most who write "data saya" mean the aid data.</summary>
public static class RightsTalk
{
    /// <summary>Where nothing is being told: inside a complaint such words belong to it.</summary>
    private static readonly HashSet<Step> Heard =
    [
        Step.Greet, Step.ChooseService, Step.TellStatus, Step.AskTicket, Step.AskPhone, Step.AskResolved, Step.AskRating, Step.TellInfo, Step.ConfirmRights,
    ];

    /// <summary>The question back, or null when the message is no such wish or comes from a stranger.</summary>
    public static StepResult? Read(IncomingMessage message, TurnView view)
    {
        if (message.ChoiceId is not null || !Heard.Contains(view.Step) || view.Resident is null || view.Draft.HasComplaint || RightsWords.Read(message.Text) is not { } wish) return null;
        return StepResult.Go(Trigger.Rights, view.Draft with { Rights = KindOf(wish), ReturnTo = null }) with { PutsAside = view.Step != Step.ConfirmRights };
    }

    /// <summary>What was noted: its number, and by when it is answered.</summary>
    public static Say Noted(RightsRequest filed, TurnView view)
    {
        ArgumentNullException.ThrowIfNull(filed);
        return new Say(
            Questions.ConfirmRights_Noted,
            ("number", filed.Number),
            ("date", IndonesianFormat.Date(TicketTalk.LocalDate(filed.DueAt, view))),
            ("time", TicketTalk.LocalTime(filed.DueAt, view)));
    }

    /// <summary>"melihat data pribadi": what is asked, in the words of the question.</summary>
    public static string Words(RightsKind? kind, TurnView view) => view.Texts.Get(
        kind switch
        {
            RightsKind.Access => Questions.ConfirmRights_Access,
            RightsKind.Correction => Questions.ConfirmRights_Correction,
            _ => Questions.ConfirmRights_Erasure,
        },
        view.Language);

    private static RightsKind KindOf(OwnDataWish wish) => wish switch
    {
        OwnDataWish.See => RightsKind.Access,
        OwnDataWish.Correct => RightsKind.Correction,
        _ => RightsKind.Erasure,
    };
}
