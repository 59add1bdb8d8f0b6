namespace Puskesos.Core.Calendar;

/// <summary>Days on which one unit is closed for a reason of its own, such as a flood or a village election.</summary>
public sealed class UnitClosure
{
    /// <summary>A closure counts for a year at most; a unit that is gone for longer ends its validity instead.</summary>
    public const int MaxDays = 366;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public required string UnitCode { get; init; }

    public DateOnly FirstDay { get; init; }

    /// <summary>The last closed day; the unit opens on the working day after it.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>What officers and residents may read about it.</summary>
    public string Reason { get; init; } = "";
}
