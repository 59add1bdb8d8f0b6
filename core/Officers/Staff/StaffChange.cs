namespace Puskesos.Core.Officers.Staff;

/// <summary>What was done to an officer's account. Stored by name.</summary>
public enum StaffChangeKind
{
    Invited,
    LinkRenewed,
    RoleGiven,
    RoleTaken,
    DetailsChanged,
    SignedOut,
    SecondFactorReset,
    SwitchedOff,
    SwitchedOn,
}

/// <summary>One line of the log of accounts: who changed whose, when. Only appended.</summary>
public sealed class StaffChange
{
    public long Id { get; init; }

    public long OfficerId { get; init; }

    public long ChangedBy { get; init; }

    public DateTimeOffset At { get; init; }

    public StaffChangeKind Kind { get; init; }

    public Role? Role { get; init; }

    /// <summary>As <see cref="OfficerRole.AreaCode"/> keeps it.</summary>
    public string? AreaCode { get; init; }
}
