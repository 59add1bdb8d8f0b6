using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Whose calendar changes, and from which day on.</summary>
/// <param name="RegencyCode">The regency; null for all.</param>
/// <param name="From">The first day that is not as before: what is due earlier cannot move.</param>
/// <param name="UnitCode">One unit; null for all of the regency.</param>
public sealed record CalendarArea(string? RegencyCode, DateOnly From, string? UnitCode = null);

/// <summary>
/// Makes a change of holidays, closures or hours together with what follows from it: a free day that is taken back, or longer hours, lets
/// reminders fall due earlier than they are planned.
/// </summary>
public sealed class CalendarChanges(BotDbContext database, SettingLog log, TimeProvider clock)
{
    /// <summary>By then every instance has read the calendars, which it does every half minute.</summary>
    private static readonly TimeSpan ReadEverywhere = TimeSpan.FromMinutes(1);

    /// <summary>Where the day begins first: a regency that is not named may lie anywhere.</summary>
    private const string Easternmost = "91";

    /// <summary>The same for a change that an officer makes: who, what and what held before join the history of settings.</summary>
    public Task<bool> MakeAsync(CalendarArea area, SettingNote note, Func<Task<bool>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return MakeAsync(area, NotedAsync, cancellationToken);
        async Task<bool> NotedAsync()
        {
            if (!await change()) return false;
            log.Add(note);
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>Makes the change and lets the tick look at the area's open reminders: what is not due yet is only planned anew. False, and nothing done, when the change was not made.</summary>
    public async Task<bool> MakeAsync(CalendarArea area, Func<Task<bool>> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(area);
        ArgumentNullException.ThrowIfNull(change);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        if (!await change()) return false;
        var soon = clock.GetUtcNow() + ReadEverywhere;
        var begins = IndonesianZone.OfArea(area.RegencyCode ?? Easternmost).At(area.From, TimeOnly.MinValue);
        // What is being worked on at this moment is planned by that: waiting for it could make both wait for each other.
        await database.Database.ExecuteSqlAsync(
            $"""
            update due_reminders set due_at = {soon} where id in (
                select r.id from due_reminders r join cases c on c.id = r.case_id
                where r.done_at is null and r.due_at > {soon} and r.due_at >= {begins}
                    and ({area.RegencyCode}::text is null or c.regency_code = {area.RegencyCode}) and ({area.UnitCode}::text is null or c.unit_code = {area.UnitCode})
                for update of r skip locked)
            """, cancellationToken);
        await together.CommitAsync(cancellationToken);
        return true;
    }
}
