namespace Telegram.Bot.Types;

/// <summary>What the Bot API adds to a refusal so that it can be dealt with.</summary>
public class ResponseParameters
{
    /// <summary>The group's new id after it became a supergroup.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait before the next call.</summary>
    public int? RetryAfter { get; set; }
}
