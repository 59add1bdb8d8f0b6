using System.Text.RegularExpressions;

namespace Puskesos.Bot.Telegram;

/// <summary>Settings of the Telegram channel (section <c>Telegram</c>).</summary>
public sealed partial class TelegramOptions
{
    public const string Section = "Telegram";

    public const string VendorUrl = "https://api.telegram.org";

    private const string Webhook = "webhook";

    private const string Polling = "polling";

    /// <summary>The bot's token as BotFather gave it; a secret.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The Bot API's address; another one is for tests and for an own Bot API server.</summary>
    public string ApiBaseUrl { get; set; } = VendorUrl;

    /// <summary>What Telegram repeats in every webhook call; a secret of 1 to 256 letters, digits, _ and -.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>How updates come: <c>polling</c> (needs no public address) or <c>webhook</c>.</summary>
    public string Mode { get; set; } = Polling;

    /// <summary>At start, tell Telegram to deliver as <see cref="Mode"/> says; waiting updates are kept. Else an operator does.</summary>
    public bool ApplyWebhook { get; set; }

    internal bool ByWebhook => string.Equals(Mode, Webhook, StringComparison.OrdinalIgnoreCase);

    /// <summary>The bot's public address (<c>Bot:PublicBaseUrl</c>), where Telegram shall call.</summary>
    internal string PublicBaseUrl { get; private set; } = "";

    internal string WebhookUrl => $"{PublicBaseUrl.TrimEnd('/')}{TelegramSetup.WebhookPath}";

    /// <summary>The settings, or null when none is set and the channel is off; throws naming the key that is missing or wrong.</summary>
    public static TelegramOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new TelegramOptions
        {
            BotToken = section[nameof(BotToken)] ?? "",
            ApiBaseUrl = section[nameof(ApiBaseUrl)] is { Length: > 0 } address ? address : VendorUrl,
            WebhookSecret = section[nameof(WebhookSecret)] ?? "",
            Mode = section[nameof(Mode)] is { Length: > 0 } mode ? mode : Polling,
            ApplyWebhook = string.Equals(section[nameof(ApplyWebhook)], bool.TrueString, StringComparison.OrdinalIgnoreCase),
            PublicBaseUrl = configuration["Bot:PublicBaseUrl"] ?? "",
        };
        var anySet = options.BotToken != "" || options.WebhookSecret != "" || options.ByWebhook || options.ApplyWebhook;
        if (!anySet) return null;
        options.Check();
        return options;
    }

    private void Check()
    {
        Require(BotToken != "", nameof(BotToken), "is not set, but other Telegram settings are");
        Require(TokenShape().IsMatch(BotToken), nameof(BotToken), "does not look like a token of BotFather (digits, colon, letters)");
        Require(ByWebhook || string.Equals(Mode, Polling, StringComparison.OrdinalIgnoreCase), nameof(Mode), "must be webhook or polling");
        Require(!ByWebhook || WebhookSecret != "", nameof(WebhookSecret), "is not set, but Telegram:Mode is webhook");
        Require(WebhookSecret == "" || SecretShape().IsMatch(WebhookSecret), nameof(WebhookSecret), "must have 1 to 256 letters, digits, _ or -");
        Require(Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out var api) && api.Scheme is ("https" or "http"), nameof(ApiBaseUrl), "must be an absolute http(s) address");
        if (ByWebhook && ApplyWebhook && !Uri.TryCreate(PublicBaseUrl, UriKind.Absolute, out _))
            throw new InvalidOperationException("Bot:PublicBaseUrl is not set to an absolute address, but Telegram:ApplyWebhook is true.");
    }

    private static void Require(bool met, string key, string problem)
    {
        if (!met) throw new InvalidOperationException($"{Section}:{key} {problem}.");
    }

    // \z: $ would allow a line feed at the end, which no header can carry.
    [GeneratedRegex(@"\A[0-9]{1,20}:[A-Za-z0-9_-]{1,200}\z")]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex SecretShape();
}
