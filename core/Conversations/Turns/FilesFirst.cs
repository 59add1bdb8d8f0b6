using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Writing;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Conversations;

/// <summary>
/// Lets photos of papers be fetched and looked at before they are answered, so that one reply says what counts and what must be sent
/// again. Whoever writes something else meanwhile is answered at once, and nobody waits longer than <see cref="Longest"/>.
/// </summary>
public sealed class FilesFirst(DraftEffects drafts)
{
    /// <summary>A photo is fetched and looked at in two to four seconds; a provider that takes longer is told of afterwards.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>However many photos follow each other, the first is answered by then.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    /// <summary>Announces the files of a turn that waits for them; true when it waits. What the turn would come to now tells whose papers they are.</summary>
    public async Task<bool> HoldAsync(LoadedTurn turn, TurnOutcome outcome, TurnScope scope, CancellationToken cancellationToken)
    {
        var last = turn.Messages.Count > 0 ? turn.Messages[0].ReceivedAt + Longest : scope.Now;
        if (last <= scope.Now) return false;
        var until = scope.Now + Patience;
        var received = outcome.Parts.OfType<TurnPart.Deed>().FirstOrDefault(deed => deed.Effect is TurnEffect.ReceiveDocuments);
        var waits = received is { Effect: TurnEffect.ReceiveDocuments papers } ? await ForCaseAsync(turn, papers, received.View, scope, cancellationToken) : await ForDraftAsync(turn, scope, cancellationToken);
        if (!waits) return false;

        var ids = turn.Messages.Select(message => message.InboxId).ToArray();
        await scope.Database.Inbox.Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HeldUntil, until < last ? until : last), cancellationToken);
        return true;
    }

    /// <summary>What is known of the files of these talks' messages and drafts, by talk.</summary>
    public static async Task<IReadOnlyDictionary<FileOfMessage, KnownFile>> LoadAsync(
        BotDbContext database, FieldCipher cipher, IEnumerable<IncomingMessage> messages, IEnumerable<Draft> drafts, CancellationToken cancellationToken)
    {
        var ids = messages.Where(message => message.Media.Count > 0).Select(message => (long?)message.InboxId)
            .Concat(drafts.SelectMany(draft => draft.Documents.Select(file => (long?)file.InboxId).Append(draft.FiledCard?.InboxId).OfType<long?>())).Distinct().ToArray();
        if (ids.Length == 0) return new Dictionary<FileOfMessage, KnownFile>();
        var rows = await database.Documents.AsNoTracking().Where(row => ids.Contains(row.InboxId)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var places = rows.GroupBy(row => row.InboxId!.Value).SelectMany(files => files.Select((row, at) => (Row: row, Place: new FileOfMessage(files.Key, at)))).ToList();
        return places.ToDictionary(pair => pair.Place, pair => new KnownFile(
            pair.Row.State != DocumentState.Fetching, FileFaults.Of(pair.Row), FileFaults.AsPaper(pair.Row), CardOf(pair.Row, cipher), pair.Row is { State: DocumentState.Stored, Reading: null }, SameBefore(pair.Row)));

        FileOfMessage? SameBefore(Document row) => row.ContentIndex is not { } content || !DocumentMarks.Has(row, DocumentMarks.Again) ? null
            : places.Where(other => other.Row.Id < row.Id && other.Row.ConversationId == row.ConversationId && other.Row.ContentIndex?.AsSpan().SequenceEqual(content) == true)
                .Select(other => (FileOfMessage?)other.Place).FirstOrDefault();
    }

    /// <summary>The draft with what was found out since: a paper that cannot be read has not come, and comes later when its question is over.</summary>
    public static Draft Update(Draft draft, IReadOnlyDictionary<FileOfMessage, KnownFile> files)
    {
        if (files.Count == 0 || draft.Documents.Count == 0) return draft;
        var looked = draft.Documents.Select(paper => files.TryGetValue(new FileOfMessage(paper.InboxId, paper.Index), out var file) ? paper with { Fault = file.Fault } : paper).ToList();
        var updated = draft with { Documents = looked };
        if (!draft.DocumentsDone) return updated;
        var lost = draft.SoundDocuments.Select(paper => paper.Kind).OfType<string>().Where(kind => !updated.HasPaper(kind));
        return updated with { LaterDocuments = [.. draft.LaterDocuments.Union(lost)] };
    }

    private async Task<bool> ForDraftAsync(LoadedTurn turn, TurnScope scope, CancellationToken cancellationToken)
    {
        if (turn.View is not { Held: null, InEmergency: false, HasConsent: true, Step: Step.AskDocuments } || !ArePapers(turn)) return false;
        if (!turn.Messages.All(message => turn.View.Files.ContainsKey(new FileOfMessage(message.InboxId, 0))))
            await drafts.AnnounceAsync(scope, turn.Messages, null, cancellationToken);
        else if (UnreadCard(turn) is { } card) await drafts.NameCardAsync(scope, card, cancellationToken);
        else return false;
        return true;
    }

    /// <summary>Papers that a filed case waits for: those of this turn, and those that were put aside until the answer of this turn said whose they are.</summary>
    private async Task<bool> ForCaseAsync(LoadedTurn turn, TurnEffect.ReceiveDocuments papers, TurnView view, TurnScope scope, CancellationToken cancellationToken)
    {
        if (!ArePapers(turn) && !(turn.Messages is [{ Media.Count: 0 }] && papers.Messages.Any(message => message.Media.Count > 0))) return false;
        if (papers.Messages.SelectMany(MessageMerge.Files).Any(file => !view.Files.ContainsKey(file.Place)))
            await drafts.AnnounceAsync(scope, papers.Messages, papers.CaseId, cancellationToken);
        else if (UnreadFiledCard(papers, view) is { } card) await drafts.NameCardAsync(scope, card, cancellationToken);
        else return false;
        return true;
    }

    /// <summary>
    /// The photo of an identity card with which the papers are complete, while nobody has read it: what is read on it is asked back with the
    /// answer, because the summary comes next and then the complaint is sent.
    /// </summary>
    private static FileOfMessage? UnreadCard(LoadedTurn turn)
    {
        var view = turn.View;
        if (!CardReader.IsThere || view.Draft.CardIsRight is not null || view.Card is not null) return null;
        var draft = PaperReading.Take(MessageMerge.All(turn.Messages), view).Draft;
        return draft.DocumentsDone
            ? draft.SoundDocuments.Where(paper => paper.Kind == CardReadingWorker.Card && MayBeRead(view, new FileOfMessage(paper.InboxId, paper.Index)))
                .Select(paper => (FileOfMessage?)new FileOfMessage(paper.InboxId, paper.Index)).FirstOrDefault()
            : null;
    }

    /// <summary>The photo of an identity card that a filed case waits for, while nobody has read it: the receipt asks it back.</summary>
    private static FileOfMessage? UnreadFiledCard(TurnEffect.ReceiveDocuments papers, TurnView view) =>
        CardReader.IsThere && view.Cases.FirstOrDefault(known => known.Id == papers.CaseId) is { } awaiting
        && AwaitedPapers.Card(papers.Messages, awaiting, view) is { } card && MayBeRead(view, card) ? card : null;

    private static bool MayBeRead(TurnView view, FileOfMessage card) => view.Files.TryGetValue(card, out var file) && file is { IsThere: true, MayBeRead: true };

    private static CardReading? CardOf(Document row, FieldCipher cipher) =>
        row is { Reading: { } box, State: DocumentState.Stored } ? JsonSerializer.Deserialize<CardReading>(cipher.Open(box)) : null;

    /// <summary>True for a turn of nothing but photos and files; danger words and a file that is too large are answered at once.</summary>
    private static bool ArePapers(LoadedTurn turn) =>
        turn.Messages.Count > 0 && turn.Messages.All(message => message.Kind == IncomingKind.Media && message.Media.Count > 0
            && !message.Media.Any(file => MediaLimits.IsTooBig(file, message.Channel))
            && DangerWords.Read(TextNormaliser.Read(message.Text), turn.View.Words.Lexicon).Kind == DangerKind.None);
}
