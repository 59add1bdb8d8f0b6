using System.Globalization;
using System.Text;
using System.Text.Json;
using Telegram.Bot.Requests.Abstractions;

namespace Puskesos.Bot.Telegram;

/// <summary>
/// getUpdates with the updates left as they came. Read as typed updates, one that cannot be read would fail the whole call,
/// again and again, and nobody's messages would come in any more. With an offset it confirms and returns at once; it waits for
/// something new only without one.
/// </summary>
internal sealed class TelegramUpdatesRequest(long? offset) : IRequest<JsonElement[]>
{
    /// <summary>Most updates of one call; the API's own limit.</summary>
    private const int Limit = 100;

    public HttpMethod HttpMethod => HttpMethod.Post;

    public string MethodName => "getUpdates";

    public bool IsWebhookResponse { get; set; }

    public HttpContent ToHttpContent()
    {
        var confirmed = offset is { } id ? string.Create(CultureInfo.InvariantCulture, $"\"offset\":{id},") : "";
        var wait = offset is null ? TelegramConnection.PollSeconds : 0;
        var call = $$"""{{{confirmed}}"limit":{{Limit}},"timeout":{{wait}},"allowed_updates":["message","edited_message","callback_query","my_chat_member"]}""";
        return new StringContent(call, Encoding.UTF8, "application/json");
    }
}
