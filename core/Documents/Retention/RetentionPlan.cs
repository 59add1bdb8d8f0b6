namespace Puskesos.Core.Documents.Retention;

/// <summary>What retention erases now, by reason; shown before anything is erased.</summary>
/// <param name="ClosedCases">Files of cases closed long enough ago.</param>
/// <param name="UnfinishedTalks">Files of complaints that were never sent.</param>
/// <param name="Withdrawn">Files of people who asked for erasure.</param>
public sealed record RetentionPlan(int ClosedCases, int UnfinishedTalks, int Withdrawn = 0);
