using System.Collections.Frozen;

namespace Puskesos.Core.Reminders.Schedule;

/// <summary>How many working days each clock allows, per regency and category; the narrower setting counts.</summary>
public sealed class ClockLimits(IEnumerable<ClockSetting> settings, IEnumerable<KeyValuePair<string, int>> handlingDaysByCategory)
{
    /// <summary>A new case must be begun within one working day (DOMAIN, section 6).</summary>
    public const int FirstCheckDays = 1;

    /// <summary>For a category that the catalogue no longer knows: that of "lainnya".</summary>
    private const int UnknownCategoryDays = 1;

    private readonly FrozenDictionary<(string Regency, string? Category, CaseClock Clock), int> set =
        settings.ToFrozenDictionary(row => (row.RegencyCode, row.CategoryCode, row.Clock), row => row.WorkingDays);

    private readonly FrozenDictionary<string, int> catalogue = handlingDaysByCategory.ToFrozenDictionary();

    /// <summary>Working days until somebody must have begun.</summary>
    public int FirstCheck(string regencyCode, string categoryCode) =>
        Set(regencyCode, categoryCode, CaseClock.FirstCheck) ?? FirstCheckDays;

    /// <summary>Working days until a need must be finished locally or referred; 0 is the same day.</summary>
    public int Handling(string regencyCode, string categoryCode) =>
        Set(regencyCode, categoryCode, CaseClock.Handling) ?? catalogue.GetValueOrDefault(categoryCode, UnknownCategoryDays);

    private int? Set(string regencyCode, string? categoryCode, CaseClock clock) =>
        set.TryGetValue((regencyCode, categoryCode, clock), out var days) ? days
        : set.TryGetValue((regencyCode, null, clock), out days) ? days
        : null;
}
