using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Messages that are no words of a talk: blocked, unblocked, a group, an edit, something unreadable.</summary>
internal static class OddMessages
{
    /// <summary>True when the message was dealt with here.</summary>
    public static bool Handle(IncomingMessage message, Turn turn)
    {
        switch (message.Kind)
        {
            case IncomingKind.Blocked:
            case IncomingKind.Unblocked:
                turn.Do(new TurnEffect.Unreachable(message.Kind == IncomingKind.Blocked));
                return true;
            case IncomingKind.Group:
                if (turn.View.LastInboundAt is null) turn.Say(new Say(Questions.Anywhere_PrivateOnly));
                return true;
            case IncomingKind.Unreadable:
                turn.Say(new Say(Questions.Anywhere_Unreadable));
                return true;
            case IncomingKind.Edit:
                Edited(message, turn);
                return true;
            default:
                return false;
        }
    }

    /// <summary>An edit before sending changes the answer; after it, it is added to the only open case; else it changes nothing. Danger words were looked for before.</summary>
    private static void Edited(IncomingMessage message, Turn turn)
    {
        if (AnswerReading.Words(message) is not { } words) return;
        var draft = turn.View.Draft;
        var masked = Language.Identity.IdentityNumberReader.Mask(words);
        if (masked != words) turn.BlankRaw();
        if (!draft.HasComplaint && turn.View.OpenCases.ToList() is [var only])
        {
            turn.Do(new TurnEffect.AppendToCase(only.Id, turn.Cluster));
            return;
        }

        turn.Change(EditedAnswers.Changed(draft, message.ReplyToId, masked, turn.View));
        if (turn.View.Draft.Name is { } name && name != draft.Name) turn.Do(new TurnEffect.NamePerson(name));
    }
}
