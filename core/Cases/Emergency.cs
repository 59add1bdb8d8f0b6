namespace Puskesos.Core.Cases;

/// <summary>An alarm: somebody is in danger now. Has its own number; the case behind it has no ticket text in any chat.</summary>
public sealed class Emergency
{
    /// <summary>Minutes without an answer after which everybody of SLRT and Dinsos is told, on duty or not (DOMAIN, section 7).</summary>
    public const int EverybodyFromMinutes = 30;

    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public long ConversationId { get; init; }

    public long? CaseId { get; set; }

    /// <summary><c>D-2611-03</c>: month and a number within the regency and month.</summary>
    public required string Number { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>True when the words spoke of taking one's own life.</summary>
    public bool IsSuicidal { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public long? AcknowledgedBy { get; set; }

    /// <summary>The last step of the alarm that was taken, in minutes after it was raised; 0 = only the alarm itself.</summary>
    public int AlarmedMinutes { get; set; }

    /// <summary>When the resident was told the truth that nobody has answered yet.</summary>
    public DateTimeOffset? ResidentToldAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A report that somebody asked for money, a PIN or an OTP in the service's name; goes to Dinsos only.</summary>
public sealed class ScamReport
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public long ConversationId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The resident's words, sealed.</summary>
    public required byte[] Words { get; init; }
}

/// <summary>One try to read a status with ticket and code; five wrong ones pause the address and the ticket for 24 hours.</summary>
public sealed class StatusLookup
{
    /// <summary>Wrong tries before the pause (CONTRACT §4).</summary>
    public const int WrongTriesAllowed = 5;

    /// <summary>How long the pause lasts (CONTRACT §4).</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(24);

    public long Id { get; init; }

    public long ConversationId { get; init; }

    /// <summary>As written, normalised; also a ticket that does not exist.</summary>
    public required string Ticket { get; init; }

    public DateTimeOffset At { get; init; }

    public bool Matched { get; init; }
}

/// <summary>The running number of tickets or alarms per regency and month.</summary>
public sealed class NumberCounter
{
    /// <summary><c>ticket</c> or <c>emergency</c>, regency code and month: <c>ticket/33.28/2611</c>.</summary>
    public required string Key { get; init; }

    public int Last { get; set; }
}
