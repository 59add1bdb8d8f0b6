using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>Reads several messages of one moment as one: an album, a story in many short lines, a photo with a sentence behind it.</summary>
public static class MessageMerge
{
    /// <summary>The next message to deal with, made of <c>Count</c> messages.</summary>
    public static (IncomingMessage Message, int Count) Next(IReadOnlyList<IncomingMessage> messages, int at, IStep step, TurnView view)
    {
        var count = 1;
        while (at + count < messages.Count && Joins(messages[at + count - 1], messages[at + count], step, view)) count++;
        return (All([.. messages.Skip(at).Take(count)]), count);
    }

    /// <summary>Several messages as one; each file keeps its own words.</summary>
    public static IncomingMessage All(IReadOnlyList<IncomingMessage> messages)
    {
        var media = messages.SelectMany(message => message.Media.Select(file => file.InboxId > 0 ? file : file with { InboxId = message.InboxId, Caption = message.Text })).ToList();
        if (messages.Count == 1) return messages[0] with { Media = media };
        var text = string.Join('\n', messages.Select(message => message.Text).Where(words => !string.IsNullOrWhiteSpace(words)));
        return messages[^1] with
        {
            Kind = media.Count == 0 ? messages[0].Kind : media.All(file => file.Kind == MediaKind.Voice) ? IncomingKind.Voice : IncomingKind.Media,
            Media = media,
            Text = text.Length > 0 ? text : null,
            MessageId = null,
            Location = messages.LastOrDefault(message => message.Location is not null)?.Location,
        };
    }

    /// <summary>The files of a message, each with the message that brought it and its place in that one.</summary>
    public static IEnumerable<(IncomingMedia Media, FileOfMessage Place)> Files(IncomingMessage message)
    {
        var places = new Dictionary<long, int>();
        foreach (var media in message.Media)
        {
            var inbox = media.InboxId > 0 ? media.InboxId : message.InboxId;
            var at = places.GetValueOrDefault(inbox);
            places[inbox] = at + 1;
            yield return (media, new FileOfMessage(inbox, at));
        }
    }

    private static bool Joins(IncomingMessage before, IncomingMessage after, IStep step, TurnView view)
    {
        if (view.Held is not null) return false;
        if (before.Kind == IncomingKind.Media && after.Kind == IncomingKind.Media) return true;
        if (!IsPlain(before) || !IsPlain(after)) return false;
        var atRest = view.Step is Step.Greet or Step.AskOpenCase;
        return (before.Kind == IncomingKind.Text && after.Kind == IncomingKind.Text && step.JoinsTexts && !FirstMessage.IsGreeting(before, view)) || (atRest && before.Kind != after.Kind);
    }

    private static bool IsPlain(IncomingMessage message) =>
        message.Kind is IncomingKind.Media or IncomingKind.Voice
        || (message.Kind == IncomingKind.Text && CommandWords.Read(message.Text) == Command.None && message.Text is { } text && text.Any(char.IsLetter));
}
