namespace Puskesos.Core.Conversations;

/// <summary>What an answer means for the order of the questions.</summary>
public enum Trigger
{
    /// <summary>Stay with the question that waits.</summary>
    Stay,

    /// <summary>The question has its answer; on to the first one that lacks one.</summary>
    Answered,

    /// <summary>Back to where the talk was before an interruption.</summary>
    Resume,

    /// <summary>One question back.</summary>
    Back,

    /// <summary>Nothing is open any more.</summary>
    Done,
    Menu,
    Report,
    CheckTicket,
    ListTickets,
    AskTicket,
    AskCode,
    AskInfo,
    InfoTold,
    Danger,
    InDanger,
    SafeToTalk,
    PlaceTold,
    WhoTold,
    Cancel,
    CancelTicket,
    Stop,
    StopTickets,
    Rights,
    Scam,
    WhoIsIt,
    ForWhichCase,
    Stale,
    Change,
    ReportFiled,
    NotResolved,
    VisitDay,
    Object,
    Rate,

    /// <summary>An identity card that a filed case waited for was read.</summary>
    CardRead,
    Link,
    Tasks,
    AskResident,
    FinishCase,
}
