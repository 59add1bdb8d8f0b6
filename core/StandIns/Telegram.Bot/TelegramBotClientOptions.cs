using System.Globalization;

namespace Telegram.Bot;

/// <summary>Token and addresses of one bot. The token stands in the middle of both addresses, so neither may be logged.</summary>
public class TelegramBotClientOptions
{
    private const string VendorUrl = "https://api.telegram.org";

    public TelegramBotClientOptions(string token, string? baseUrl = null, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var botId))
            throw new ArgumentException("Bot token invalid", nameof(token));
        (Token, BotId, UseTestEnvironment, LocalBotServer) = (token, botId, useTestEnvironment, baseUrl is not null);
        var root = VendorUrl;
        if (baseUrl is not null)
        {
            if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var given) || string.IsNullOrEmpty(given.Authority))
                throw new ArgumentException("The base URL must be an absolute address.", nameof(baseUrl));
            root = given.GetLeftPart(UriPartial.Authority);
        }

        var path = useTestEnvironment ? "/test" : "";
        BaseRequestUrl = $"{root}/bot{token}{path}";
        BaseFileUrl = $"{root}/file/bot{token}{path}";
    }

    public string Token { get; }

    public long BotId { get; }

    public bool UseTestEnvironment { get; }

    public bool LocalBotServer { get; }

    public string BaseRequestUrl { get; }

    public string BaseFileUrl { get; }

    /// <summary>The longest pause in seconds that the client waits by itself when told "too many requests".</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>How often the client tries one call that is refused with "too many requests".</summary>
    public int RetryCount { get; set; } = 3;
}
