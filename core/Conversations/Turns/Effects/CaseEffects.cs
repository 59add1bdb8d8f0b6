using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Conversations.Steps.Summary;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;
using Puskesos.Core.People;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Files cases and carries out what residents do with filed ones.</summary>
public sealed class CaseEffects(CaseFiling filing, FilingReply reply, ResidentMoves moves, DraftEffects drafts, HelpedEffects helped, FieldCipher cipher)
{
    /// <summary>The draft becomes a case; the receipt is said.</summary>
    public async Task FileAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        var draft = ConfirmReport.Accepted(scope.View.Draft);
        var documents = await scope.Database.Documents.Where(row => row.ConversationId == scope.ConversationId && row.CaseId == null)
            .OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var request = FilingRequests.From(draft, scope, documents);
        var filed = await filing.FileAsync(scope.Database, request, scope.View.Catalogue, cancellationToken);
        scope.CaseId = filed.Case.Id;
        await RememberNumbersAsync(scope, draft, filed.Case, cancellationToken);
        scope.Says.AddRange(reply.Of(filed, draft, scope.View));
        if (filed.HelpedAsked) await helped.AskAsync(scope, filed.Case, cancellationToken);
    }

    public async Task AppendAsync(TurnScope scope, long caseId, IReadOnlyList<IncomingMessage> messages, CancellationToken cancellationToken)
    {
        var extended = await LockAsync(scope, caseId, cancellationToken);
        foreach (var message in messages)
        {
            var documents = await drafts.AnnounceAsync(scope, [message], caseId, cancellationToken);
            await moves.AppendAsync(scope.Database, extended, message.InboxId, message.Text, documents, cancellationToken);
        }

        scope.CaseId = caseId;
        scope.Says.Add(new Say(Questions.AskOpenCase_Added, ("ticket", extended.Ticket)));
    }

    /// <summary>Files answer awaited papers: by their words, else in the order of asking; more files than papers are added to the case.</summary>
    public async Task ReceiveAsync(TurnScope scope, long caseId, IReadOnlyList<IncomingMessage> messages, CancellationToken cancellationToken)
    {
        var awaiting = await LockAsync(scope, caseId, cancellationToken);
        var open = (scope.View.Cases.FirstOrDefault(known => known.Id == caseId)?.Awaited ?? []).ToList();
        DocumentArrival? last = null;
        var (arrived, faulty) = (new List<string>(), new List<DraftDocument>());
        foreach (var message in messages.Where(message => message.Media.Count > 0))
        {
            var documents = await drafts.AnnounceAsync(scope, [message], caseId, cancellationToken);
            foreach (var (file, came) in message.Media.Zip(DraftEffects.InOrder(message, documents)))
            {
                if (file.Kind == MediaKind.Voice)
                {
                    await moves.AppendAsync(scope.Database, awaiting, came.InboxId, file.Caption ?? message.Text, [came], cancellationToken);
                    continue;
                }

                // Sent before anybody asked, and now once more as the paper: the first copy is that paper.
                var document = await EarlyCopyAsync(scope, came, cancellationToken) ?? came;
                var fault = FileFaults.AsPaper(document);
                var kind = AwaitedPapers.Take(open, file.Caption ?? message.Text, fault, scope.View.Catalogue);
                if (kind is null) fault = FileFaults.Of(document);
                if (fault != FileFault.None) faulty.Add(new DraftDocument(0, 0, kind, Fault: fault));
                if (kind is null || fault != FileFault.None)
                {
                    document.Kind ??= kind;
                    await moves.AppendAsync(scope.Database, awaiting, document.InboxId, file.Caption ?? message.Text, [document], cancellationToken);
                    continue;
                }

                arrived.Add(scope.View.Catalogue.DocumentLabel(kind));
                last = await moves.DocumentArrivedAsync(scope.Database, awaiting, document, kind, scope.ConversationId, cancellationToken);
            }
        }

        foreach (var message in messages.Where(message => message.Media.Count == 0))
            await moves.AppendAsync(scope.Database, awaiting, message.InboxId, message.Text, [], cancellationToken);
        scope.CaseId = caseId;
        scope.Says.AddRange(FaultWords.Of(faulty, scope.View, [], isFiled: true));
        if (last?.Told is { } told) scope.Says.Add(AsSay(told, arrived));
        else if (faulty.Count < messages.Sum(message => Math.Max(1, message.Media.Count))) scope.Says.Add(new Say(Questions.AskOpenCase_Added, ("ticket", awaiting.Ticket)));
    }

    /// <summary>The file of the case that this one repeats, when nobody has said yet what that one shows.</summary>
    private static async Task<Document?> EarlyCopyAsync(TurnScope scope, Document again, CancellationToken cancellationToken)
    {
        if (FileFaults.Of(again) != FileFault.SentBefore) return null;
        var first = await scope.Database.Documents
            .Where(row => row.CaseId == again.CaseId && row.Id < again.Id && row.ContentIndex == again.ContentIndex && row.Kind == null && row.State == DocumentState.Stored)
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return first is not null && FileFaults.Of(first) == FileFault.None ? first : null;
    }

    /// <summary>Notes on the card of a filed case what the resident said of its reading. A NIK confirmed counts for the person whom the case is about, unless one was told or the card is somebody else's.</summary>
    public async Task JudgeCardAsync(TurnScope scope, FiledCard card, bool isRight, CancellationToken cancellationToken)
    {
        var judged = await LockAsync(scope, card.CaseId, cancellationToken);
        var rows = await scope.Database.Documents.Where(row => row.CaseId == judged.Id && row.InboxId == card.InboxId).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (rows.ElementAtOrDefault(card.Index) is not { State: DocumentState.Stored } row) return;
        var about = await scope.Database.Residents.SingleAsync(person => person.Id == (judged.HelpedId ?? judged.ReporterId), cancellationToken);
        if (drafts.Judge(row, isRight, about.Name, about.Id == judged.ReporterId) is { } nik && about.NikIndex is null) NikKeeping.Keep(about, nik, cipher, DateOnly.FromDateTime(scope.Now.UtcDateTime));
        scope.CaseId = judged.Id;
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    public async Task ConfirmAsync(TurnScope scope, long caseId, CancellationToken cancellationToken)
    {
        scope.CaseId = caseId;
        await moves.ConfirmAsync(scope.Database, await LockAsync(scope, caseId, cancellationToken), cancellationToken);
    }

    public async Task RateAsync(TurnScope scope, TurnEffect.Rate rated, CancellationToken cancellationToken) =>
        await moves.RateAsync(scope.Database, await LockAsync(scope, rated.CaseId, cancellationToken), rated.Rating, rated.Suggestion, cancellationToken);

    public async Task ReopenAsync(TurnScope scope, TurnEffect.ReopenCase again, CancellationToken cancellationToken)
    {
        var reopened = await LockAsync(scope, again.CaseId, cancellationToken);
        await drafts.AnnounceAsync(scope, again.Messages, again.CaseId, cancellationToken);
        var result = await moves.ReopenAsync(scope.Database, reopened, again.Reason, again.Messages[0].InboxId, scope.ConversationId, cancellationToken);
        scope.CaseId = again.CaseId;
        if (result.Told is { } told) scope.Says.Add(AsSay(told, []));
    }

    public async Task CancelAsync(TurnScope scope, TurnEffect.CancelCase cancelled, CancellationToken cancellationToken)
    {
        var taken = await LockAsync(scope, cancelled.CaseId, cancellationToken);
        await moves.CancelAsync(scope.Database, taken, null, scope.ConversationId, cancellationToken);
        if (!cancelled.WithErasure) return;
        var until = scope.Now + HelpedAnswers.WithdrawalTime;
        await scope.Database.Residents.Where(row => row.Id == taken.ReporterId && row.EraseBy == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EraseBy, until), cancellationToken);
    }

    public async Task AnswerHelpedAsync(TurnScope scope, TurnEffect.AnswerHelped answer, CancellationToken cancellationToken) =>
        await helped.AnswerAsync(scope, await LockAsync(scope, answer.CaseId, cancellationToken), answer.Agrees, cancellationToken);

    public async Task RecordLookupAsync(TurnScope scope, TurnEffect.RecordLookup lookup, CancellationToken cancellationToken)
    {
        scope.Database.Add(new StatusLookup { ConversationId = scope.ConversationId, Ticket = lookup.Ticket, At = scope.Now, Matched = lookup.Matched });
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The case with its needs, locked for this turn.</summary>
    internal static async Task<Case> LockAsync(TurnScope scope, long caseId, CancellationToken cancellationToken)
    {
        var locked = await scope.Database.Cases.FromSql($"select *, xmin from cases where id = {caseId} for no key update").SingleAsync(cancellationToken);
        await scope.Database.CaseItems.Where(item => item.CaseId == caseId).LoadAsync(cancellationToken);
        return locked;
    }

    private static Say AsSay(Notice told, List<string> came)
    {
        var together = came.Count > 1 ? string.Join(", ", came) : null;
        return new Say(told.Key, [.. told.Gaps.Select(gap => (gap.Name, gap.Name is "document" or "documents" && together is not null ? together : gap.Value))]);
    }

    /// <summary>NIK and KK told in the chat are kept with the person whom the case is about: sealed, findable, last four in clear. A household has one KK.</summary>
    private async Task RememberNumbersAsync(TurnScope scope, Draft draft, Case filed, CancellationToken cancellationToken)
    {
        var reporter = await scope.Database.Residents.SingleAsync(row => row.Id == scope.ResidentId, cancellationToken);
        reporter.VillageCode = draft.ForWhom == ForWhom.Other ? reporter.VillageCode : draft.VillageCode;
        var about = filed.HelpedId is { } person && person != reporter.Id ? await scope.Database.Residents.SingleAsync(row => row.Id == person, cancellationToken) : reporter;
        if (draft.Nik is { } nik) NikKeeping.Keep(about, nik, cipher, DateOnly.FromDateTime(scope.Now.UtcDateTime));
        if (draft.Kk is { } kk)
            foreach (var member in draft.ForWhom == ForWhom.Other ? [about] : new[] { reporter, about })
                (member.KkCipher, member.KkIndex, member.KkLastFour) = (cipher.Seal(kk), cipher.Index("kk", kk), kk[^4..]);
        await scope.Database.SaveChangesAsync(cancellationToken);
    }
}
