using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Jobs;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Documents.Retention;

/// <summary>Erases files whose time is over and writes a report for each served regency: 90 days after a case is closed, 7 days after a talk that led to none. Never of an S1 case.</summary>
public sealed class DocumentRetentionJob(BotDbContext database, ErasureRules rules, StagingArea staging, TextCatalog texts, TimeProvider clock) : IRecurringJob, ISummarisedJob
{
    public string? Summary { get; private set; }

    /// <summary>What is counted is what is erased: both see one state of the database. When a case changes in between, the run fails and the next one takes all.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var together = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var plans = await rules.PlanAsync(cancellationToken);
        foreach (var due in new[] { rules.OfClosedCases(), rules.OfWithdrawn(), rules.OfUnfinishedTalks() })
            await due.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DocumentState.Erased), cancellationToken);
        var served = await database.Set<Regency>().Where(row => row.AreaLetters != null).Select(row => row.Code).ToListAsync(cancellationToken);
        foreach (var code in served.Union(plans.Keys))
        {
            var plan = plans.GetValueOrDefault(code, RetentionPlan.Nothing);
            database.Add(new ErasureReport { RegencyCode = code, At = now, ClosedCases = plan.ClosedCases, UnfinishedTalks = plan.UnfinishedTalks, Withdrawn = plan.Withdrawn, KeptSecret = plan.KeptSecret });
        }

        var before = now - DocumentView.KeptFor;
        await database.DocumentViews.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
        await database.Set<ErasureReport>().Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        var staged = staging.Sweep(now - ErasureRules.AfterLastWord);
        Summary = Told(plans.Values, staged);
    }

    private string Told(IEnumerable<RetentionPlan> plans, int staged)
    {
        var sum = plans.Aggregate(RetentionPlan.Nothing, (one, other) =>
            new(one.ClosedCases + other.ClosedCases, one.UnfinishedTalks + other.UnfinishedTalks, one.Withdrawn + other.Withdrawn, one.KeptSecret + other.KeptSecret));
        string Written(int count) => count.ToString(CultureInfo.InvariantCulture);
        return texts.Fill(OfficerMessages.Retention_Summary, TextCatalog.Indonesian,
            ("closed", Written(sum.ClosedCases)), ("unfinished", Written(sum.UnfinishedTalks)), ("withdrawn", Written(sum.Withdrawn)), ("staged", Written(staged)), ("secret", Written(sum.KeptSecret)));
    }
}
