using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Documents.Retention;

/// <summary>Which files' time is over (DOMAIN §4.6), and how many of each regency.</summary>
public sealed class ErasureRules(BotDbContext database, TimeProvider clock)
{
    /// <summary>DOMAIN §4.6, told to the resident when consent is asked.</summary>
    public static readonly TimeSpan AfterClosing = TimeSpan.FromDays(90);

    /// <summary>DOMAIN §4.6; also the life of a draft.</summary>
    public static readonly TimeSpan AfterLastWord = TimeSpan.FromDays(7);

    /// <summary>Retention runs once a day.</summary>
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromDays(1);

    /// <summary>S1 (number 2 of the cases' secrecy): no automatic deletion while an agency's process may be open.</summary>
    private const int HighestSecrecy = 2;

    /// <summary>The dry run: how much of each regency would be erased now; regencies without such files are left out.</summary>
    public async Task<IReadOnlyDictionary<string, RetentionPlan>> PlanAsync(CancellationToken cancellationToken)
    {
        var closed = await OfCasesAsync(OfClosedCases(), cancellationToken);
        var unfinished = await OfTalksAsync(cancellationToken);
        var withdrawn = await OfCasesAsync(OfWithdrawn(), cancellationToken);
        var secret = await OfCasesAsync(OfSecretCases(), cancellationToken);
        return closed.Keys.Union(unfinished.Keys).Union(withdrawn.Keys).Union(secret.Keys).ToDictionary(code => code, code => new RetentionPlan(
            closed.GetValueOrDefault(code), unfinished.GetValueOrDefault(code), withdrawn.GetValueOrDefault(code), secret.GetValueOrDefault(code)));
    }

    /// <summary>Files of cases closed ninety days ago.</summary>
    public IQueryable<Document> OfClosedCases()
    {
        var before = clock.GetUtcNow() - AfterClosing;
        var over = database.Cases.Where(row => row.ClosedAt < before && (int)row.Secrecy != HighestSecrecy).Select(row => (long?)row.Id);
        return Kept().Where(row => over.Contains(row.CaseId));
    }

    /// <summary>Files of talks that led to no case.</summary>
    public IQueryable<Document> OfUnfinishedTalks()
    {
        var before = clock.GetUtcNow() - AfterLastWord;
        var alive = database.Conversations.Where(row => row.DraftStartedAt != null && row.LastInboundAt >= before).Select(row => (long?)row.Id);
        return Kept().Where(row => row.CaseId == null && row.ReceivedAt < before && !alive.Contains(row.ConversationId));
    }

    /// <summary>Files of people who withdrew and whose case is over, beyond those of <see cref="OfClosedCases"/>: the run before the time is up, because the next is a day later.</summary>
    public IQueryable<Document> OfWithdrawn()
    {
        var (before, closed) = (clock.GetUtcNow() + BetweenRuns, clock.GetUtcNow() - AfterClosing);
        var people = database.Residents.Where(row => row.EraseBy < before).Select(row => (long?)row.Id);
        var over = database.Cases.Where(row => row.ClosedAt >= closed && (int)row.Secrecy != HighestSecrecy && (people.Contains(row.ReporterId) || people.Contains(row.HelpedId))).Select(row => (long?)row.Id);
        return Kept().Where(row => over.Contains(row.CaseId));
    }

    private IQueryable<Document> OfSecretCases()
    {
        var before = clock.GetUtcNow() - AfterClosing;
        var over = database.Cases.Where(row => row.ClosedAt < before && (int)row.Secrecy == HighestSecrecy).Select(row => (long?)row.Id);
        return Kept().Where(row => over.Contains(row.CaseId));
    }

    private IQueryable<Document> Kept() => database.Documents.AsNoTracking().Where(row => row.State != DocumentState.Erased);

    private Task<Dictionary<string, int>> OfCasesAsync(IQueryable<Document> files, CancellationToken cancellationToken) =>
        files.Join(database.Cases, file => file.CaseId, about => (long?)about.Id, (_, about) => about.RegencyCode)
            .GroupBy(code => code).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);

    private Task<Dictionary<string, int>> OfTalksAsync(CancellationToken cancellationToken) =>
        OfUnfinishedTalks().Join(database.Conversations, file => file.ConversationId, talk => (long?)talk.Id, (_, talk) => talk.RegencyCode)
            .GroupBy(code => code).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
}
