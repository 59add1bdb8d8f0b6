using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Writes a regency's own limits, so that every instance uses them within half a minute and reminders already planned are planned anew.</summary>
public sealed class ClockSettings(BotDbContext database, TimeProvider clock)
{
    /// <summary>Sets a limit for the regency or one of its categories; false, and nothing written, for numbers that cannot stand for it.</summary>
    public async Task<bool> SetAsync(string regencyCode, string? categoryCode, string name, int[] values, string? note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        var isHandling = name == ClockSetting.HandlingDays;
        if (isHandling ? values is not [>= 0 and <= ClockSetting.Most] : !ClockLimits.Fits(name, values)) return false;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var row = await database.Set<ClockSetting>().SingleOrDefaultAsync(known => known.RegencyCode == regencyCode && known.CategoryCode == categoryCode && known.Name == name, cancellationToken);
        if (row is null) database.Add(row = new ClockSetting { RegencyCode = regencyCode, CategoryCode = categoryCode, Name = name, Values = values });
        (row.Values, row.Note, row.ChangedAt) = (values, note, clock.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        if (!isHandling) await PlanAnewAsync(regencyCode, categoryCode, cancellationToken);
        await together.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Lets the tick look at every open reminder of the area once the new limits are read everywhere: what is not due yet is only
    /// planned anew.
    /// </summary>
    private async Task PlanAnewAsync(string regencyCode, string? categoryCode, CancellationToken cancellationToken)
    {
        var soon = clock.GetUtcNow() + ReminderRules.Kept;
        await database.Database.ExecuteSqlAsync(
            $"""
            update due_reminders r set due_at = {soon} from cases c
            where c.id = r.case_id and r.done_at is null and r.due_at > {soon} and c.regency_code = {regencyCode}
                and ({categoryCode}::text is null or exists (select 1 from case_items i where i.case_id = c.id and i.category_code = {categoryCode}))
            """, cancellationToken);
    }
}
