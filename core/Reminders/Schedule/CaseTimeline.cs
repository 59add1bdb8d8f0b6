using Puskesos.Core.Cases;

namespace Puskesos.Core.Reminders.Schedule;

/// <summary>What the clocks of a case depend on: where it stands and when it got there.</summary>
public sealed record CaseTimeline
{
    public DateTimeOffset FiledAt { get; init; }

    public CaseStatus Status { get; init; }

    /// <summary>False for S1 cases and emergencies: they send no notice to the resident.</summary>
    public bool TellsResident { get; init; } = true;

    /// <summary>Somebody else filed it, and the person whom it is about has not answered.</summary>
    public bool AwaitsHelped { get; init; }

    public DateTimeOffset LastToldAt { get; init; }

    /// <summary>When the resident was last told that the case is late; such news promises the next ones within a working day.</summary>
    public DateTimeOffset? LateToldAt { get; init; }

    /// <summary>When the first check, later the handling, is due; null while it rests and when nothing is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether the handling clock rests because papers are awaited.</summary>
    public bool IsResting { get; init; }

    /// <summary>The visit that is planned, if any.</summary>
    public VisitTimeline? Visit { get; init; }

    /// <summary>Referrals that are with another agency.</summary>
    public IReadOnlyList<ReferralTimeline> Referrals { get; init; } = [];

    public required IReadOnlyList<ItemTimeline> Items { get; init; }
}

/// <summary>One need of the case and its moves, oldest first.</summary>
/// <param name="Number">Its number in the case.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DocumentsDueAt">Until when awaited papers should come.</param>
/// <param name="Moves">Its moves, oldest first.</param>
public sealed record ItemTimeline(int Number, CaseStatus Status, DateTimeOffset? DocumentsDueAt, IReadOnlyList<StatusMove> Moves)
{
    /// <summary>When the resident was reminded of the awaited papers, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> PaperReminders { get; init; } = [];

    /// <summary>When it last came to this state; null when it never did.</summary>
    public DateTimeOffset? LastCameTo(CaseStatus status)
    {
        for (var place = Moves.Count - 1; place >= 0; place--)
            if (Moves[place].To == status) return Moves[place].At;
        return null;
    }
}

/// <summary>A move of a need from one state to another.</summary>
public readonly record struct StatusMove(DateTimeOffset At, CaseStatus? From, CaseStatus To);
