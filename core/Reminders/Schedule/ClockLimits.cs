namespace Puskesos.Core.Reminders.Schedule;

/// <summary>The limits of the clocks; the defaults are those of the domain sheet, section 7.</summary>
public sealed record ClockLimits
{
    /// <summary>The domain sheet's own.</summary>
    public static ClockLimits Default { get; } = new();

    /// <summary>Working hours until a case that nobody opened is recalled.</summary>
    public IReadOnlyList<int> NudgeHours { get; init; } = [2, 4];

    /// <summary>Working days after the due day until an unopened case goes up.</summary>
    public IReadOnlyList<int> CheckLateDays { get; init; } = [0, 1, 2];

    /// <summary>Working days after the due moment until a handled case goes up, beyond its first step at due.</summary>
    public IReadOnlyList<int> HandlingLateDays { get; init; } = [2, 5];

    /// <summary>Working hours until the TKSK is reminded of a review.</summary>
    public IReadOnlyList<int> ReviewHours { get; init; } = [4];

    /// <summary>Working days until a review is late, and until the regency hears of it.</summary>
    public IReadOnlyList<int> ReviewDays { get; init; } = [1, 2];

    /// <summary>Calendar days until the resident is reminded of papers.</summary>
    public IReadOnlyList<int> PaperDays { get; init; } = [3, 7, 14, 25];

    /// <summary>Calendar days until the resident is asked again whether it is settled.</summary>
    public IReadOnlyList<int> ConfirmationDays { get; init; } = [3, 7];

    /// <summary>An open case is silent at most so many working days.</summary>
    public IReadOnlyList<int> HeartbeatDays { get; init; } = [5];

    /// <summary>While with another agency: calendar days.</summary>
    public IReadOnlyList<int> HeartbeatDaysOutside { get; init; } = [14];

    /// <summary>Working days without acknowledgement until the back office calls, the TKSK hears of it, the regency hears of it.</summary>
    public IReadOnlyList<int> AcknowledgementDays { get; init; } = [3, 5, 10];

    /// <summary>Working days after an agency's due day until it goes up.</summary>
    public IReadOnlyList<int> AnswerLateDays { get; init; } = [2, 5, 10];

    /// <summary>The names under which a regency sets them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "nudge-hours", "check-late-days", "handling-late-days", "review-hours", "review-days", "paper-days", "confirmation-days",
        "heartbeat-days", "heartbeat-days-outside", "acknowledgement-days", "answer-late-days",
    ];

    /// <summary>The numbers of a limit; throws for a name that is none.</summary>
    public IReadOnlyList<int> this[string name] => name switch
    {
        "nudge-hours" => NudgeHours,
        "check-late-days" => CheckLateDays,
        "handling-late-days" => HandlingLateDays,
        "review-hours" => ReviewHours,
        "review-days" => ReviewDays,
        "paper-days" => PaperDays,
        "confirmation-days" => ConfirmationDays,
        "heartbeat-days" => HeartbeatDays,
        "heartbeat-days-outside" => HeartbeatDaysOutside,
        "acknowledgement-days" => AcknowledgementDays,
        "answer-late-days" => AnswerLateDays,
        _ => throw new ArgumentException($"No limit is called {name}.", nameof(name)),
    };

    /// <summary>The same with one limit changed; throws for a name that is none.</summary>
    public ClockLimits With(string name, IReadOnlyList<int> values) => name switch
    {
        "nudge-hours" => this with { NudgeHours = values },
        "check-late-days" => this with { CheckLateDays = values },
        "handling-late-days" => this with { HandlingLateDays = values },
        "review-hours" => this with { ReviewHours = values },
        "review-days" => this with { ReviewDays = values },
        "paper-days" => this with { PaperDays = values },
        "confirmation-days" => this with { ConfirmationDays = values },
        "heartbeat-days" => this with { HeartbeatDays = values },
        "heartbeat-days-outside" => this with { HeartbeatDaysOutside = values },
        "acknowledgement-days" => this with { AcknowledgementDays = values },
        "answer-late-days" => this with { AnswerLateDays = values },
        _ => throw new ArgumentException($"No limit is called {name}.", nameof(name)),
    };

    /// <summary>Whether these numbers can stand for a limit: as many as it has, rising, none absurd.</summary>
    public static bool Fits(string name, IReadOnlyList<int> values) =>
        Names.Contains(name) && values.Count == Default[name].Count && values.All(value => value is >= 0 and <= Catalogue.ClockSetting.Most)
        && values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
}
