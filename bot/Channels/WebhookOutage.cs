using Npgsql;

namespace Puskesos.Bot.Channels;

/// <summary>
/// Says in the log that webhook calls cannot be stored: a line when that begins, a count at most once a minute while it lasts, a line when it is
/// over. Thousands of repeated calls would otherwise fill the disk that the database waits for. Kinds and counts only.
/// </summary>
internal sealed class WebhookOutage(TimeProvider clock, ILogger<WebhookOutage> log)
{
    /// <summary>The shortest time between two lines; an outage that comes and goes says no more either.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>SQLSTATE classes of our own mistakes: data, constraint, statement. The database is there.</summary>
    private static readonly string[] OwnMistakes = ["22", "23", "42"];

    private readonly Lock gate = new();
    private volatile bool isAway;
    private long began, said, refused;
    private bool wasSaid;

    /// <summary>A call was refused with 503.</summary>
    public void Refused(Exception problem)
    {
        var (kind, state) = (problem.GetType().Name, Causes(problem).OfType<PostgresException>().FirstOrDefault()?.SqlState);
        // The text of a database error may repeat values of the row: only its kind is logged.
        if (!IsAway(problem))
        {
            log.LogError("A webhook call could not be stored: {Kind} {SqlState}", kind, state);
            return;
        }

        lock (gate)
        {
            refused++;
            if (!isAway) (isAway, began, wasSaid) = (true, clock.GetTimestamp(), false);
            if (said != 0 && clock.GetElapsedTime(said) < Pause) return;
            if (wasSaid) log.LogWarning("Webhook calls still cannot be stored: {Count} refused in {Seconds} s, {Kind} {SqlState}", refused, Seconds(), kind, state);
            else log.LogError("Webhook calls cannot be stored and are refused with 503, so that they are repeated: {Kind} {SqlState}", kind, state);
            (said, wasSaid) = (clock.GetTimestamp(), true);
        }
    }

    /// <summary>A call was stored.</summary>
    public void Stored()
    {
        if (!isAway) return;
        lock (gate)
        {
            if (!isAway) return;
            isAway = false;
            // What came and went within a minute after the last line is counted with the next.
            if (!wasSaid) return;
            log.LogWarning("Webhook calls are stored again: {Count} had been refused in {Seconds} s", refused, Seconds());
            (refused, said) = (0, clock.GetTimestamp());
        }
    }

    private long Seconds() => (long)clock.GetElapsedTime(began).TotalSeconds;

    private static bool IsAway(Exception problem) => Causes(problem).Any(cause => cause switch
    {
        PostgresException { SqlState: var state } => !OwnMistakes.Contains(state[..2]),
        NpgsqlException or TimeoutException => true,
        _ => false,
    });

    private static IEnumerable<Exception> Causes(Exception problem)
    {
        for (var cause = problem; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
