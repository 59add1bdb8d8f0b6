namespace Puskesos.Core.Calendar.Holidays;

/// <summary>Why a day is free; the kinds are those of the joint decree of three ministers, and the regency's own days.</summary>
public enum HolidayKind
{
    /// <summary>Hari libur nasional: every office is closed.</summary>
    National,

    /// <summary>Cuti bersama: closed, unless the office is set to work on it.</summary>
    JointLeave,

    /// <summary>A free day of one regency, such as its anniversary.</summary>
    Local,
}
