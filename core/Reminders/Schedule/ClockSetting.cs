namespace Puskesos.Core.Reminders.Schedule;

/// <summary>A regency's own limit of a clock, for one category or for all; Dinsos stretches it after a disaster with a public note.</summary>
public sealed class ClockSetting
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>The category it holds for; null for all of the regency.</summary>
    public string? CategoryCode { get; init; }

    public CaseClock Clock { get; init; }

    public int WorkingDays { get; set; }

    /// <summary>What the public may read about the reason.</summary>
    public string PublicNote { get; set; } = "";
}
