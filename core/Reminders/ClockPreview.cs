using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>A planned reminder that a change moves.</summary>
public readonly record struct MovedReminder(string Ticket, string UnitCode, DateTimeOffset Before, DateTimeOffset After);

/// <summary>What a change of a limit would do.</summary>
/// <param name="Open">Open cases whose clock runs by this limit.</param>
/// <param name="Looked">How many of them were looked at, the next due first.</param>
/// <param name="DueAtOnce">Reminders among those that would fall due at once.</param>
/// <param name="Moved">Those that move, the next due first.</param>
public sealed record ClockEffect(int Open, int Looked, int DueAtOnce, IReadOnlyList<MovedReminder> Moved);

/// <summary>Reckons, before a limit is changed, which planned reminders would move; nothing is written.</summary>
public sealed class ClockPreview(BotDbContext database, ReminderRules rules, TimeProvider clock)
{
    /// <summary>Looked at for a preview: a page is not to wait for a whole regency.</summary>
    public const int Most = 500;

    private static readonly FrozenDictionary<string, ClockKind> ClockOf = new Dictionary<string, ClockKind>
    {
        ["nudge-hours"] = ClockKind.FirstCheck,
        ["check-late-days"] = ClockKind.FirstCheck,
        ["handling-late-days"] = ClockKind.Handling,
        ["review-hours"] = ClockKind.ReferralReview,
        ["review-days"] = ClockKind.ReferralReview,
        ["paper-days"] = ClockKind.Documents,
        ["confirmation-days"] = ClockKind.Confirmation,
        ["heartbeat-days"] = ClockKind.Heartbeat,
        ["heartbeat-days-outside"] = ClockKind.Heartbeat,
        ["acknowledgement-days"] = ClockKind.Acknowledgement,
        ["answer-late-days"] = ClockKind.AgencyAnswer,
    }.ToFrozenDictionary();

    /// <summary>The effect of a change; a category's days of handling move nothing that is planned, they count from the next check on.</summary>
    public async Task<ClockEffect> OfAsync(ClockChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var waiting = Concerned(change);
        var open = await waiting.Select(row => row.CaseId).Distinct().CountAsync(cancellationToken);
        if (change.Name == ClockSetting.HandlingDays) return new(open, 0, 0, []);
        var rows = await waiting.OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        var moved = await PlannedMoves.OfAsync(
            database, rows, (units, token) => rules.CurrentAsync(database, units, token),
            (current, subject) => (current.TimeOf(subject.RegencyCode, subject.UnitCode), WithChange(current, subject, change)), cancellationToken);
        var now = clock.GetUtcNow();
        return new(open, rows.Select(row => row.CaseId).Distinct().Count(), moved.Count(one => one.After <= now), moved);
    }

    /// <summary>The planned reminders of the clock in the area; for days of handling those of cases that nobody has begun.</summary>
    private IQueryable<DueReminder> Concerned(ClockChange change)
    {
        var clock = ClockOf.GetValueOrDefault(change.Name, ClockKind.FirstCheck);
        var cases = database.Cases.Where(row => row.RegencyCode == change.RegencyCode && !row.IsTest && row.Secrecy != Secrecy.Secret);
        if (change.CategoryCode is { } category) cases = cases.Where(row => row.Items.Any(item => item.CategoryCode == category));
        return database.Set<DueReminder>().AsNoTracking().Where(row => row.DoneAt == null && row.Clock == clock && cases.Any(found => found.Id == row.CaseId));
    }

    /// <summary>A category's own limit goes before the regency's, as when the reminders are planned.</summary>
    private static ClockLimits WithChange(ReminderRuleSet current, Case subject, ClockChange change)
    {
        var category = subject.Items.MinBy(item => item.Number)?.CategoryCode;
        var limits = current.LimitsOf(subject.RegencyCode, category);
        var ofCategory = change.CategoryCode is null && current.Settings[(subject.RegencyCode, category)].Any(setting => setting.Name == change.Name);
        var isOther = change.CategoryCode is { } meant && meant != category;
        if (ofCategory || isOther) return limits;
        return limits.With(change.Name, change.Values ?? Standard(current, change));
    }

    /// <summary>Without an own number a category goes back to the regency's, the regency to the domain sheet's.</summary>
    private static IReadOnlyList<int> Standard(ReminderRuleSet current, ClockChange change) =>
        (change.CategoryCode is null ? ClockLimits.Default : current.LimitsOf(change.RegencyCode, null))[change.Name];
}
