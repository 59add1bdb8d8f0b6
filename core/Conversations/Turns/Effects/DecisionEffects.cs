using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>What residents answer to officers' decisions: a planned visit, a refusal.</summary>
public sealed class DecisionEffects(VisitAnswers visits, Objections objections, DraftEffects drafts)
{
    public async Task AgreeAsync(TurnScope scope, long caseId, CancellationToken cancellationToken)
    {
        var visited = await CaseEffects.LockAsync(scope, caseId, cancellationToken);
        scope.CaseId = caseId;
        if (await visits.AgreeAsync(scope.Database, visited, cancellationToken) is { } told) scope.Says.Add(AsSay(told));
    }

    public async Task WishAsync(TurnScope scope, TurnEffect.WishVisitDay wish, CancellationToken cancellationToken)
    {
        var visited = await CaseEffects.LockAsync(scope, wish.CaseId, cancellationToken);
        scope.CaseId = wish.CaseId;
        await visits.WishAsync(scope.Database, visited, wish.Words, scope.Messages.Count > 0 ? scope.Messages[0].InboxId : null, cancellationToken);
    }

    public async Task ObjectAsync(TurnScope scope, TurnEffect.ObjectToDecision objection, CancellationToken cancellationToken)
    {
        var refused = await CaseEffects.LockAsync(scope, objection.CaseId, cancellationToken);
        await drafts.AnnounceAsync(scope, objection.Messages, objection.CaseId, cancellationToken);
        var result = await objections.ObjectAsync(scope.Database, refused, objection.Words, objection.Messages[0].InboxId, scope.ConversationId, cancellationToken);
        scope.CaseId = objection.CaseId;
        if (result.Told is { } told) scope.Says.Add(AsSay(told));
    }

    private static Say AsSay(Notice told) => new(told.Key, [.. told.Gaps.Select(gap => (gap.Name, gap.Value))]);
}
