using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Places;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>The units and calendars by which clocks are reckoned, as they stood when they were read.</summary>
/// <param name="Calendars">The calendars of the offices.</param>
/// <param name="Units">The units by their codes.</param>
/// <param name="Settings">The limits that regencies set for themselves.</param>
public sealed record ReminderRuleSet(WorkCalendars Calendars, FrozenDictionary<string, UnitCard> Units, ILookup<(string Regency, string? Category), ClockSetting> Settings)
{
    /// <summary>The limits of a case: its category's own, else its regency's, else the domain sheet's.</summary>
    public ClockLimits LimitsOf(string regencyCode, string? categoryCode)
    {
        if (Settings.Count == 0) return ClockLimits.Default;
        var limits = ClockLimits.Default;
        foreach (var setting in Settings[(regencyCode, null)].Concat(categoryCode is null ? [] : Settings[(regencyCode, categoryCode)]))
            if (ClockLimits.Fits(setting.Name, setting.Values)) limits = limits.With(setting.Name, setting.Values);
        return limits;
    }

    /// <summary>The card of a unit; one made of its code when the unit is gone.</summary>
    public UnitCard UnitOf(string unitCode) => Units.GetValueOrDefault(unitCode) ?? new(unitCode, unitCode, UnitKind.Desa, null, null);

    /// <summary>The working time of a unit; of the regency's office when the unit is not known.</summary>
    public WorkingTime TimeOf(string regencyCode, string unitCode) => Calendars.For(
        Units.TryGetValue(unitCode, out var unit) ? new Office(regencyCode, unitCode, unit.Opens, unit.Closes) : new Office(regencyCode));
}

/// <summary>What notices and clocks need of a unit.</summary>
public sealed record UnitCard(string Code, string Name, UnitKind Kind, TimeOnly? Opens, TimeOnly? Closes);

/// <summary>Keeps the rules of the reminders; a changed setting is used within half a minute.</summary>
public sealed class ReminderRules(WorkCalendarBook calendars, TimeProvider clock)
{
    /// <summary>How long a reading is used (DESIGN, Processes).</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private volatile Reading? last;

    /// <summary>The rules now; read anew when the last reading is old or lacks one of the units asked for.</summary>
    public async Task<ReminderRuleSet> CurrentAsync(BotDbContext database, IEnumerable<string> unitCodes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var now = clock.GetUtcNow();
        var known = last;
        if (known is null || (now - known.At).Duration() > Kept || unitCodes.Any(code => !known.Units.ContainsKey(code)))
            last = known = await ReadAsync(database, now, cancellationToken);
        return new ReminderRuleSet(calendars.Current, known.Units, known.Settings);
    }

    private static async Task<Reading> ReadAsync(BotDbContext database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var units = await database.Set<PuskesosUnit>().AsNoTracking()
            .Select(row => new UnitCard(row.Code, row.Name, row.Kind, row.Opens, row.Closes)).ToListAsync(cancellationToken);
        var settings = await database.Set<ClockSetting>().AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return new(now, units.ToFrozenDictionary(unit => unit.Code), settings.ToLookup(row => (row.RegencyCode, row.CategoryCode)));
    }

    private sealed record Reading(DateTimeOffset At, FrozenDictionary<string, UnitCard> Units, ILookup<(string Regency, string? Category), ClockSetting> Settings);
}
