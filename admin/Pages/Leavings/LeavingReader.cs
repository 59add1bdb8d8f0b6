using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Pages.Leavings;

/// <summary>Counts where residents left the talk; no word of anybody is read.</summary>
public sealed class LeavingReader(BotDbContext database)
{
    /// <summary>The talk with a resident: a case from the counter was never in it.</summary>
    private static readonly Channel[] Talks = [Channel.WhatsApp, Channel.Telegram, Channel.WebChat];

    /// <summary>The questions in their order, with how many left there since a day and how many stand there now.</summary>
    public async Task<LeavingView> ReadAsync(string regencyCode, DateOnly since, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var left = await database.Set<TalkLeaving>().AsNoTracking().Where(row => row.RegencyCode == regencyCode && row.Day >= since)
            .GroupBy(row => new { row.Step, row.Kind }).Select(group => new { group.Key.Step, group.Key.Kind, Times = group.Sum(row => row.Times) }).ToListAsync(cancellationToken);
        var open = await database.Conversations.Where(row => row.RegencyCode == regencyCode && row.DraftStartedAt != null && row.DraftCipher != null)
            .GroupBy(row => row.Step).Select(group => new { group.Key, Times = group.Count() }).ToDictionaryAsync(row => row.Key.ToString(), row => row.Times, cancellationToken);
        var filed = await database.Cases.CountAsync(row => row.RegencyCode == regencyCode && row.FiledAt >= from && !row.IsTest && Talks.Contains(row.Channel), cancellationToken);
        int Of(string step, LeavingKind kind) => left.Where(row => row.Step == step && row.Kind == kind).Sum(row => row.Times);
        var steps = ConversationMachine.Questions.Select(step => step.ToString()).ToList();
        steps.AddRange(left.Select(row => row.Step).Concat(open.Keys).Where(step => !steps.Contains(step)).Distinct().Order(StringComparer.Ordinal));
        var lines = steps.Select(step => new LeavingLine(step, Of(step, LeavingKind.Silent), Of(step, LeavingKind.GivenUp) + Of(step, LeavingKind.Refused), open.GetValueOrDefault(step)));
        return new LeavingView([.. lines.Where(line => line.Left + line.Open > 0)], filed);
    }
}

/// <summary>Where residents left since a day.</summary>
/// <param name="Lines">Questions at which somebody left or stands.</param>
/// <param name="Filed">Complaints that were sent in the same time.</param>
public sealed record LeavingView(IReadOnlyList<LeavingLine> Lines, int Filed)
{
    /// <summary>All who left.</summary>
    public int Left => Lines.Sum(line => line.Left);
}

/// <summary>A question.</summary>
/// <param name="Step">Which.</param>
/// <param name="Silent">Fell silent here, the draft was erased.</param>
/// <param name="GivenUp">Gave up here, or did not consent.</param>
/// <param name="Open">Stand here now with a draft.</param>
public sealed record LeavingLine(string Step, int Silent, int GivenUp, int Open)
{
    public int Left => Silent + GivenUp;
}
