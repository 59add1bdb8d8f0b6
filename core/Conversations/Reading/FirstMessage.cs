using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>Takes from free words what they already say; what they do not say is asked, and nothing is guessed silently.</summary>
public static class FirstMessage
{
    private static readonly string[] Greetings =
    [
        "/start", "halo", "hallo", "hai", "hi", "assalamualaikum", "assalamu'alaikum", "asalamualaikum", "permisi", "punten", "kulonuwun", "kula nuwun",
        "selamat pagi", "selamat siang", "selamat sore", "selamat malam", "pagi", "siang", "sore", "malam", "sampurasun", "p", "pak", "bu", "mas", "mbak", "min", "admin",
    ];

    /// <summary>A greeting and nothing else, or Telegram's /start.</summary>
    public static bool IsGreeting(IncomingMessage message)
    {
        if (message.Media.Count > 0 || message.Kind is IncomingKind.Voice || message.Text is not { } text) return false;
        var words = text.Trim().TrimEnd('.', '!', '?', ',', ' ').ToLowerInvariant();
        if (words.StartsWith("/start", StringComparison.Ordinal)) return true;
        foreach (var person in new[] { " pak", " bu", " mas", " mbak", " kak", " min", " admin", " bapak", " ibu" })
            if (words.EndsWith(person, StringComparison.Ordinal)) words = words[..^person.Length].TrimEnd(',', ' ');
        return Greetings.Contains(words);
    }

    /// <summary>True when the message is more than a greeting: words that can be a complaint, a picture or a voice note.</summary>
    public static bool TellsComplaint(IncomingMessage message, TurnView view) =>
        message.Media.Count > 0 || message.Kind == IncomingKind.Voice
        || (AnswerReading.Words(message) is { } words && WithNeeds(Draft.Empty, words, view).NeedGuess.Count > 0);

    /// <summary>The draft after consent, with what the messages put aside already told.</summary>
    public static Draft Take(TurnView view) => Begin(view.Draft, view.Waiting, view);

    /// <summary>The draft with what these messages tell.</summary>
    public static Draft Begin(Draft draft, IReadOnlyList<IncomingMessage> messages, TurnView view)
    {
        if (string.IsNullOrEmpty(draft.Name) && view.Resident is { Name.Length: > 0 } known) draft = draft with { Name = known.Name };
        foreach (var message in messages)
        {
            if (message.Media.Count > 0)
                draft = draft with { Documents = [.. draft.Documents, .. message.Media.Select((media, at) => new DraftDocument(message.InboxId, at, null, media.Kind == MediaKind.Voice))] };
            if (message.Kind == IncomingKind.Voice) draft = draft with { StoryIsVoice = true };
            if (AnswerReading.Words(message) is { } words && !IsGreeting(message)) draft = WithStory(draft, words, view);
        }

        return draft;
    }

    /// <summary>The draft with the needs that words tell: one or two clear ones, or rivals to choose from.</summary>
    public static Draft WithNeeds(Draft draft, string words, TurnView view) => draft;

    private static Draft WithStory(Draft draft, string words, TurnView view) => WithNeeds(draft, words, view) with { Story = words };
}
