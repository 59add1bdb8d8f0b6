using Microsoft.Extensions.DependencyInjection.Extensions;
using Puskesos.Bot.Channels;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.Telegram;

/// <summary>Wires the Telegram channel: off without settings, refused at start with half of them.</summary>
public static class TelegramSetup
{
    public const string WebhookPath = "/telegram/webhook";

    public static WebApplicationBuilder AddTelegram(this WebApplicationBuilder builder)
    {
        if (TelegramOptions.Read(builder.Configuration) is not { } options) return builder;
        var connection = builder.Configuration.GetConnectionString(StorageSetup.ConnectionName) ?? "";
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<TelegramConnection>();
        builder.Services.TryAddSingleton(_ => new Leases(connection));
        builder.Services.TryAddSingleton<PartsSent>();
        builder.Services.TryAddSingleton<WebhookOutage>();
        builder.Services.AddSingleton<TelegramTaps>();
        builder.Services.AddHostedService(services => services.GetRequiredService<TelegramTaps>());
        builder.Services.AddTransient<TelegramIntake>();
        builder.Services.AddTransient<TelegramWebhook>();
        builder.Services.AddSingleton<TelegramRefusals>();
        builder.Services.AddSingleton<IChannelSender, TelegramSender>();
        builder.Services.AddSingleton<IMediaFetcher, TelegramMediaFetcher>();
        if (options.ByWebhook || options.ApplyWebhook) builder.Services.AddHostedService<TelegramWebhookSetup>();
        if (!options.ByWebhook) builder.Services.AddHostedService<TelegramPolling>();
        return builder;
    }

    public static WebApplication MapTelegram(this WebApplication app)
    {
        if (app.Services.GetService<TelegramOptions>() is not { } options)
        {
            app.Logger.LogInformation("Telegram is off: Telegram:BotToken is not set");
            return app;
        }

        app.Logger.LogInformation("Telegram is on, updates come by {Mode}", options.ByWebhook ? "webhook" : "polling");
        app.MapPost(WebhookPath, (HttpContext context) => context.RequestServices.GetRequiredService<TelegramWebhook>().HandleAsync(context));
        return app;
    }
}
