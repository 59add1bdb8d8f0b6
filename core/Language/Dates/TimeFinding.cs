namespace Puskesos.Core.Language.Dates;

/// <summary>What kind of time a phrase names.</summary>
internal enum TimeKind
{
    Date,
    DateRange,
    Time,
    TimeRange,
    DateTime,
    Duration,
}

/// <summary>One reading of a phrase: a moment, or a range with exclusive end; a duration has only its length.</summary>
internal readonly record struct TimeValue(DateTime Start, DateTime? End, TimeSpan Length)
{
    public static TimeValue At(DateTime moment) => new(moment, null, default);

    public static TimeValue Between(DateTime start, DateTime end) => new(start, end, default);

    public static TimeValue Of(TimeSpan length) => new(default, null, length);
}

/// <summary>A phrase of time in a message, with TIMEX and its readings, the likelier first.</summary>
/// <param name="Kind">Date, range, time, duration …</param>
/// <param name="First">First token.</param>
/// <param name="Last">Last token.</param>
/// <param name="Timex">The TIMEX expression.</param>
/// <param name="Values">The readings; a date without a year has the last and the next.</param>
/// <param name="IsOpenWeekday">A weekday alone: before a clock time the coming one is meant.</param>
internal sealed record TimeFinding(TimeKind Kind, int First, int Last, string Timex, TimeValue[] Values, bool IsOpenWeekday = false);
