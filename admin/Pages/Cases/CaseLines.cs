using System.Text.Json;
using System.Text.RegularExpressions;
using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>Puts the history and the messages of a case into words.</summary>
public sealed partial class CaseLines(Outbox outbox, FieldCipher cipher, ClockWords words, TimeProvider time)
{
    /// <summary>The talk with the resident: the story first, then every message both ways, oldest first.</summary>
    public IReadOnlyList<TalkLine> Talk(
        Case about, string reporter, IReadOnlyList<CaseEvent> history, IReadOnlyList<OutboxMessage> sent, IReadOnlyList<Document> documents, IReadOnlyDictionary<long, string> officers, WorkingTime working)
    {
        var now = time.GetUtcNow();
        var byMessage = documents.Where(row => row.InboxId is not null).ToLookup(row => row.InboxId!.Value);
        var early = documents.Where(row => row.ReceivedAt <= about.FiledAt).ToList();
        var talk = new List<TalkLine> { new(about.FiledAt, words.Moment(about.FiledAt, working), reporter, about.Story, false, null, false, early) };
        foreach (var line in history.Where(line => line.Kind is CaseEventKind.ResidentWrote or CaseEventKind.DocumentArrived or CaseEventKind.Rated))
        {
            var files = line.InboxId is { } inbox ? byMessage[inbox].Except(early).ToList() : documents.Where(row => row.Id == line.DocumentId).ToList();
            talk.Add(new TalkLine(line.At, words.Moment(line.At, working), reporter, Open(line), false, null, false, files));
        }

        foreach (var message in sent)
        {
            var said = outbox.Open(message)?.Text is { } text ? CheckCode().Replace(text, "$1••••") : AdminWords.T(AdminText.Case_MessageErased);
            var at = message.SentAt ?? message.CreatedAt;
            var failed = message.Status == OutboxStatus.Failed || message.Delivery == DeliveryState.Failed;
            talk.Add(new TalkLine(at, words.Moment(at, working), Sender(message, history, officers), said, true, StateWords.Of(message, now), failed, []) { Icon = StateWords.IconOf(message) });
        }

        return [.. talk.OrderBy(line => line.At)];
    }

    /// <summary>What happened, newest first.</summary>
    public IReadOnlyList<HistoryLine> History(Case about, IReadOnlyList<CaseEvent> history, IReadOnlyDictionary<long, string> officers, WorkingTime working) =>
        [.. history.Where(line => line.Kind != CaseEventKind.Viewed).Reverse().Select(line => new HistoryLine(Title(line, about.Items.Count > 1), Shown(line), $"{words.Moment(line.At, working)}, {By(line, officers)}", line.OfficerId is null))];

    private static string Sender(OutboxMessage message, IReadOnlyList<CaseEvent> history, IReadOnlyDictionary<long, string> officers) =>
        history.FirstOrDefault(line => line.OutboxId == message.Id && line.Kind == CaseEventKind.OfficerWrote) is { OfficerId: { } officer }
            ? officers.GetValueOrDefault(officer, "Bot") : "Bot";

    private static string Title(CaseEvent line, bool hasSeveral) => line.Kind switch
    {
        CaseEventKind.Moved when line.ToStatus is { } to => MoveTitle(line, StateWords.Of(to), hasSeveral),
        CaseEventKind.Undone when line.ToStatus is { } to => AdminWords.T(AdminText.Event_UndoneTo, ("state", StateWords.Of(to))),
        CaseEventKind.Unreached when line.Details is { } json && JsonSerializer.Deserialize<UnreachedDetails>(json) is { Other: { } other } =>
            AdminWords.T(AdminText.Event_UnreachedOther, ("channel", StateWords.Of(other))),
        CaseEventKind.Reminded or CaseEventKind.Escalated when ReminderDetails.Of(line) is { } reminder => ReminderTitle(line, reminder),
        _ => AdminWords.T($"Event_{line.Kind}"),
    };

    /// <summary>To whom it went up, and why nobody was told.</summary>
    private static string ReminderTitle(CaseEvent line, ReminderDetails reminder)
    {
        var title = AdminWords.Has($"Escalated_{reminder.Level}") ? AdminWords.T($"Escalated_{reminder.Level}") : AdminWords.T($"Event_{line.Kind}");
        return AdminWords.Has($"Reminder_{reminder.Outcome}") ? $"{title} ({AdminWords.T($"Reminder_{reminder.Outcome}")})" : title;
    }

    private static string MoveTitle(CaseEvent line, string state, bool hasSeveral)
    {
        var details = MoveDetails.Of(line);
        var title = hasSeveral && line.ItemNumber is { } item ? AdminWords.T(AdminText.Event_ItemMoved, ("n", $"{item}"), ("state", state)) : state;
        if (details?.Outcome is { } outcome) title += $": {StateWords.Of(outcome)}";
        return details?.Skipped is { } skipped ? $"{title} ({AdminWords.T($"Skipped_{skipped.Replace('-', '_')}")})" : title;
    }

    private static string By(CaseEvent line, IReadOnlyDictionary<long, string> officers) => line switch
    {
        { OfficerId: { } officer } => officers.GetValueOrDefault(officer, AdminWords.T(AdminText.By_Officer)),
        { ActorRole: "resident" } => AdminWords.T(AdminText.By_Resident),
        _ => AdminWords.T(AdminText.By_System),
    };

    /// <summary>Words of talk stand in the talk; the history shows notes and reasons.</summary>
    private string? Shown(CaseEvent line) => line.Kind is CaseEventKind.ResidentWrote or CaseEventKind.OfficerWrote ? null : Open(line);

    private string? Open(CaseEvent line) => line.Words is { } sealedWords ? cipher.OpenText(sealedWords) : null;

    /// <summary>The resident's code opens the status from any phone: it is theirs alone.</summary>
    [GeneratedRegex(@"(Kode cek: \*?)\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex CheckCode();
}
