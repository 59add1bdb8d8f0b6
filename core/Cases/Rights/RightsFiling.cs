using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Rights;

/// <summary>Takes down what residents ask of their data, with the time by which it is answered, and tells the data-protection officer. Runs inside the caller's transaction.</summary>
public sealed class RightsFiling(RunningNumbers numbers, DeskNotices notices, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Files a request; somebody who asks for the same thing again while it is open has one request.</summary>
    public async Task<RightsRequest> FileAsync(BotDbContext database, RightsWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(wish);
        if (await OpenAsync(database, wish, cancellationToken) is { } open) return open;
        var now = time.GetUtcNow();
        var received = wish.ReceivedAt ?? now;
        var month = IndonesianZone.OfArea(wish.RegencyCode).DayOf(now).ToString("yyMM", CultureInfo.InvariantCulture);
        var number = await numbers.NextAsync(database, $"rights/{wish.RegencyCode}/{month}", cancellationToken);
        var filed = new RightsRequest
        {
            RegencyCode = wish.RegencyCode,
            Number = string.Create(CultureInfo.InvariantCulture, $"H-{month}-{number:000}"),
            Kind = wish.Kind,
            Source = wish.Source,
            ResidentId = wish.ResidentId,
            ConversationId = wish.ConversationId,
            Name = Sealed(wish.Name),
            Contact = Sealed(wish.Contact),
            Words = Sealed(wish.Words),
            ReceivedAt = received,
            DueAt = received + RightsRequest.AnswerWithin,
            RecordedBy = wish.RecordedBy,
            ErasureStartedAt = wish.ErasureRuns ? now : null,
            OnceKey = wish.OnceKey,
            Events = { new RightsEvent { At = now, Step = RightsStep.Received, OfficerId = wish.RecordedBy } },
        };
        if (wish.ErasureRuns) filed.Events.Add(new RightsEvent { At = now, Step = RightsStep.ErasureStarted });
        database.Add(filed);
        await database.SaveChangesAsync(cancellationToken);
        await notices.TellOfRightsAsync(database, filed.RegencyCode, (filed.Id, filed.Number, filed.DueAt), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return filed;
    }

    private static async Task<RightsRequest?> OpenAsync(BotDbContext database, RightsWish wish, CancellationToken cancellationToken)
    {
        var all = database.Set<RightsRequest>();
        if (wish.OnceKey is { } once && await all.SingleOrDefaultAsync(row => row.OnceKey == once, cancellationToken) is { } sent) return sent;
        return wish.ResidentId is { } person
            ? await all.OrderBy(row => row.Id).FirstOrDefaultAsync(row => row.ResidentId == person && row.Kind == wish.Kind && row.ClosedAt == null, cancellationToken)
            : null;
    }

    private byte[]? Sealed(string? words) => string.IsNullOrWhiteSpace(words) ? null : cipher.Seal(words.Trim());
}

/// <summary>A request as somebody makes it.</summary>
public sealed record RightsWish(string RegencyCode, RightsKind Kind, RightsSource Source)
{
    public long? ResidentId { get; init; }

    public long? ConversationId { get; init; }

    public string? Name { get; init; }

    public string? Contact { get; init; }

    public string? Words { get; init; }

    /// <summary>When the letter came; null = now.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    public long? RecordedBy { get; init; }

    /// <summary>The erasure is already under way, as after BERHENTI.</summary>
    public bool ErasureRuns { get; init; }

    public Guid? OnceKey { get; init; }
}
