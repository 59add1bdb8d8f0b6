using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat;

/// <summary>What the page shows of one person's talk.</summary>
public sealed record ChatView
{
    public IReadOnlyList<ChatLine> Lines { get; init; } = [];

    /// <summary>The question that waits, when it has answers to press.</summary>
    public OpenPrompt? Prompt { get; init; }

    /// <summary>Label of the button that shares the location, when the last question wants it.</summary>
    public string? LocationLabel { get; init; }

    /// <summary>How far the complaint is; null when none is being told.</summary>
    public ChatProgress? Progress { get; init; }

    /// <summary>True while the last message still waits for its reply.</summary>
    public bool Waiting { get; init; }

    /// <summary>Changes with everything that the page would show anew.</summary>
    public string Cursor { get; init; } = "0";

    public required ChatArea Area { get; init; }

    public required DateTimeOffset Now { get; init; }
}

/// <summary>One bubble.</summary>
/// <param name="Own">True when the person wrote it.</param>
/// <param name="At">When it was received or sent.</param>
/// <param name="Text">Its words; empty for bare files.</param>
/// <param name="PersonTexts">Stretches of a person's own words: no bold is read there.</param>
/// <param name="Photos">Pictures that came with it.</param>
/// <param name="Files">Other files that came with it.</param>
/// <param name="IsPlace">A shared location.</param>
/// <param name="Read">The bot has dealt with it.</param>
public sealed record ChatLine(
    bool Own,
    DateTimeOffset At,
    string Text,
    IReadOnlyList<PersonText> PersonTexts,
    int Photos = 0,
    int Files = 0,
    bool IsPlace = false,
    bool Read = false);

/// <summary>A question with answers to press, and its outbox id.</summary>
public sealed record OpenPrompt(long OutboxId, IReadOnlyList<Choice> Choices);

/// <summary>The regency that this page speaks for.</summary>
public sealed record ChatArea(string Name, TimeZoneInfo Zone)
{
    /// <summary>While the database is away: no name, and the zone of most of the country.</summary>
    public static ChatArea Unknown { get; } = new("", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
}
