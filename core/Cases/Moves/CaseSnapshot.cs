using System.Text.Json;

namespace Puskesos.Core.Cases.Moves;

/// <summary>How a case stood before a move, without personal data; kept with the event so that the move can be taken back.</summary>
public sealed record CaseSnapshot(
    long? OwnerId, DateTimeOffset? DueAt, TimeSpan? ClockLeft, DateTimeOffset? FirstCheckedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt,
    DateTimeOffset LastToldAt, int ReopenedCount, IReadOnlyList<ItemSnapshot> Items)
{
    public static CaseSnapshot Of(Case now) => new(
        now.OwnerId, now.DueAt, now.ClockLeft, now.FirstCheckedAt, now.ResolvedAt, now.ClosedAt, now.LastToldAt, now.ReopenedCount,
        [.. now.Items.OrderBy(item => item.Number).Select(item => new ItemSnapshot(item.Number, item.Status.Code(), item.ReturnTo?.Code(), item.Outcome, item.DocumentsDueAt))]);

    /// <summary>Puts the case back; the sentence of an outcome is taken away with the outcome.</summary>
    public void Restore(Case changed)
    {
        (changed.OwnerId, changed.DueAt, changed.ClockLeft, changed.FirstCheckedAt) = (OwnerId, DueAt, ClockLeft, FirstCheckedAt);
        (changed.ResolvedAt, changed.ClosedAt, changed.LastToldAt, changed.ReopenedCount) = (ResolvedAt, ClosedAt, LastToldAt, ReopenedCount);
        foreach (var before in Items)
        {
            var item = changed.Items.Single(candidate => candidate.Number == before.Number);
            if (item.Outcome != before.Outcome) item.OutcomeSentence = null;
            item.Status = CaseStatusCodes.Parse(before.Status);
            item.ReturnTo = before.ReturnTo is { } code ? CaseStatusCodes.Parse(code) : null;
            (item.Outcome, item.DocumentsDueAt) = (before.Outcome, before.DocumentsDueAt);
        }

        changed.ShowLeastAdvanced();
    }
}

/// <summary>How a need stood.</summary>
public sealed record ItemSnapshot(int Number, string Status, string? ReturnTo, Outcome? Outcome, DateTimeOffset? DocumentsDueAt);

/// <summary>What the history keeps of a move beside who, when, from and to.</summary>
public sealed record MoveDetails(CaseMove Move, string Key, CaseSnapshot Before)
{
    public Outcome? Outcome { get; init; }

    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The visit or referral that it wrote.</summary>
    public long? RecordId { get; init; }

    public Referrals.ReferralState? ReferralBefore { get; init; }

    /// <summary>Why the resident was not told, when so.</summary>
    public string? Skipped { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The details of a line, or null when it holds none of a move.</summary>
    public static MoveDetails? Of(CaseEvent line) =>
        line is { Kind: CaseEventKind.Moved or CaseEventKind.Merged, Details: { } json } ? JsonSerializer.Deserialize<MoveDetails>(json) : null;
}
