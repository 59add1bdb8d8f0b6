using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>What a regency wants to change.</summary>
/// <param name="RegencyCode">The regency.</param>
/// <param name="CategoryCode">One of its categories; null for all.</param>
/// <param name="Name">Which limit.</param>
/// <param name="Values">Its numbers; null = the standard again.</param>
public sealed record ClockChange(string RegencyCode, string? CategoryCode, string Name, IReadOnlyList<int>? Values)
{
    /// <summary>False for numbers that cannot stand for the limit.</summary>
    public bool Fits => Name == ClockSetting.HandlingDays
        ? CategoryCode is not null && Values is null or [>= 1 and <= ClockSetting.Most]
        : ClockLimits.Names.Contains(Name) && (Values is null || ClockLimits.Fits(Name, Values));
}

/// <summary>Writes a regency's own limits and their history, so that every instance uses them within half a minute and reminders already planned are planned anew.</summary>
public sealed class ClockSettings(BotDbContext database, TimeProvider clock)
{
    /// <summary>Longest reason for a change.</summary>
    public const int LongestNote = 400;

    /// <summary>Makes the change; false, and nothing written, for numbers that cannot stand for the limit or without a reason.</summary>
    public async Task<bool> SetAsync(ClockChange change, string note, long officerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!change.Fits || string.IsNullOrWhiteSpace(note) || note.Length > LongestNote) return false;
        var (regency, category, name) = (change.RegencyCode, change.CategoryCode, change.Name);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var row = await database.Set<ClockSetting>().SingleOrDefaultAsync(known => known.RegencyCode == regency && known.CategoryCode == category && known.Name == name, cancellationToken);
        int[]? after = change.Values is null ? null : [.. change.Values];
        database.Add(new ClockSettingChange
        {
            RegencyCode = regency,
            CategoryCode = category,
            Name = name,
            Before = row?.Values,
            After = after,
            Note = note.Trim(),
            ChangedAt = clock.GetUtcNow(),
            ChangedBy = officerId,
        });
        if (after is null && row is not null) database.Remove(row);
        if (after is not null)
        {
            if (row is null) database.Add(row = new ClockSetting { RegencyCode = regency, CategoryCode = category, Name = name, Values = after });
            (row.Values, row.Note, row.ChangedAt) = (after, note.Trim(), clock.GetUtcNow());
        }

        await database.SaveChangesAsync(cancellationToken);
        if (name != ClockSetting.HandlingDays) await PlanAnewAsync(regency, category, cancellationToken);
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
        // What a tick is working on at this moment is planned by that: waiting for it could make both wait for each other.
        await database.Database.ExecuteSqlAsync(
            $"""
            update due_reminders set due_at = {soon} where id in (
                select r.id from due_reminders r join cases c on c.id = r.case_id
                where r.done_at is null and r.due_at > {soon} and c.regency_code = {regencyCode}
                    and ({categoryCode}::text is null or exists (select 1 from case_items i where i.case_id = c.id and i.category_code = {categoryCode}))
                for update of r skip locked)
            """, cancellationToken);
    }
}
