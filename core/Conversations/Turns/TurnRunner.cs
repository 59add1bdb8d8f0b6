using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Hot;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Conversations;

/// <summary>Runs the turns of one batch: load, think, apply; gives back the rows to write; a talk whose photos must be looked at first has none.</summary>
public sealed class TurnRunner(TurnLoader loader, ConversationEngine engine, Outbox outbox, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Longest text key list that fits its column.</summary>
    private const int LongestKeys = 400;

    public async Task<IReadOnlyList<TurnRow>> RunAsync(
        IServiceProvider services, BotDbContext database, long[] ids, DateTimeOffset now, Func<IReadOnlyList<WrittenFrom>, Task> welcome, CancellationToken cancellationToken)
    {
        var turns = await loader.LoadAsync(database, ids, now, cancellationToken);
        await welcome([.. turns.Where(turn => turn.View.Channel == Channel.WhatsApp).Select(Origin).OfType<WrittenFrom>()]);
        var rows = new List<TurnRow>(turns.Count);
        foreach (var turn in turns)
        {
            var outcome = engine.Take(turn.Messages, turn.View);
            if (await services.GetRequiredService<FilesFirst>().HoldAsync(turn, outcome, new TurnScope(database, turn.View, time), cancellationToken)) continue;
            rows.Add(await ApplyAsync(services, database, turn, outcome, cancellationToken));
        }

        return rows;
    }

    /// <summary>Only WhatsApp gives one person two ids; the last message says under which one the person writes now.</summary>
    private WrittenFrom? Origin(LoadedTurn turn)
    {
        if (turn.Messages.LastOrDefault(message => message.Address.Length > 0) is not { } last) return null;
        return new WrittenFrom(
            turn.Talk.Id, cipher.Seal(last.Address), Inbox.AddressIndex(cipher, last.Channel, last.Address),
            last.AltAddress is { } alt ? Inbox.AddressIndex(cipher, last.Channel, alt) : null);
    }

    private async Task<TurnRow> ApplyAsync(IServiceProvider services, BotDbContext database, LoadedTurn turn, TurnOutcome outcome, CancellationToken cancellationToken)
    {
        var scope = new TurnScope(database, turn.View, time);
        var says = new List<Say>();
        foreach (var part in outcome.Parts)
        {
            if (part is TurnPart.Words words) says.Add(words.Say);
            if (part is not TurnPart.Deed deed) continue;
            await services.GetRequiredService<TurnEffects>().ApplyAsync(deed, scope, cancellationToken);
            says.AddRange(scope.Says);
            scope.Says.Clear();
        }

        var draft = outcome.View.Draft;
        // Before consent nothing of a complaint is kept; what somebody in danger tells is (vital interest, DOMAIN §9).
        var keepsDraft = draft != Draft.Empty && (outcome.View.HasConsent || !draft.HasComplaint || draft.Danger is not null);
        var reply = ReplyRenderer.Render(says, outcome.View);
        var isDanger = outcome.View.Step is Step.AskDanger or Step.AskSafe or Step.AskDangerPlace or Step.AskDangerWho or Step.AskDangerCall;
        return new TurnRow
        {
            ConversationId = turn.Talk.Id,
            Channel = (int)turn.View.Channel,
            Step = outcome.View.Step.ToString(),
            ResidentId = scope.ResidentId,
            Draft = keepsDraft ? cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(draft)) : null,
            DraftStartedAt = keepsDraft && draft.HasComplaint ? (turn.View.Draft.HasComplaint ? turn.View.DraftStartedAt : null)?.UtcDateTime ?? turn.View.Now.UtcDateTime : null,
            Misunderstood = outcome.Misunderstood,
            Language = outcome.View.Language,
            LanguageChosen = outcome.View.LanguageChosen,
            Waiting = outcome.Waiting,
            Read = [.. turn.Messages.Take(outcome.Taken).Select(message => message.InboxId)],
            BlankRaw = outcome.Blank,
            Reply = reply is null ? null : outbox.Seal(reply),
            TextKey = string.Join('+', says.Select(say => say.Key)) is var keys && keys.Length > LongestKeys ? keys[..LongestKeys] : keys,
            CaseId = scope.CaseId,
            Priority = (int)(isDanger ? Priority.Emergency : scope.Priority),
        };
    }
}
