using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Conversations;

/// <summary>Files of a draft: announced as documents to fetch, erased with the draft.</summary>
public sealed class DraftEffects(FieldCipher cipher)
{
    /// <summary>Files of this turn's messages, and of those put aside before consent, become documents to fetch; each once.</summary>
    public async Task KeepFilesAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        var rows = await AnnounceAsync(scope, scope.View.Waiting.Concat(scope.Messages), null, cancellationToken);
        foreach (var message in rows.GroupBy(row => row.InboxId))
            foreach (var (row, at) in message.OrderBy(row => row.Id).Select((row, at) => (row, at)))
                row.Kind ??= scope.View.Draft.Documents.FirstOrDefault(paper => paper.InboxId == row.InboxId && paper.Index == at)?.Kind;
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Lets a file be read as an identity card, before the turn that counts it.</summary>
    public async Task NameCardAsync(TurnScope scope, FileOfMessage card, CancellationToken cancellationToken)
    {
        var rows = await scope.Database.Documents.Where(row => row.InboxId == card.InboxId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (rows.Count <= card.Index) return;
        rows[card.Index].Kind ??= CardReadingWorker.Card;
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes on the card of the draft what the resident said of its reading.</summary>
    public async Task JudgeCardAsync(TurnScope scope, bool isRight, CancellationToken cancellationToken)
    {
        var cards = await scope.Database.Documents.Where(row => row.ConversationId == scope.ConversationId && row.CaseId == null && row.Reading != null && row.State == DocumentState.Stored).ToListAsync(cancellationToken);
        var draft = scope.View.Draft;
        foreach (var row in cards) Judge(row, isRight, ConfirmCard.Owner(draft), ConfirmCard.IsForWriter(draft));
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Notes what was said of a card's reading and gives its NIK when that counts for the person whom the case is about: right, and that
    /// person's card. A card of another name is marked, so that an officer compares.
    /// </summary>
    public string? Judge(Document card, bool isRight, string? told, bool isWriter)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.Reading is not { } box || JsonSerializer.Deserialize<CardReading>(cipher.Open(box)) is not { } reading) return null;
        card.Reading = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(reading with { IsRight = isRight }));
        if (!isRight) return null;
        if (reading.NamesAnother(told)) card.Marks = DocumentMarks.With(card, DocumentMarks.OtherName);
        return reading.IsOf(told, isWriter) ? reading.Nik : null;
    }

    /// <summary>Announces the files of messages; gives back their rows in order, also those announced before.</summary>
    public async Task<IReadOnlyList<Document>> AnnounceAsync(
        TurnScope scope, IEnumerable<IncomingMessage> messages, long? caseId, CancellationToken cancellationToken)
    {
        var files = messages.SelectMany(message => message.Media.Select(file => (Inbox: file.InboxId > 0 ? file.InboxId : message.InboxId, File: file))).ToList();
        var inboxIds = files.Select(file => (long?)file.Inbox).Distinct().ToArray();
        var known = await scope.Database.Documents.Where(row => inboxIds.Contains(row.InboxId)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        foreach (var row in known.Where(row => caseId is not null)) row.CaseId = caseId;
        var rows = new List<Document>(known);
        foreach (var (inbox, file) in files.Where(file => known.All(row => row.InboxId != file.Inbox)))
        {
            var row = new Document
            {
                ConversationId = scope.ConversationId,
                CaseId = caseId,
                InboxId = inbox,
                State = DocumentState.Fetching,
                Channel = scope.Channel,
                Source = cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(file)),
                ReceivedAt = scope.Now,
                NextAttemptAt = scope.Now,
            };
            scope.Database.Documents.Add(row);
            rows.Add(row);
        }

        await scope.Database.SaveChangesAsync(cancellationToken);
        return rows;
    }

    /// <summary>The rows of a message's files, in the order of its files.</summary>
    public static IEnumerable<Document> InOrder(IncomingMessage message, IReadOnlyList<Document> announced)
    {
        var rows = announced.ToLookup(row => row.InboxId);
        var taken = new Dictionary<long, int>();
        foreach (var inbox in message.Media.Select(file => file.InboxId > 0 ? file.InboxId : message.InboxId))
        {
            var at = taken.GetValueOrDefault(inbox);
            taken[inbox] = at + 1;
            yield return rows[inbox].ElementAt(at);
        }
    }

    /// <summary>Files of messages that are not kept: announced as erased, so that the provider's copy goes at once and not with its own time.</summary>
    public async Task DropAsync(TurnScope scope, IEnumerable<IncomingMessage> messages, CancellationToken cancellationToken)
    {
        var dropped = messages.Where(message => message.Media.Count > 0).ToList();
        if (dropped.Count == 0) return;
        foreach (var row in await AnnounceAsync(scope, dropped, null, cancellationToken)) row.State = DocumentState.Erased;
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The draft's files are marked erased; the store drops them in the background. The words were only in the draft and raw messages.</summary>
    public async Task EraseAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        await LeavingCount.AddAsync(scope, LeavingKind.GivenUp, cancellationToken);
        await DropAsync(scope, scope.View.Waiting, cancellationToken);
        await scope.Database.Documents.Where(row => row.ConversationId == scope.ConversationId && row.CaseId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DocumentState.Erased), cancellationToken);
        await scope.Database.Inbox.Where(row => row.ConversationId == scope.ConversationId && row.ProcessedAt != null && (row.RawBody != null || row.Content != null)
                && !scope.Database.CaseEvents.Any(line => line.InboxId == row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RawBody, (byte[]?)null).SetProperty(row => row.Content, (byte[]?)null), cancellationToken);
    }
}
