namespace Puskesos.Core.Calendar.Holidays;

/// <summary>A free day of the year's holiday table; loaded only from the decree, never from a news list.</summary>
public sealed class Holiday
{
    public long Id { get; init; }

    public DateOnly Day { get; init; }

    public HolidayKind Kind { get; init; }

    /// <summary>The regency that the day is free in; null for the whole nation.</summary>
    public string? RegencyCode { get; init; }

    /// <summary>The name that officers read, in Indonesian.</summary>
    public required string Name { get; init; }
}
