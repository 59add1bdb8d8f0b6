using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace Puskesos.Tests.Fakes;

/// <summary>One message of the account, in either direction.</summary>
public sealed record TwilioMessage(string Sid, string Direction, string From, string To, string Body, DateTimeOffset At)
{
    public IReadOnlyList<(string Sid, string ContentType, byte[] Content)> Media { get; init; } = [];

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    public string Status { get; set; } = "received";

    public int? ErrorCode { get; set; }
}

/// <summary>A refusal that the test asks for.</summary>
public sealed record TwilioRefusal(int Status, int Code, string Message, int? RetryAfter = null);

/// <summary>
/// Twilio's messages on loopback, over real HTTP: sending with refusals, status callbacks and the 24-hour window, the list with
/// pages, files behind a redirect, and inbound messages signed as the real ones are. Judged by the vendor's own npm client and
/// the vendor's specification (peers/README.md).
/// </summary>
public sealed class FakeTwilio : IAsyncDisposable
{
    public const string AccountSid = "AC0123456789abcdef0123456789abcdef";
    public const string AuthToken = "fake-auth-token-of-our-own-tests";
    public const string Number = "whatsapp:+622150000777";
    public const string PublicBaseUrl = "https://bot.example";

    private readonly WebApplication app;
    private readonly FakeTwilioApi api;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(15) };
    private readonly ConcurrentBag<Task> callbacks = [];
    private int last;

    private FakeTwilio(WebApplication app)
    {
        this.app = app;
        api = new FakeTwilioApi(this);
    }

    public string Url { get; private set; } = "";

    /// <summary>Where the bot listens; what Twilio would call at <see cref="PublicBaseUrl"/> goes here.</summary>
    public string? BotUrl { get; set; }

    public ConcurrentQueue<TwilioMessage> Messages { get; } = new();

    public IEnumerable<TwilioMessage> Sent => Messages.Where(message => message.Direction == "outbound-api");

    public ConcurrentQueue<TwilioRefusal> Refusals { get; } = new();

    /// <summary>Addresses whose 24-hour window is closed: free text is taken, and then fails with 63016.</summary>
    public ConcurrentDictionary<string, byte> ClosedWindows { get; } = new();

    /// <summary>Addresses whose messages are answered with 429.</summary>
    public ConcurrentDictionary<string, byte> BusyFor { get; } = new();

    /// <summary>Where a file's address leads instead of the store.</summary>
    public string? RedirectsTo { get; set; }

    /// <summary>Media that were deleted by the account, in order.</summary>
    public ConcurrentQueue<string> DeletedMedia { get; } = new();

    /// <summary>How often a file answers 404 before it is there.</summary>
    public ConcurrentDictionary<string, int> MissingAtFirst { get; } = new();

    /// <summary>Credentials that reached the store of files: must stay empty.</summary>
    public ConcurrentQueue<string> LeakedCredentials { get; } = new();

    /// <summary>True: the message is taken, but the line breaks before the answer.</summary>
    public bool LosesAnswers { get; set; }

    public DateTimeOffset Now { get; set; } = TimeProvider.System.GetUtcNow();

    public static async Task<FakeTwilio> StartAsync(int port = 0)
    {
        var app = LoopbackHost.Builder(port).Build();
        var fake = new FakeTwilio(app);
        fake.api.Map(app);
        fake.Url = await LoopbackHost.StartAsync(app);
        return fake;
    }

    public string NewSid(string kind) => kind + Interlocked.Increment(ref last).ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The form of an inbound text, before signing.</summary>
    public Dictionary<string, string> Form(string from, string body, params (string Name, string Value)[] more)
    {
        var sid = NewSid(more.Any(field => field.Name == "MediaUrl0") ? "MM" : "SM");
        var form = new Dictionary<string, string>
        {
            ["SmsMessageSid"] = sid,
            ["SmsSid"] = sid,
            ["MessageSid"] = sid,
            ["NumMedia"] = "0",
            ["ProfileName"] = "Wati",
            ["MessageType"] = "text",
            ["SmsStatus"] = "received",
            ["Body"] = body,
            ["From"] = from,
            ["To"] = Number,
            ["NumSegments"] = "1",
            ["AccountSid"] = AccountSid,
            ["ApiVersion"] = "2010-04-01",
        };
        if (from.StartsWith("whatsapp:+", StringComparison.Ordinal)) form["WaId"] = from["whatsapp:+".Length..];
        foreach (var (name, value) in more) form[name] = value;
        return form;
    }

    /// <summary>Keeps the message in the list without calling the webhook: the call that was lost.</summary>
    public TwilioMessage Keep(IReadOnlyDictionary<string, string> form, params (string Sid, string ContentType, byte[] Content)[] media)
    {
        var message = new TwilioMessage(form["MessageSid"], "inbound", form["From"], form["To"], form["Body"], Now) { Media = media };
        Messages.Enqueue(message);
        return message;
    }

    /// <summary>Keeps the message and calls the bot's webhook, signed.</summary>
    public Task<HttpResponseMessage> ReceiveAsync(IReadOnlyDictionary<string, string> form)
    {
        Keep(form);
        return PostAsync("/whatsapp/webhook", form);
    }

    /// <summary>Calls the bot as Twilio would call that path at the public address.</summary>
    public async Task<HttpResponseMessage> PostAsync(string target, IReadOnlyDictionary<string, string> form, string? signature = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, BotUrl + target) { Content = new FormUrlEncodedContent(form) };
        call.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature ?? Sign(PublicBaseUrl + target, form));
        return await http.SendAsync(call);
    }

    public static string Sign(string url, IEnumerable<KeyValuePair<string, string>> form, string token = AuthToken)
    {
        var data = form.OrderBy(field => field.Key, StringComparer.Ordinal).Aggregate(new StringBuilder(url), (text, field) => text.Append(field.Key).Append(field.Value));
#pragma warning disable CA5350 // Twilio signs with SHA-1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(data.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>Tells the bot how far a message got, at the address that the message named.</summary>
    public async Task<HttpStatusCode?> ReportAsync(TwilioMessage message, string status, int? errorCode = null)
    {
        message.Status = status;
        message.ErrorCode = errorCode;
        if (BotUrl is null || !message.Parameters.TryGetValue("StatusCallback", out var callback)) return null;
        var form = new Dictionary<string, string>
        {
            ["ChannelPrefix"] = "whatsapp",
            ["ApiVersion"] = "2010-04-01",
            ["MessageStatus"] = status,
            ["SmsStatus"] = status,
            ["SmsSid"] = message.Sid,
            ["MessageSid"] = message.Sid,
            ["To"] = message.To,
            ["From"] = message.From,
            ["AccountSid"] = AccountSid,
        };
        if (errorCode is { } code) (form["ErrorCode"], form["ErrorMessage"]) = (code.ToString(CultureInfo.InvariantCulture), "");
        using var call = new HttpRequestMessage(HttpMethod.Post, callback.Replace(PublicBaseUrl, BotUrl, StringComparison.Ordinal)) { Content = new FormUrlEncodedContent(form) };
        call.Headers.TryAddWithoutValidation("X-Twilio-Signature", Sign(callback, form));
        using var answer = await http.SendAsync(call);
        return answer.StatusCode;
    }

    internal void ReportLater(TwilioMessage message, string status, int? errorCode) => callbacks.Add(Task.Run(async () =>
    {
        try
        {
            await ReportAsync(message, status, errorCode);
        }
        catch (HttpRequestException)
        {
            // The bot is away: Twilio only writes that into its log.
        }
    }));

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(callbacks);
        await app.DisposeAsync();
        http.Dispose();
    }
}
