using System.Net;
using System.Text;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.Telegram;

/// <summary>A fake Bot API, a database, and the channel in webhook mode between them, for one test class.</summary>
public sealed class TelegramFixture : IAsyncLifetime
{
    private TestDatabase? database;

    public FakeTelegram Telegram { get; private set; } = null!;

    public ChannelHost Host { get; private set; } = null!;

    public TestDatabase Database => database!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        Telegram = await FakeTelegram.StartAsync();
        Host = await ChannelHost.StartAsync(database.ConnectionString, TelegramSettings.Webhook(Telegram.Url));
    }

    /// <summary>Posts an update as Telegram does.</summary>
    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? secret = TelegramSettings.Secret)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, Host.Url + "/telegram/webhook") { Content = new ByteArrayContent(body) };
        call.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        if (secret is not null) call.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        return await Host.Http.SendAsync(call);
    }

    public async Task<HttpStatusCode> PostAsync(string body, string? secret = TelegramSettings.Secret)
    {
        using var answer = await PostAsync(Encoding.UTF8.GetBytes(body), secret);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Telegram.DisposeAsync();
        await database!.DisposeAsync();
    }
}
