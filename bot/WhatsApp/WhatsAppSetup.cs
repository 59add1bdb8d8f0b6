using Microsoft.Extensions.DependencyInjection.Extensions;
using Puskesos.Bot.Channels;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Bot.WhatsApp;

/// <summary>Wires WhatsApp through Twilio: off without settings, refused at start with half of them.</summary>
public static class WhatsAppSetup
{
    public const string WebhookPath = "/whatsapp/webhook";

    public const string StatusPath = "/whatsapp/status";

    public static WebApplicationBuilder AddWhatsApp(this WebApplicationBuilder builder)
    {
        var connection = builder.Configuration.GetConnectionString(StorageSetup.ConnectionName) ?? "";
        builder.Services.TryAddSingleton(_ => new Leases(connection));

        // Twilio's list has real times, so the look back does too, whatever the demo clock says. The job is known without the
        // channel as well, because the timetable is.
        builder.Services.AddTransient(services => ActivatorUtilities.CreateInstance<WhatsAppReconcileJob>(services, TimeProvider.System));
        if (WhatsAppOptions.Read(builder.Configuration) is not { } options) return builder;
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<TwilioConnection>();
        builder.Services.AddSingleton<WhatsAppSignature>();
        builder.Services.TryAddSingleton<PartsSent>();
        builder.Services.TryAddSingleton<WebhookOutage>();
        builder.Services.TryAddScoped<DeliveryReports>();
        builder.Services.AddTransient<WhatsAppWebhook>();
        builder.Services.AddTransient<WhatsAppStatusWebhook>();
        builder.Services.AddSingleton<IChannelSender, WhatsAppSender>();
        builder.Services.AddSingleton<IMediaFetcher, WhatsAppMediaFetcher>();
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<TwilioMessageList>(services, TimeProvider.System));
        builder.Services.AddHostedService<WhatsAppReconcileAtStart>();
        return builder;
    }

    public static WebApplication MapWhatsApp(this WebApplication app)
    {
        if (app.Services.GetService<WhatsAppOptions>() is not { } options)
        {
            app.Logger.LogInformation("WhatsApp is off: Twilio:AccountSid is not set");
            return app;
        }

        app.Logger.LogInformation("WhatsApp is on, {Count} templates have a ContentSid", options.Templates.Count);
        app.MapPost(WebhookPath, (HttpContext context) => context.RequestServices.GetRequiredService<WhatsAppWebhook>().HandleAsync(context));
        app.MapPost(StatusPath, (HttpContext context) => context.RequestServices.GetRequiredService<WhatsAppStatusWebhook>().HandleAsync(context));
        return app;
    }
}
