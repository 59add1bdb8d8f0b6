using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Admin.Pages.Staff;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Settings;

/// <summary>Puts the history of settings into words, for every page that sets something.</summary>
public sealed class SettingHistory(SettingLog log, BotDbContext database, TimeProvider time)
{
    /// <summary>The names of the regency's areas.</summary>
    public Task<AreaNames> AreasAsync(OfficerReach reach, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return AreaNames.LoadAsync(database, reach.RegencyCode, cancellationToken);
    }

    /// <summary>Today where the regency lies.</summary>
    public DateOnly Today(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return IndonesianZone.OfArea(reach.RegencyCode).DayOf(time.GetUtcNow());
    }

    /// <summary>The latest changes, newest first; of one thing when its key is named.</summary>
    public async Task<IReadOnlyList<SettingLine>> ListAsync(OfficerReach reach, IReadOnlyCollection<SettingSubject> subjects, string? key, AreaNames areas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(areas);
        var all = await log.ListAsync(reach.RegencyCode, subjects, key, cancellationToken);
        var by = all.Select(row => row.ChangedBy).Distinct().ToArray();
        var names = await database.Users.Where(row => by.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        return [.. all.Select(row => new SettingLine(
            What(row, areas), $"{Moments.Of(reach.RegencyCode, row.ChangedAt)}, {names.GetValueOrDefault(row.ChangedBy, AdminWords.T(AdminText.By_Officer))}",
            Change(row)))];
    }

    private static string What(SettingChange row, AreaNames areas) => row.Subject switch
    {
        SettingSubject.Holiday => $"{AdminWords.T(AdminText.Setting_Holiday)} {Day(row.Key)}",
        SettingSubject.Closure => $"{AdminWords.T(AdminText.Setting_Closure)}: {areas.NameOf(row.Key)}",
        SettingSubject.JointLeave => $"{AdminWords.T(AdminText.Setting_JointLeave)}: {(row.Key == row.RegencyCode ? AdminWords.T(AdminText.Hours_All) : areas.NameOf(row.Key))}",
        _ => AdminWords.T($"Setting_{row.Subject}"),
    };

    /// <summary>"dari A menjadi B"; what was set anew or taken back is said so.</summary>
    private static string Change(SettingChange row) => (row.Before, row.After) switch
    {
        (null, { } after) => AdminWords.T(AdminText.Setting_Set, ("after", Shown(row.Subject, after))),
        ({ } before, null) => AdminWords.T(AdminText.Setting_TakenBack, ("before", Shown(row.Subject, before))),
        var (before, after) => AdminWords.T(AdminText.Setting_FromTo, ("before", Shown(row.Subject, before!)), ("after", Shown(row.Subject, after!))),
    };

    private static string Shown(SettingSubject subject, string kept) => subject switch
    {
        SettingSubject.Closure or SettingSubject.Ramadan => Days(kept.Split(SettingNote.Between, 3)),
        SettingSubject.JointLeave => AdminWords.T(kept == SettingLog.Yes ? AdminText.Hours_Works : AdminText.Hours_Free),
        SettingSubject.UnitHours => string.Join('–', kept.Replace(':', '.').Split(SettingNote.Between)),
        SettingSubject.UnitOpened => Day(kept),
        SettingSubject.AgencyKind => AdminWords.T($"Agency_{kept}"),
        SettingSubject.UnitNeighbours or SettingSubject.AgencyOutside or SettingSubject.AgencyOffered or SettingSubject.VillageHeads => AdminWords.T($"Setting_{kept}"),
        _ => kept,
    };

    private static string Days(string[] parts) => $"{Day(parts[0])} – {Day(parts[1])}{(parts.Length > 2 ? $" · {parts[2]}" : "")}";

    private static string Day(string kept) => IndonesianFormat.ShortDate(DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>One change of a setting, in words.</summary>
/// <param name="What">What was changed.</param>
/// <param name="When">When and by whom.</param>
/// <param name="Change">From what to what.</param>
public sealed record SettingLine(string What, string When, string Change);
