namespace Puskesos.Bot.WhatsApp;

/// <summary>Settings of WhatsApp through Twilio (section <c>Twilio</c>).</summary>
public sealed class WhatsAppOptions
{
    public const string Section = "Twilio";

    public const string VendorUrl = "https://api.twilio.com";

    /// <summary>What stands before every WhatsApp address at Twilio.</summary>
    public const string Prefix = "whatsapp:";

    /// <summary>The account, <c>AC</c> and 32 hex digits.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The account's primary Auth Token; a secret. Signatures are made with it.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>While tokens are being rotated: the other one, accepted in signatures as well.</summary>
    public string AuthTokenSecondary { get; set; } = "";

    /// <summary>Our sender, <c>whatsapp:+62…</c>.</summary>
    public string WhatsAppNumber { get; set; } = "";

    /// <summary>The address of the REST API; another one is for tests.</summary>
    public string ApiBaseUrl { get; set; } = VendorUrl;

    /// <summary>The bot's public address exactly as typed into the console: Twilio signs it.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>The approved template (ContentSid) of each text key that may leave the 24-hour window.</summary>
    public Dictionary<string, string> Templates { get; set; } = [];

    internal Uri Api => new(ApiBaseUrl);

    /// <summary>The settings, or null when none is set and the channel is off; throws naming the key that is missing or wrong.</summary>
    public static WhatsAppOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new WhatsAppOptions
        {
            AccountSid = section[nameof(AccountSid)] ?? "",
            AuthToken = section[nameof(AuthToken)] ?? "",
            AuthTokenSecondary = section[nameof(AuthTokenSecondary)] ?? "",
            WhatsAppNumber = section[nameof(WhatsAppNumber)] ?? "",
            ApiBaseUrl = section[nameof(ApiBaseUrl)] is { Length: > 0 } address ? address : VendorUrl,
            PublicBaseUrl = section[nameof(PublicBaseUrl)] ?? "",
            Templates = section.GetSection(nameof(Templates)).GetChildren()
                .Where(template => !string.IsNullOrWhiteSpace(template.Value))
                .ToDictionary(template => template.Key, template => template.Value!, StringComparer.OrdinalIgnoreCase),
        };
        string[] keys = [options.AccountSid, options.AuthToken, options.AuthTokenSecondary, options.WhatsAppNumber, options.PublicBaseUrl];
        if (keys.All(key => key == "") && options.Templates.Count == 0) return null;
        options.Check();
        return options;
    }

    private void Check()
    {
        const string missing = "is not set, but other Twilio settings are";
        Require(AccountSid != "", nameof(AccountSid), missing);
        Require(AuthToken != "", nameof(AuthToken), missing);
        Require(WhatsAppNumber != "", nameof(WhatsAppNumber), missing);
        Require(PublicBaseUrl != "", nameof(PublicBaseUrl), missing);
        Require(AccountSid.All(char.IsAsciiLetterOrDigit), nameof(AccountSid), "must be the account's SID (AC and 32 letters and digits)");
        Require(WhatsAppNumber.StartsWith($"{Prefix}+", StringComparison.Ordinal), nameof(WhatsAppNumber), $"must begin with {Prefix}+");
        Require(IsWebAddress(PublicBaseUrl), nameof(PublicBaseUrl), "must be an absolute http(s) address");
        Require(IsWebAddress(ApiBaseUrl), nameof(ApiBaseUrl), "must be an absolute http(s) address");
        foreach (var (key, sid) in Templates) Require(sid.StartsWith("HX", StringComparison.Ordinal), $"{nameof(Templates)}:{key}", "must be a ContentSid (HX and 32 hex digits)");
    }

    private static bool IsWebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http");

    private static void Require(bool met, string key, string problem)
    {
        if (!met) throw new InvalidOperationException($"{Section}:{key} {problem}.");
    }
}
