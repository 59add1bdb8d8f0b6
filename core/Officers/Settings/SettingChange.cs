namespace Puskesos.Core.Officers.Settings;

/// <summary>What Dinsos sets on its pages and what has no versions of its own. Stored by name.</summary>
public enum SettingSubject
{
    /// <summary>A free day of the regency; the key is the day, the value its name.</summary>
    Holiday,

    /// <summary>Days on which a unit is closed; the key is the unit, the value "first/last/reason".</summary>
    Closure,

    /// <summary>The weeks of Ramadan; the value is "first/last".</summary>
    Ramadan,

    /// <summary>Whether an office works on cuti bersama; the key is the unit or the regency, the value yes or no.</summary>
    JointLeave,

    UnitBegun,
    UnitName,
    UnitAddress,
    UnitPhone,
    UnitNeighbours,

    /// <summary>The value is "08:00/15:00".</summary>
    UnitHours,

    /// <summary>The value is the first day on which it takes cases.</summary>
    UnitOpened,

    AgencyKind,
    AgencyName,
    AgencyPhone,
    AgencyHours,
    AgencyAddress,
    AgencyNote,
    AgencyOutside,
    AgencyOffered,

    /// <summary>Whether village heads read the ordinary cases of their village.</summary>
    VillageHeads,
}

/// <summary>A change of a setting: who, when, from what, to what. Only appended.</summary>
public sealed class SettingChange
{
    public const int LongestKey = 60;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public SettingSubject Subject { get; init; }

    /// <summary>Which of them: a unit, a day, an agency's number.</summary>
    public required string Key { get; init; }

    /// <summary>What held before; null when nothing did.</summary>
    public string? Before { get; init; }

    /// <summary>What holds from then on; null when it was taken back.</summary>
    public string? After { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public long ChangedBy { get; init; }
}
