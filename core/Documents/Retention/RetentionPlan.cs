namespace Puskesos.Core.Documents.Retention;

/// <summary>What retention erases now, by reason; shown before anything is erased.</summary>
/// <param name="ClosedCases">Files of cases closed long enough ago.</param>
/// <param name="UnfinishedTalks">Files of complaints that were never sent.</param>
/// <param name="Withdrawn">Files of people who asked for erasure.</param>
/// <param name="KeptSecret">Files of S1 cases whose time would be over, and which stay.</param>
public sealed record RetentionPlan(int ClosedCases, int UnfinishedTalks, int Withdrawn = 0, int KeptSecret = 0)
{
    /// <summary>Nothing to erase.</summary>
    public static RetentionPlan Nothing { get; } = new(0, 0);

    /// <summary>All files that are erased.</summary>
    public int Sum => ClosedCases + UnfinishedTalks + Withdrawn;
}
