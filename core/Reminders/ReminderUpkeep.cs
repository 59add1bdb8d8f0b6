using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>
/// Plans the reminders of every case that is being saved, in the same save: no move can forget its clocks, and a case
/// and its due rows stand or fall together.
/// </summary>
public sealed class ReminderUpkeep(ReminderRules rules) : SaveChangesInterceptor
{
    /// <summary>Saving without waiting would leave clocks unplanned; nothing of the product does it.</summary>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData?.Context is BotDbContext database && ChangedCases(database).Count > 0
            ? throw new NotSupportedException("A changed case is saved with SaveChangesAsync.")
            : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData?.Context is BotDbContext database) await PlanAsync(database, cancellationToken);
        return result;
    }

    private async Task PlanAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        var ids = ChangedCases(database);
        if (ids.Count == 0) return;
        var storedIds = ids.Where(id => id > 0).ToList();
        if (storedIds.Count > 0) await LoadAsync(database, storedIds, cancellationToken);

        var cases = database.ChangeTracker.Entries<Case>()
            .Where(entry => ids.Contains(IdOf(entry))).Select(entry => entry.Entity).ToList();
        var rows = database.ChangeTracker.Entries<DueReminder>()
            .Where(entry => entry.State != EntityState.Deleted).Select(entry => entry.Entity).ToLookup(row => row.Case);
        var current = await rules.CurrentAsync(database, cases.Select(subject => subject.UnitCode).Distinct(), cancellationToken);
        var timelines = await CaseTimelines.LoadAsync(database, cases, cancellationToken);
        foreach (var subject in cases)
        {
            var plan = ReminderPlan.Of(subject, RunsOf(subject, timelines, [.. rows[subject]], current), [.. rows[subject]]);
            database.RemoveRange(plan.Removed);
            database.AddRange(plan.Added);
        }
    }

    /// <summary>The clocks of a case by these rules; the operator's self-check has none.</summary>
    internal static IReadOnlyList<ClockRun> RunsOf(
        Case subject, CaseTimelines timelines, IReadOnlyCollection<DueReminder> rows, ReminderRuleSet current) =>
        subject.IsTest || subject.Items.Count == 0 ? []
            : ReminderSchedule.RunsOf(
                timelines.Of(subject, rows), current.TimeOf(subject.RegencyCode, subject.UnitCode),
                current.LimitsOf(subject.RegencyCode, subject.Items.MinBy(item => item.Number)?.CategoryCode));

    /// <summary>Brings the cases, their needs and their reminders into the context; what is changed there already stays as it is.</summary>
    private static async Task LoadAsync(BotDbContext database, List<long> ids, CancellationToken cancellationToken)
    {
        await database.Cases.Where(row => ids.Contains(row.Id)).Include(row => row.Items).LoadAsync(cancellationToken);
        await database.Set<DueReminder>().Where(row => ids.Contains(row.CaseId)).LoadAsync(cancellationToken);
    }

    private static HashSet<long> ChangedCases(BotDbContext database)
    {
        database.ChangeTracker.DetectChanges();
        var ids = new HashSet<long>();
        foreach (var entry in database.ChangeTracker.Entries())
        {
            var id = entry switch
            {
                { Entity: Case } when Touches(entry,
                    nameof(Case.Status), nameof(Case.LastToldAt), nameof(Case.DueAt), nameof(Case.ClockLeft), nameof(Case.UnitCode), nameof(Case.Secrecy), nameof(Case.HelpedConsent)) =>
                    IdOf(entry, nameof(Case.Id)),
                { Entity: CaseItem } when Touches(entry, nameof(CaseItem.Status), nameof(CaseItem.DocumentsDueAt)) =>
                    IdOf(entry, nameof(CaseItem.CaseId)),
                { Entity: CaseEvent { ToStatus: not null }, State: EntityState.Added } => IdOf(entry, nameof(CaseEvent.CaseId)),
                { Entity: Visit, State: EntityState.Added or EntityState.Modified } => IdOf(entry, nameof(Visit.CaseId)),
                { Entity: Referral, State: EntityState.Added or EntityState.Modified } => IdOf(entry, nameof(Referral.CaseId)),
                { Entity: DueReminder, State: EntityState.Modified } => IdOf(entry, nameof(DueReminder.CaseId)),
                _ => 0,
            };
            if (id != 0) ids.Add(id);
        }

        return ids;
    }

    private static bool Touches(EntityEntry entry, params ReadOnlySpan<string> properties)
    {
        if (entry.State == EntityState.Added) return true;
        if (entry.State != EntityState.Modified) return false;
        foreach (var name in properties)
            if (entry.Property(name).IsModified) return true;
        return false;
    }

    private static long IdOf(EntityEntry entry, string property = nameof(Case.Id)) => (long)entry.Property(property).CurrentValue!;
}
