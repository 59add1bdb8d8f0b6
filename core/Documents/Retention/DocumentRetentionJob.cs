using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Puskesos.Core.Documents.Reading;
using Puskesos.Core.Jobs;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Documents.Retention;

/// <summary>Erases files whose time is over (DOMAIN §4.6): 90 days after a case is closed, 7 days after a talk that led to none. Never of an S1 case.</summary>
public sealed class DocumentRetentionJob(BotDbContext database, StagingArea staging, TimeProvider clock, ILogger<DocumentRetentionJob> log) : IRecurringJob
{
    /// <summary>DOMAIN §4.6, told to the resident when consent is asked.</summary>
    public static readonly TimeSpan AfterClosing = TimeSpan.FromDays(90);

    /// <summary>DOMAIN §4.6; also the life of a draft.</summary>
    public static readonly TimeSpan AfterLastWord = TimeSpan.FromDays(7);

    /// <summary>It runs once a day.</summary>
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromDays(1);

    /// <summary>The dry run: how much would be erased now.</summary>
    public async Task<RetentionPlan> PlanAsync(CancellationToken cancellationToken) =>
        new(await OfClosedCases().CountAsync(cancellationToken), await OfUnfinishedTalks().CountAsync(cancellationToken), await OfWithdrawn().CountAsync(cancellationToken));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(cancellationToken);
        await EraseAsync(OfClosedCases(), cancellationToken);
        await EraseAsync(OfUnfinishedTalks(), cancellationToken);
        await EraseAsync(OfWithdrawn(), cancellationToken);
        var before = clock.GetUtcNow() - DocumentView.KeptFor;
        await database.DocumentViews.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
        var staged = staging.Sweep(clock.GetUtcNow() - AfterLastWord);
        log.LogInformation("Retention: {Closed} files of closed cases, {Unfinished} of unfinished talks, {Withdrawn} withdrawn, {Staged} never fetched", plan.ClosedCases, plan.UnfinishedTalks, plan.Withdrawn, staged);
    }

    private static Task<int> EraseAsync(IQueryable<Document> due, CancellationToken cancellationToken) =>
        due.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DocumentState.Erased), cancellationToken);

    private IQueryable<Document> OfClosedCases()
    {
        var before = clock.GetUtcNow() - AfterClosing;
        var over = database.Cases.Where(row => row.ClosedAt < before && (int)row.Secrecy != HighestSecrecy).Select(row => (long?)row.Id);
        return Kept().Where(row => over.Contains(row.CaseId));
    }

    private IQueryable<Document> OfUnfinishedTalks()
    {
        var before = clock.GetUtcNow() - AfterLastWord;
        var alive = database.Conversations.Where(row => row.DraftStartedAt != null && row.LastInboundAt >= before).Select(row => (long?)row.Id);
        return Kept().Where(row => row.CaseId == null && row.ReceivedAt < before && !alive.Contains(row.ConversationId));
    }

    /// <summary>Files of people who withdrew and whose case is over: the run before the time is up, because the next is a day later.</summary>
    private IQueryable<Document> OfWithdrawn()
    {
        var before = clock.GetUtcNow() + BetweenRuns;
        var people = database.Residents.Where(row => row.EraseBy < before).Select(row => (long?)row.Id);
        var over = database.Cases.Where(row => row.ClosedAt != null && (int)row.Secrecy != HighestSecrecy && (people.Contains(row.ReporterId) || people.Contains(row.HelpedId))).Select(row => (long?)row.Id);
        return Kept().Where(row => over.Contains(row.CaseId));
    }

    private IQueryable<Document> Kept() => database.Documents.Where(row => row.State != DocumentState.Erased);

    /// <summary>S1 (number 2 of the cases' secrecy): no automatic deletion while an agency's process may be open.</summary>
    private const int HighestSecrecy = 2;
}
