using Telegram.Bot;

namespace Puskesos.Bot.Telegram;

/// <summary>
/// The ways to the Bot API. The token is part of every address, so these clients are made here and not by the HTTP client
/// factory, whose log lines hold addresses, and they follow no redirect.
/// </summary>
internal sealed class TelegramConnection : IDisposable
{
    /// <summary>Longest wait of one getUpdates; the Bot API honours up to 50 s (its server's source).</summary>
    public const int PollSeconds = 30;

    /// <summary>Longest wait for an ordinary answer; 429 and 5xx come at once, so this only bounds a dead line.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    /// <summary>The client's own limit must exceed the long poll, or every quiet poll is an error.</summary>
    private static readonly TimeSpan PollTimeout = TimeSpan.FromSeconds(PollSeconds + 20);

    private static readonly TimeSpan FileTimeout = TimeSpan.FromMinutes(3);

    private readonly SocketsHttpHandler line = new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
    };

    private readonly string filesUrl;

    public TelegramConnection(TelegramOptions options)
    {
        // RetryCount 0: a 429 must reach the outbox, which holds the chat or the channel for all instances.
        var ownServer = options.ApiBaseUrl.TrimEnd('/') == TelegramOptions.VendorUrl ? null : options.ApiBaseUrl;
        var settings = new TelegramBotClientOptions(options.BotToken, ownServer) { RetryCount = 0 };
        filesUrl = settings.BaseFileUrl;
        Calls = new TelegramBotClient(settings, Client(CallTimeout));
        LongPolls = new TelegramBotClient(settings, Client(PollTimeout));
        Files = Client(FileTimeout);
    }

    public ITelegramBotClient Calls { get; }

    public ITelegramBotClient LongPolls { get; }

    public HttpClient Files { get; }

    /// <summary>The address of a file; each segment is escaped, because a # in a name would cut the address short.</summary>
    public Uri FileUrl(string filePath) =>
        new($"{filesUrl}/{string.Join('/', filePath.TrimStart('/').Split('/').Select(Uri.EscapeDataString))}");

    public void Dispose()
    {
        Files.Dispose();
        line.Dispose();
    }

    private HttpClient Client(TimeSpan timeout) => new(line, disposeHandler: false) { Timeout = timeout };
}
