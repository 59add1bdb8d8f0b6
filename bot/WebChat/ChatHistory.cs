using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Bot.WebChat.Intake;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Bot.WebChat;

/// <summary>Reads one person's talk back from inbox and outbox.</summary>
public sealed class ChatHistory(BotDbContext database, Inbox inbox, Outbox outbox, FieldCipher cipher, ChatAreaLookup areas, TimeProvider clock)
{
    /// <summary>What the page shows; for somebody unknown only the greeting.</summary>
    public async Task<ChatView> LoadAsync(string? person, CancellationToken cancellationToken)
    {
        var view = new ChatView { Area = await areas.GetAsync(cancellationToken), Now = clock.GetUtcNow() };
        if (await FindTalkAsync(person, cancellationToken) is not { } talk) return view;

        var said = await Received(talk).ToListAsync(cancellationToken);
        var told = await Sent(talk).ToListAsync(cancellationToken);
        var step = await database.Conversations.Where(row => row.Id == talk).Select(row => row.Step).FirstOrDefaultAsync(cancellationToken);
        var messages = told.Select(row => (Row: row, Message: outbox.Open(row))).Where(pair => pair.Message is not null).ToList();
        var last = messages.FirstOrDefault(pair => (pair.Row.Lane == Lane.Talk && !LateFaults.IsNotice(pair.Row.TextKey)) || pair.Message!.Choices.Count > 0);
        var waiting = said.Any(row => row.ProcessedAt is null && row.ParkedAt is null);
        var open = waiting ? null : last.Message;
        // Oldest first, so that messages of one moment keep the order in which they were written.
        var lines = said.AsEnumerable().Reverse().Select(Line).Concat(messages.AsEnumerable().Reverse().Select(pair => Line(pair.Row, pair.Message!, isOpen: pair.Message == open)));
        return view with
        {
            Lines = [.. lines.OfType<ChatLine>().OrderBy(line => line.At).ThenBy(line => !line.Own).TakeLast(WebChatLimits.LinesShown)],
            Prompt = open is { Choices.Count: > 0 } ? new OpenPrompt(last.Row.Id, open.Choices) : null,
            LocationLabel = open?.LocationLabel,
            Progress = ChatProgress.Of(step),
            Waiting = waiting,
            Cursor = CursorOf(said.Select(row => (row.Id, row.ProcessedAt)), told.Select(row => (row.Id, row.SentAt))),
        };
    }

    /// <summary>The cursor alone: what a waiting page asks every few seconds, without opening any message.</summary>
    public async Task<string> CursorAsync(string? person, CancellationToken cancellationToken)
    {
        if (await FindTalkAsync(person, cancellationToken) is not { } talk) return "0";
        var said = await Received(talk).Select(row => new { row.Id, row.ProcessedAt }).ToListAsync(cancellationToken);
        var told = await Sent(talk).Select(row => new { row.Id, row.SentAt }).ToListAsync(cancellationToken);
        return CursorOf(said.Select(row => (row.Id, row.ProcessedAt)), told.Select(row => (row.Id, row.SentAt)));
    }

    /// <summary>True once everything this person sent is dealt with and no reply is on its way.</summary>
    public async Task<bool> IsAnsweredAsync(string person, CancellationToken cancellationToken)
    {
        if (await FindTalkAsync(person, cancellationToken) is not { } talk) return false;
        var now = clock.GetUtcNow();
        return !await database.Inbox.AnyAsync(row => row.ConversationId == talk && row.ProcessedAt == null && row.ParkedAt == null, cancellationToken)
            && !await database.Outbox.AnyAsync(
                row => row.ConversationId == talk && row.Lane == Lane.Talk && row.NotBefore <= now && (row.Status == OutboxStatus.Waiting || row.Status == OutboxStatus.Sending),
                cancellationToken);
    }

    /// <summary>The answer behind a pressed number: of the question it stood under, else of the newest one.</summary>
    public async Task<Choice?> FindChoiceAsync(string person, ChatPost post, CancellationToken cancellationToken)
    {
        if (post.Choice.Length == 0 || await FindTalkAsync(person, cancellationToken) is not { } talk) return null;
        var asked = post.Prompt is { } prompt ? Sent(talk).Where(row => row.Id == prompt) : Sent(talk);
        var choices = (await asked.ToListAsync(cancellationToken)).Select(outbox.Open).FirstOrDefault(message => message?.Choices.Count > 0)?.Choices ?? [];
        return choices.FirstOrDefault(choice => choice.Id == post.Choice || NumberOf(choice) == post.Choice);
    }

    /// <summary>The number that a choice is pressed by: the end of its id.</summary>
    public static string NumberOf(Choice choice) => choice.Id[(choice.Id.LastIndexOf(':') + 1)..];

    private async Task<long?> FindTalkAsync(string? person, CancellationToken cancellationToken)
    {
        if (person is null) return null;
        var index = inbox.AddressIndex(Channel.WebChat, person);
        return await database.Addresses.Where(row => row.Channel == Channel.WebChat && row.AddressIndex == index).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private IQueryable<InboxMessage> Received(long talk) =>
        database.Inbox.AsNoTracking().Where(row => row.Channel == Channel.WebChat && row.ConversationId == talk)
            .OrderByDescending(row => row.Id).Take(WebChatLimits.LinesShown);

    private IQueryable<OutboxMessage> Sent(long talk) =>
        database.Outbox.AsNoTracking().Where(row => row.ConversationId == talk && row.Status == OutboxStatus.Sent)
            .OrderByDescending(row => row.Id).Take(WebChatLimits.LinesShown);

    private ChatLine? Line(InboxMessage row)
    {
        if (row.Content is not { } content || JsonSerializer.Deserialize<IncomingMessage>(cipher.Open(content)) is not { } message) return null;
        var number = message.ChoiceId is { } id && message.Text != id ? $"{id[(id.LastIndexOf(':') + 1)..]} " : "";
        var photos = message.Media.Count(file => file.Kind == MediaKind.Photo);
        return new ChatLine(
            true, row.ReceivedAt, number + message.Text, [], photos, message.Media.Count - photos, message.Location is not null, row.ProcessedAt is not null);
    }

    private static ChatLine Line(OutboxMessage row, OutgoingMessage message, bool isOpen) =>
        new(false, row.SentAt ?? row.CreatedAt, isOpen ? WithoutOptions(message) : message.Text, message.PersonTexts);

    /// <summary>The options at the end of a question stand as buttons below it: once is enough on a small screen.</summary>
    private static string WithoutOptions(OutgoingMessage message)
    {
        var lines = message.Text.Split('\n').AsSpan();
        var numbers = message.Choices.Select(choice => NumberOf(choice) + " ").ToList();
        while (lines is [.., var last] && (last.Length == 0 || numbers.Exists(number => last.StartsWith(number, StringComparison.Ordinal)))) lines = lines[..^1];
        return lines.Length == 0 ? message.Text : string.Join('\n', lines!);
    }

    private static string CursorOf(IEnumerable<(long Id, DateTimeOffset? At)> said, IEnumerable<(long Id, DateTimeOffset? At)> told)
    {
        var newest = said.Concat(told).Max(row => row.At)?.UtcTicks ?? 0;
        var (lastSaid, lastTold) = (said.FirstOrDefault().Id, told.FirstOrDefault().Id);
        return string.Create(CultureInfo.InvariantCulture, $"{lastSaid}-{lastTold}-{newest}");
    }
}
