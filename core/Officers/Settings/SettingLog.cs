using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Officers.Settings;

/// <summary>Keeps who changed which setting, with what held before. A line joins the caller's transaction, so that it stands or falls with the change.</summary>
public sealed class SettingLog(BotDbContext database, TimeProvider clock)
{
    /// <summary>Lines of a page's history.</summary>
    private const int MostShown = 40;

    /// <summary>Yes and no as they are kept.</summary>
    public const string Yes = "yes", No = "no";

    /// <summary>Adds a line to the context; nothing when it is as before.</summary>
    public void Add(SettingNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Before == note.After) return;
        database.Add(new SettingChange
        {
            RegencyCode = note.By.RegencyCode,
            Subject = note.Subject,
            Key = note.Key,
            Before = note.Before,
            After = note.After,
            ChangedAt = clock.GetUtcNow(),
            ChangedBy = note.By.OfficerId,
        });
    }

    /// <summary>The latest changes of these settings, newest first; of one thing when its key is named.</summary>
    public Task<List<SettingChange>> ListAsync(string regencyCode, IReadOnlyCollection<SettingSubject> subjects, string? key, CancellationToken cancellationToken) =>
        database.Set<SettingChange>().AsNoTracking().Where(row => row.RegencyCode == regencyCode && subjects.Contains(row.Subject) && (key == null || row.Key == key))
            .OrderByDescending(row => row.Id).Take(MostShown).ToListAsync(cancellationToken);

    /// <summary>A switch as it is kept.</summary>
    public static string Switch(bool isOn) => isOn ? Yes : No;
}
