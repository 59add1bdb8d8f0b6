using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Cases.Moves;

/// <summary>A move that somebody asks for, with what it needs.</summary>
/// <param name="Move">What to do.</param>
public sealed record MoveRequest(CaseMove Move)
{
    /// <summary>The need it concerns; null = every need of the case that can make this move.</summary>
    public int? Item { get; init; }

    /// <summary>H1 to H8, for <see cref="CaseMove.Resolve"/>.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>A sentence that the resident reads (outcome) or a reason kept in the history; at most <see cref="LongestWords"/> letters.</summary>
    public string? Words { get; init; }

    /// <summary>Codes of the papers asked for, or an own name for one.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>When and by whom, for <see cref="CaseMove.PlanVisit"/>.</summary>
    public VisitPlan? Visit { get; init; }

    /// <summary>Form C, for <see cref="CaseMove.ReportVisit"/>.</summary>
    public VisitForm? Report { get; init; }

    /// <summary>Form B, for <see cref="CaseMove.ProposeReferral"/>; target and date, for <see cref="CaseMove.Refer"/>.</summary>
    public ReferralForm? Referral { get; init; }

    /// <summary>The other ticket, for <see cref="CaseMove.Merge"/>.</summary>
    public Case? MergeInto { get; init; }

    /// <summary>Who has it from now on; null = as the move decides.</summary>
    public long? NewOwner { get; init; }

    /// <summary>Who checks a reopened case, as the resident reads it; null = the unit.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>The message that caused it, when a resident's.</summary>
    public long? InboxId { get; init; }

    /// <summary>The chat that reads of it in a reply, so that it gets no notice beside.</summary>
    public long? RepliedTo { get; init; }

    /// <summary>Longest sentence: with the text around it a message stays under WhatsApp's 1,600 characters.</summary>
    public const int LongestWords = 1000;
}

/// <summary>How a move ended.</summary>
public enum MoveAnswer
{
    Done,

    /// <summary>The same person did exactly this before: a double click, nothing moved twice.</summary>
    AlreadyDone,

    /// <summary>This state or this person does not allow it.</summary>
    NotAllowed,

    /// <summary>Somebody else moved the case since the page was opened.</summary>
    Changed,

    /// <summary>Something is missing: an outcome, a sentence, a paper.</summary>
    Incomplete,

    /// <summary>No such case for this officer.</summary>
    NotFound,

    /// <summary>Too late to take it back: the message is out.</summary>
    TooLate,
}

/// <summary>The end of a move and what there is to tell.</summary>
/// <param name="Answer">How it ended.</param>
/// <param name="Event">The line in the history, when it was done.</param>
/// <param name="Told">What the residents read or will read; null for a silent move.</param>
public sealed record MoveResult(MoveAnswer Answer, CaseEvent? Event = null, Notice? Told = null)
{
    public bool IsDone => Answer is MoveAnswer.Done or MoveAnswer.AlreadyDone;
}
