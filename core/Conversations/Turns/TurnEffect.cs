using Puskesos.Core.Places;

namespace Puskesos.Core.Conversations;

/// <summary>Something that must happen beyond the draft; applied by <c>TurnEffects</c> in the turn's transaction.</summary>
public abstract record TurnEffect
{
    private TurnEffect()
    {
    }

    /// <summary>Consent was given: from now on the talk may be kept.</summary>
    public sealed record GiveConsent(bool NewPerson) : TurnEffect;

    /// <summary>Consent was refused: what was written is blanked at once.</summary>
    public sealed record RefuseConsent : TurnEffect;

    /// <summary>Somebody else of this address talks now, or nobody known.</summary>
    public sealed record SwitchPerson(long? ResidentId) : TurnEffect;

    public sealed record NamePerson(string Name) : TurnEffect;

    public sealed record SavePhone(string E164) : TurnEffect;

    /// <summary>The complaint of the draft becomes a case.</summary>
    public sealed record FileCase : TurnEffect;

    /// <summary>Files of this turn become documents of the draft.</summary>
    public sealed record KeepFiles : TurnEffect;

    /// <summary>What was read on the identity card of the draft is right, or is not.</summary>
    public sealed record JudgeCard(bool IsRight) : TurnEffect;

    /// <summary>What was read on an identity card of a filed case is right, or is not.</summary>
    public sealed record JudgeFiledCard(FiledCard Card, bool IsRight) : TurnEffect;

    /// <summary>Draft and its files are erased.</summary>
    public sealed record EraseDraft : TurnEffect;

    /// <summary>Words and files of these messages are added to a case's history.</summary>
    public sealed record AppendToCase(long CaseId, IReadOnlyList<Messaging.IncomingMessage> Messages) : TurnEffect;

    /// <summary>Files of these messages answer papers that the case waits for.</summary>
    public sealed record ReceiveDocuments(long CaseId, IReadOnlyList<Messaging.IncomingMessage> Messages) : TurnEffect;

    /// <summary>Written while a human has the chat for a draft, or for a case.</summary>
    public sealed record KeepForOfficer(IReadOnlyList<Messaging.IncomingMessage> Messages) : TurnEffect;

    public sealed record ConfirmResolved(long CaseId) : TurnEffect;

    public sealed record Rate(long CaseId, int Rating, string? Suggestion) : TurnEffect;

    public sealed record ReopenCase(long CaseId, string Reason, IReadOnlyList<Messaging.IncomingMessage> Messages) : TurnEffect;

    /// <summary>The resident can be there on the day of the visit.</summary>
    public sealed record AgreeVisit(long CaseId) : TurnEffect;

    /// <summary>The resident wishes another day for the visit.</summary>
    public sealed record WishVisitDay(long CaseId, string Words) : TurnEffect;

    /// <summary>KEBERATAN against a refusal.</summary>
    public sealed record ObjectToDecision(long CaseId, string Words, IReadOnlyList<Messaging.IncomingMessage> Messages) : TurnEffect;

    public sealed record CancelCase(long CaseId, bool WithErasure) : TurnEffect;

    public sealed record AnswerHelped(long CaseId, bool Agrees) : TurnEffect;

    public sealed record StopNotices : TurnEffect;

    public sealed record StartNotices : TurnEffect;

    /// <summary>The consent given at this address no longer holds.</summary>
    public sealed record WithdrawConsent : TurnEffect;

    /// <summary>A request about the own data: to see, correct or erase it.</summary>
    public sealed record FileRights(Cases.Rights.RightsKind Kind) : TurnEffect;

    public sealed record SetLanguage(string Language, bool Chosen = false) : TurnEffect;

    public sealed record RecordLookup(string Ticket, bool Matched) : TurnEffect;

    /// <summary>A human is wanted in this chat.</summary>
    public sealed record CallHuman : TurnEffect;

    /// <summary>Somebody is in danger: alarm to everybody on duty.</summary>
    public sealed record RaiseAlarm(bool IsSuicidal) : TurnEffect;

    /// <summary>The danger questions are answered: the case is made or filled, a human takes over.</summary>
    public sealed record HandOverEmergency : TurnEffect;

    /// <summary>Answering here is not safe: nothing goes out until the person writes again.</summary>
    public sealed record FallSilent : TurnEffect;

    public sealed record ReportScam(string Words) : TurnEffect;

    /// <summary>MENU while a human has the chat: the bot has it again.</summary>
    public sealed record LeaveOfficer : TurnEffect;

    public sealed record MissedPlace(string Words, MissKind Kind = MissKind.NotFound) : TurnEffect;

    /// <summary>The resident lives in another regency of this installation: the talk belongs there from now on.</summary>
    public sealed record MoveTalk(string RegencyCode) : TurnEffect;

    /// <summary>A question about a programme was answered, or (null) the catalogue had no answer.</summary>
    public sealed record CountInfo(long? ProgrammeId) : TurnEffect;

    /// <summary>Words that were not understood, masked; with the need that the resident chose instead, when known.</summary>
    public sealed record MissWords(string Words, string? ChosenCategory = null) : TurnEffect;

    public sealed record LinkOfficer(long OfficerId) : TurnEffect;

    public sealed record AcknowledgeAlarm(long OfficerId) : TurnEffect;

    /// <summary>AMBIL: the open ticket of this officer's units that ends so.</summary>
    public sealed record TakeCase(long OfficerId, string Tail) : TurnEffect;

    /// <summary>TANYA: words of the officer for the resident of a ticket.</summary>
    public sealed record WriteToResident(long OfficerId, string Ticket, string Words) : TurnEffect;

    /// <summary>SELESAI, confirmed.</summary>
    public sealed record FinishCase(long OfficerId, string Ticket, Cases.Outcome Outcome, string Sentence) : TurnEffect;

    /// <summary>BATAL right after SELESAI.</summary>
    public sealed record UndoFinish(long OfficerId, string Ticket) : TurnEffect;

    public sealed record Unreachable(bool IsBlocked) : TurnEffect;
}
