using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;
using Puskesos.Bot.Channels;

namespace Puskesos.Bot.Telegram;

/// <summary>Telegram's calls: is the secret ours, then store, then 200. Everything else happens later.</summary>
internal sealed class TelegramWebhook(TelegramOptions options, TelegramIntake intake, WebhookOutage outage)
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsOurs(context.Request.Headers[SecretHeader]))
        {
            ChannelFigures.Refused.Add(1, ChannelFigures.By("telegram"));
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (await WebhookBody.ReadAsync(context.Request, context.RequestAborted) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await WebhookStorage.TryAsync(context, outage, stop => intake.TakeAsync(body, stop));
    }

    // Hashed first, so that the time of the comparison tells neither content nor length.
    private bool IsOurs(StringValues given) =>
        options.WebhookSecret != "" && given.Count == 1 &&
        CryptographicOperations.FixedTimeEquals(Hash(given.ToString()), Hash(options.WebhookSecret));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
