using Puskesos.Core.Cases;

namespace Puskesos.Core.Reports.Lives;

/// <summary>A need of a reported case.</summary>
internal readonly record struct ReportedNeed(string Category, string? Programme, int? Outcome);

/// <summary>A move into or out of a state that figures ask about.</summary>
/// <param name="Item">The need that moved; 0 for the whole case.</param>
/// <param name="Since">When the state that was left had begun; null when it had not come by a counted move.</param>
internal readonly record struct ReportedMove(int Item, DateTime At, DateTime? Since, CaseStatus? From, CaseStatus? To, string ActorRole);

/// <summary>What the report reads of one case; times in UTC. One object serves all cases in turn, so nothing may keep it.</summary>
internal sealed class ReportedCase
{
    public long Id { get; set; }

    public required WorkingDayCount Days { get; set; }

    public string UnitCode { get; set; } = "";

    public string VillageCode { get; set; } = "";

    public int Channel { get; set; }

    public bool IsConfidential { get; set; }

    /// <summary>Who is helped.</summary>
    public long PersonId { get; set; }

    public long? OwnerId { get; set; }

    public int? PpksKind { get; set; }

    public DateTime FiledAt { get; set; }

    public DateTime? FirstCheckedAt { get; set; }

    public DateTime? ResolvedAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    public int? Rating { get; set; }

    /// <summary>As the person's NIK says; null without one.</summary>
    public int? BirthYear { get; set; }

    public bool? IsWoman { get; set; }

    public List<ReportedNeed> Needs { get; } = [];

    public List<ReportedMove> Moves { get; } = [];
}
