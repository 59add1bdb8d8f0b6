using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>An officer acts on a case: one transaction with the locks in order, the reach checked, the move made and the chat brought in line.</summary>
public sealed class OfficerDesk(BotDbContext database, CaseMoves moves, MoveUndo undo, CaseAnswers answers, ChatHandover handover, TimeProvider time)
{
    /// <summary>The same desk inside somebody else's transaction.</summary>
    public OfficerDesk On(BotDbContext other) => new(other, moves, undo, answers, handover, time);

    /// <summary>Makes a move. <paramref name="seenVersion"/> is the case's version on the officer's page; null when ordered by chat.</summary>
    public Task<MoveResult> MoveAsync(OfficerReach reach, string ticket, uint? seenVersion, MoveRequest request, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) =>
        {
            if (seenVersion is { } seen && seen != held.Case.Version)
                return await CaseMoves.FindRepeatAsync(database, held.Case, request, actor, cancellationToken) is { } same
                    ? new MoveResult(MoveAnswer.AlreadyDone, same) : new MoveResult(MoveAnswer.Changed);
            var result = await moves.ApplyAsync(database, held.Case, request, actor, cancellationToken);
            if (result.Answer == MoveAnswer.Done) held.AskWhatWasAsked(result.Told, time.GetUtcNow());
            return result;
        }, cancellationToken);

    /// <summary>Takes the officer's last move back within ten seconds.</summary>
    public Task<MoveResult> UndoAsync(OfficerReach reach, string ticket, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) =>
        {
            var result = await undo.UndoAsync(database, held.Case, actor, cancellationToken);
            foreach (var chat in held.Chats)
                if (result.IsDone && chat.Step is Step.AskResolved or Step.AskVisit) (chat.Step, chat.PromptedAt) = (Step.Greet, null);
            return result;
        }, cancellationToken);

    /// <summary>Writes to the resident; the officer has the chat from then on and the bot is quiet.</summary>
    public Task<MoveResult> WriteAsync(OfficerReach reach, string ticket, WrittenLine written, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) =>
        {
            if (await CaseAnswers.IsKeptAsync(database, written.OnceKey, cancellationToken)) return new MoveResult(MoveAnswer.AlreadyDone);
            if (IsEmptyOrLong(written)) return new MoveResult(MoveAnswer.Incomplete);
            if (!MayWrite(actor)) return new MoveResult(MoveAnswer.NotAllowed);
            var introduce = held.Chats.All(chat => chat.HeldBy != actor.OfficerId);
            var sent = await answers.WriteAsync(database, held.Case, actor, written, introduce, cancellationToken);
            if (sent.Rows.Count == 0) return new MoveResult(MoveAnswer.NotAllowed);
            foreach (var chat in held.Chats.Where(chat => sent.Rows.Any(row => row.ConversationId == chat.Id))) Hold(chat, actor, held.Case.Id);
            return new MoveResult(MoveAnswer.Done);
        }, cancellationToken);

    /// <summary>Keeps a note that only officers read.</summary>
    public Task<MoveResult> NoteAsync(OfficerReach reach, string ticket, WrittenLine written, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) =>
        {
            if (await CaseAnswers.IsKeptAsync(database, written.OnceKey, cancellationToken)) return new MoveResult(MoveAnswer.AlreadyDone);
            if (IsEmptyOrLong(written)) return new MoveResult(MoveAnswer.Incomplete);
            if (actor.Roles.All(role => role == Role.VillageHead)) return new MoveResult(MoveAnswer.NotAllowed);
            await answers.NoteAsync(database, held.Case, actor, written, cancellationToken);
            return new MoveResult(MoveAnswer.Done);
        }, cancellationToken);

    /// <summary>"Ambil": a new or reopened case is examined from now on; one under way changes its owner.</summary>
    public Task<MoveResult> TakeAsync(OfficerReach reach, string ticket, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) =>
        {
            if (!MayWrite(actor) || !held.Case.Status.IsOpen()) return new MoveResult(MoveAnswer.NotAllowed);
            if (held.Case.Status is CaseStatus.New or CaseStatus.Reopened)
                return await moves.ApplyAsync(database, held.Case, new MoveRequest(CaseMove.StartCheck), actor, cancellationToken);
            await answers.TakeAsync(database, held.Case, actor, cancellationToken);
            return new MoveResult(MoveAnswer.Done);
        }, cancellationToken);

    /// <summary>"Ambil chat" on a case: the bot is quiet, the resident is told who answers now.</summary>
    public Task<MoveResult> TakeChatAsync(OfficerReach reach, string ticket, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) =>
        {
            if (!MayWrite(actor) || held.Chats.Count == 0) return new MoveResult(MoveAnswer.NotAllowed);
            foreach (var chat in held.Chats) await handover.TakeAsync(database, chat, actor, held.Case, cancellationToken);
            return new MoveResult(MoveAnswer.Done);
        }, cancellationToken);

    /// <summary>"Kembalikan ke bot": the bot answers again and repeats the question that waits.</summary>
    public Task<MoveResult> GiveChatBackAsync(OfficerReach reach, string ticket, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) =>
        {
            foreach (var chat in held.Chats.Where(chat => chat.HeldBy is not null)) await handover.GiveBackAsync(database, chat, cancellationToken);
            return new MoveResult(MayWrite(actor) ? MoveAnswer.Done : MoveAnswer.NotAllowed);
        }, cancellationToken);

    /// <summary>Says what a file shows; null takes its name away.</summary>
    public Task<MoveResult> NamePaperAsync(OfficerReach reach, string ticket, long documentId, string? kind, PaperLabelling papers, CancellationToken cancellationToken) =>
        ActAsync(reach, ticket, async (held, actor) => await papers.NameAsync(database, held.Case, documentId, kind, actor, cancellationToken), cancellationToken);

    /// <summary>Whoever works on cases may write; a village head or data operator only reads.</summary>
    public static bool MayWrite(Actor actor) =>
        actor.HasAny(Role.FrontOffice, Role.BackOffice, Role.Fasilitator, Role.Tksk, Role.Slrt, Role.Dinsos);

    private Task<MoveResult> ActAsync(OfficerReach reach, string ticket, Func<CaseLock, Actor, Task<MoveResult>> act, CancellationToken cancellationToken) =>
        CaseLock.ActAsync(database, reach, ticket, act, cancellationToken);

    private static bool IsEmptyOrLong(WrittenLine written) => string.IsNullOrWhiteSpace(written.Words) || written.Words.Length > MoveRequest.LongestWords;

    private void Hold(Conversation chat, Actor officer, long caseId) =>
        (chat.HeldBy, chat.HeldCaseId, chat.HeldTouchedAt, chat.HelpWantedAt, chat.HelpUnitCode) = (officer.OfficerId, caseId, time.GetUtcNow(), null, null);
}
