using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Desk;

namespace Puskesos.Core.Conversations;

/// <summary>Asks the person helped, and carries out the answer.</summary>
public sealed class HelpedEffects(HelpedAsking asking, HelpedAnswers answers, ResidentMoves moves)
{
    public Task AskAsync(TurnScope scope, Case filed, CancellationToken cancellationToken) => asking.AskAsync(scope.Database, filed, cancellationToken);

    /// <summary>Who says yes is talking from now on; a no closes the case, but for S1, where an officer must check safety.</summary>
    public async Task AnswerAsync(TurnScope scope, Case asked, bool agrees, CancellationToken cancellationToken)
    {
        await answers.KeepAsync(scope.Database, asked, new HelpedAnswer(agrees ? HelpedConsent.Given : HelpedConsent.Refused, scope.ConversationId), cancellationToken);
        if (agrees && asked.HelpedId is { } person) scope.ResidentId = person;
        if (!agrees && asked.Secrecy != Secrecy.Secret) await moves.CancelAsync(scope.Database, asked, null, scope.ConversationId, cancellationToken);
    }
}
