using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Puskesos.Tests.Bot.Channels;
using Puskesos.Tests.Fakes;

namespace Puskesos.Tests.Bot.WhatsApp;

/// <summary>A fake Twilio, a database, and the channel between them, for one test class.</summary>
public sealed class WhatsAppFixture : IAsyncLifetime
{
    public const string SecondToken = "the-other-token-while-rotating";
    public const string NewsTemplate = "HX00000000000000000000000000000aaa";

    private TestDatabase? database;

    public FakeTwilio Twilio { get; private set; } = null!;

    public ChannelHost Host { get; private set; } = null!;

    public TestDatabase Database => database!;

    public static Dictionary<string, string?> Settings(string apiUrl) => new()
    {
        ["Twilio:AccountSid"] = FakeTwilio.AccountSid,
        ["Twilio:AuthToken"] = FakeTwilio.AuthToken,
        ["Twilio:AuthTokenSecondary"] = SecondToken,
        ["Twilio:WhatsAppNumber"] = FakeTwilio.Number,
        ["Twilio:ApiBaseUrl"] = apiUrl,
        ["Twilio:PublicBaseUrl"] = FakeTwilio.PublicBaseUrl,
        ["Twilio:Templates:News_Waiting"] = NewsTemplate,
    };

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        Twilio = await FakeTwilio.StartAsync();
        Host = await ChannelHost.StartAsync(database.ConnectionString, Settings(Twilio.Url));
        Twilio.BotUrl = Host.Url;
        await Eventually.TrueAsync(() => Host.Log.Lines.Any(line => line.Contains("compared with the inbox at start", StringComparison.Ordinal)), "the list was looked at");
    }

    /// <summary>Posts a raw form to a path of the bot, signed unless a signature is given.</summary>
    public async Task<(HttpStatusCode Status, string Body, string? Type)> PostAsync(byte[] form, string target = "/whatsapp/webhook", string? signature = null)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, Host.Url + target) { Content = new ByteArrayContent(form) };
        call.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded") { CharSet = "utf-8" };
        var signed = signature ?? FakeTwilio.Sign(FakeTwilio.PublicBaseUrl + target, Fields(form));
        if (signed != "") call.Headers.TryAddWithoutValidation("X-Twilio-Signature", signed);
        using var answer = await Host.Http.SendAsync(call);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>The fields of a form, read by hand and not by the framework.</summary>
    public static Dictionary<string, string> Fields(byte[] form) => Encoding.UTF8.GetString(form).Split('&')
        .Select(field => field.Split('=', 2))
        .ToDictionary(pair => Decoded(pair[0]), pair => Decoded(pair[1]));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Twilio.DisposeAsync();
        await database!.DisposeAsync();
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
