using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;

namespace Puskesos.Core.Reminders.Schedule;

/// <summary>How long a need has been in the village's hands, and how long it waited for others meanwhile.</summary>
/// <param name="StartedAt">When the village took it into its hands.</param>
/// <param name="Paused">Working time for which the clock rested.</param>
/// <param name="IsPaused">Whether it rests now.</param>
/// <param name="IsSecondRound">Whether it was reopened: half the time is allowed (DOMAIN, section 6).</param>
public sealed record HandlingTime(DateTimeOffset StartedAt, TimeSpan Paused, bool IsPaused, bool IsSecondRound)
{
    /// <summary>Follows a need's moves; null when it is not in the village's hands now.</summary>
    public static HandlingTime? Of(ItemTimeline item, WorkingTime time)
    {
        ArgumentNullException.ThrowIfNull(item);
        HandlingTime? running = null;
        DateTimeOffset? restingSince = null;
        var reopened = false;
        foreach (var move in item.Moves)
        {
            reopened |= move.To == CaseStatus.Reopened;
            if (IsHandled(move.To))
            {
                running = running is null ? new(move.At, TimeSpan.Zero, IsPaused: false, reopened)
                    : running with { Paused = running.Paused + RestedUntil(restingSince, move.At, time), IsPaused = false };
                restingSince = null;
            }
            else if (Rests(move.To) && running is not null)
            {
                running = running with { IsPaused = true };
                restingSince ??= move.At;
            }
            else
            {
                running = null;
                restingSince = null;
            }
        }

        return running;
    }

    private static bool IsHandled(CaseStatus status) => status is CaseStatus.UnderReview or CaseStatus.Visit or CaseStatus.InProgress;

    /// <summary>Waiting for the resident's papers or the TKSK's review is not the village's time.</summary>
    private static bool Rests(CaseStatus status) => status is CaseStatus.NeedsDocuments or CaseStatus.ReferralReview;

    private static TimeSpan RestedUntil(DateTimeOffset? since, DateTimeOffset until, WorkingTime time) =>
        since is { } from ? time.WorkingTimeBetween(from, until) : TimeSpan.Zero;
}
