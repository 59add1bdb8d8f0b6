namespace Puskesos.Core.Officers.Staff;

/// <summary>Days on which an officer is not at work, both inclusive; kept after they are over, because the report counts them.</summary>
public sealed class Absence
{
    public long Id { get; init; }

    public long OfficerId { get; init; }

    public DateOnly FirstDay { get; init; }

    public DateOnly LastDay { get; set; }
}
