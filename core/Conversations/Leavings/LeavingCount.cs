using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations;

/// <summary>Counts where residents leave the talk, for whoever words the questions.</summary>
public static class LeavingCount
{
    /// <summary>Counts some in the caller's transaction.</summary>
    public static Task AddAsync(BotDbContext database, TalkLeaving left, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(left);
        return database.Database.ExecuteSqlAsync(
            $"""
            insert into talk_leavings (regency_code, day, step, kind, times) values ({left.RegencyCode}, {left.Day}, {left.Step}, {(int)left.Kind}, {left.Times})
            on conflict (regency_code, day, step, kind) do update set times = talk_leavings.times + excluded.times
            """,
            cancellationToken);
    }

    /// <summary>Counts the one talk of a turn.</summary>
    internal static Task AddAsync(TurnScope scope, LeavingKind kind, CancellationToken cancellationToken) => kind == LeavingKind.GivenUp && !scope.View.Draft.HasComplaint ? Task.CompletedTask : AddAsync(
        scope.Database,
        new TalkLeaving { RegencyCode = scope.View.Regency.Code, Day = DateOnly.FromDateTime(scope.View.LocalNow.DateTime), Step = LeftAt(scope.View, kind).ToString(), Kind = kind, Times = 1 },
        cancellationToken);

    /// <summary>The question from which the person gave up, not the one that asked whether to.</summary>
    private static Step LeftAt(TurnView view, LeavingKind kind) => kind == LeavingKind.GivenUp && view.Draft.ReturnTo is { } open ? open : view.Step;
}
