using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Documents.Arrival;

/// <summary>
/// What is found wrong with files after their message was answered. The resident hears of it in one message, when no other file of the
/// talk is about to come: an album that the provider hands over late is one matter, not ten.
/// </summary>
public sealed class LateFaults(BotDbContext database, Outbox outbox, TextCatalog texts, TimeProvider clock)
{
    private static readonly string[] Notices =
    [
        Questions.AskDocuments_TooBig, Questions.AskDocuments_NotRead, Questions.AskDocuments_NotAPaper, Questions.AskDocuments_Unclear, Questions.AskDocuments_UnclearLater, Questions.AskDocuments_TooSmall,
        Questions.AskDocuments_TooSmallLater, Questions.AskDocuments_Locked, Questions.AskDocuments_Active, Questions.AskDocuments_SameTwice, Questions.AskDocuments_SameTwiceLater, Questions.AskDocuments_SentAgain,
    ];

    /// <summary>The step at which papers are asked for, by its name: talks stand above files.</summary>
    private const string PapersQuestion = "AskDocuments";

    /// <summary>A file whose next try is farther off than a try may last is not waited for.</summary>
    private static readonly TimeSpan Soon = FetchPace.Lease;

    /// <summary>True for what is told about files beside the talk: the open question stays open.</summary>
    public static bool IsNotice(string textKey) => textKey.Split('+').All(Notices.Contains);

    /// <summary>The file no longer counts, and waits to be told of. Inside the caller's transaction, like <see cref="TellAsync"/>.</summary>
    public async Task NoteAsync(Document document, CancellationToken cancellationToken)
    {
        await database.AwaitedDocuments.Where(row => row.DocumentId == document.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DocumentId, (long?)null), cancellationToken);
        if (document.ConversationId is not null) document.Marks = DocumentMarks.With(document, DocumentMarks.Untold);
    }

    /// <summary>
    /// Tells a talk of all its files that wait for it, unless more are about to come: the end of the last of those tells. Everything that
    /// was changed before must be saved, and the talk locked.
    /// </summary>
    public async Task TellAsync(long conversation, CancellationToken cancellationToken)
    {
        var untold = await database.Documents.Where(row => row.ConversationId == conversation && row.Marks!.Contains(DocumentMarks.Untold)
            && (row.State != DocumentState.Erased || row.Marks!.Contains(DocumentMarks.Infected))).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        if (untold.Count == 0) return;
        var soon = clock.GetUtcNow() + Soon;
        if (await database.Documents.AnyAsync(row => row.ConversationId == conversation && row.State == DocumentState.Fetching && row.NextAttemptAt <= soon, cancellationToken)) return;

        foreach (var document in untold) document.Marks = DocumentMarks.Without(document, DocumentMarks.Untold);
        await SayAsync(conversation, untold, cancellationToken);
    }

    private async Task SayAsync(long conversation, List<Document> untold, CancellationToken cancellationToken)
    {
        var chat = await database.Conversations.Where(row => row.Id == conversation).Select(row => new { row.Language, row.RegencyCode, row.Step }).SingleAsync(cancellationToken);
        var (wording, isAsking) = (texts.For(chat.RegencyCode), chat.Step.ToString() == PapersQuestion);
        var labels = await database.DocumentKinds.ToDictionaryAsync(row => row.Code, row => row.Label, cancellationToken);
        var cases = untold.Select(row => row.CaseId).OfType<long>().Distinct().ToArray();
        var awaited = await database.AwaitedDocuments.Where(row => cases.Contains(row.CaseId) && row.DocumentId == null).Select(row => new { row.CaseId, row.Kind }).ToListAsync(cancellationToken);

        var told = untold.Select(document => (Document: document, Fault: FileFaults.Of(document))).Where(found => found.Fault != FileFault.None).OrderByDescending(found => found.Fault)
            .GroupBy(found => TextOf(found.Fault, isAsking && found.Document.CaseId is null, Lacks(found.Document)))
            .Select(group => Tell(group.Key, [.. group.Select(found => found.Document.Kind).OfType<string>().Where(labels.ContainsKey).Distinct().Select(Label)])).ToList();
        if (told.Count == 0) return;
        var said = told.ConvertAll(notice => NoticeMessage.Of(notice, wording, chat.Language));
        var message = said.Count == 1 ? said[0] : new OutgoingMessage { Text = string.Join("\n\n", said.Select(one => one.Text)) };
        var target = new OutboxTarget(conversation, untold[0].Channel, cases.Length == 1 ? cases[0] : null);
        database.Outbox.Add(outbox.Compose(target, message, string.Join('+', told.Select(notice => notice.Key)), Priority.Reply));

        // Who sent one photo for two papers hears which of them still lacks.
        bool Lacks(Document document) => document.Kind is { } kind && labels.ContainsKey(kind) && (document.CaseId is not { } about || awaited.Any(row => row.CaseId == about && row.Kind == kind));
        string Label(string kind) => wording.Find($"Document_{kind.Replace('/', '_')}", chat.Language) ?? labels[kind];
        Notice Tell(string key, IReadOnlyList<string> papers) => new(
            key,
            ("limit", (MediaLimits.Largest(untold[0].Channel) / MediaLimits.Megabyte).ToString(CultureInfo.InvariantCulture)),
            ("document", papers.Count > 0 ? string.Join(", ", papers) : wording.Get(Questions.AskDocuments_OtherPaper, chat.Language)),
            ("next", papers.Count > 0 ? papers[0] : ""));
    }

    /// <summary>The words of a fault. LEWATI is named only where the papers are being asked for.</summary>
    private static string TextOf(FileFault fault, bool isAsked, bool lacksPaper) => fault switch
    {
        FileFault.TooBig => Questions.AskDocuments_TooBig,
        FileFault.NotAPaper => Questions.AskDocuments_NotAPaper,
        FileFault.Unclear => isAsked ? Questions.AskDocuments_Unclear : Questions.AskDocuments_UnclearLater,
        FileFault.TooSmall => isAsked ? Questions.AskDocuments_TooSmall : Questions.AskDocuments_TooSmallLater,
        FileFault.Locked => Questions.AskDocuments_Locked,
        FileFault.Active => Questions.AskDocuments_Active,
        FileFault.SentBefore when lacksPaper => isAsked ? Questions.AskDocuments_SentAgain : Questions.AskDocuments_SameTwiceLater,
        FileFault.SentBefore => Questions.AskDocuments_SameTwice,
        _ => Questions.AskDocuments_NotRead,
    };
}
