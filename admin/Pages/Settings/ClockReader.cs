using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Settings;

/// <summary>A limit as it counts now.</summary>
/// <param name="Name">Which.</param>
/// <param name="Values">Its numbers.</param>
/// <param name="Standard">What counts without an own number here.</param>
/// <param name="IsOwn">Set for what is shown: the category, or all of the regency.</param>
/// <param name="Note">Why, when it is set.</param>
public sealed record LimitLine(string Name, IReadOnlyList<int> Values, IReadOnlyList<int> Standard, bool IsOwn, string? Note);

/// <summary>A change that was made.</summary>
public sealed record ChangeLine(DateTimeOffset At, string By, string Name, string? Category, IReadOnlyList<int>? Before, IReadOnlyList<int>? After, string Note);

/// <summary>Reads the limits of a regency and their history.</summary>
public sealed class ClockReader(BotDbContext database)
{
    /// <summary>The latest changes fill a screen; older ones stay in the database.</summary>
    private const int MostChanges = 50;

    /// <summary>The categories of the catalogue.</summary>
    public async Task<IReadOnlyList<(string Code, string Label)>> CategoriesAsync(CancellationToken cancellationToken) =>
        [.. (await database.Categories.AsNoTracking().OrderBy(row => row.Label).Select(row => new { row.Code, row.Label }).ToListAsync(cancellationToken)).Select(row => (row.Code, row.Label))];

    /// <summary>Every limit of the regency or, for a category, of that category; its days of handling first.</summary>
    public async Task<IReadOnlyList<LimitLine>> LimitsAsync(string regency, string? category, CancellationToken cancellationToken)
    {
        var set = await database.Set<ClockSetting>().AsNoTracking().Where(row => row.RegencyCode == regency && (row.CategoryCode == null || row.CategoryCode == category)).ToListAsync(cancellationToken);
        ClockSetting? Of(string name, string? of) => set.Find(row => row.Name == name && row.CategoryCode == of);
        var lines = new List<LimitLine>();
        if (category is not null)
        {
            var days = await database.Categories.Where(row => row.Code == category).Select(row => row.LocalWorkingDays).SingleAsync(cancellationToken);
            lines.Add(Line(ClockSetting.HandlingDays, [days], Of(ClockSetting.HandlingDays, category)));
        }

        foreach (var name in ClockLimits.Names)
            lines.Add(Line(name, category is null ? ClockLimits.Default[name] : Of(name, null)?.Values ?? ClockLimits.Default[name], Of(name, category)));
        return lines;
    }

    /// <summary>The latest changes, newest first.</summary>
    public async Task<IReadOnlyList<ChangeLine>> HistoryAsync(string regency, CancellationToken cancellationToken) => await (
        from change in database.Set<ClockSettingChange>().AsNoTracking()
        where change.RegencyCode == regency
        join officer in database.Set<Officer>() on change.ChangedBy equals officer.Id
        join known in database.Categories on change.CategoryCode equals known.Code into categories
        from category in categories.DefaultIfEmpty()
        orderby change.Id descending
        select new ChangeLine(change.ChangedAt, officer.Name, change.Name, category == null ? change.CategoryCode : category.Label, change.Before, change.After, change.Note))
        .Take(MostChanges).ToListAsync(cancellationToken);

    private static LimitLine Line(string name, IReadOnlyList<int> standard, ClockSetting? own) => new(name, own?.Values ?? standard, standard, own is not null, own?.Note);
}
