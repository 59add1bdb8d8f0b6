using Puskesos.Bot.WebChat.Intake;
using Puskesos.Bot.WebChat.Page;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WebChat;

/// <summary>Wires the bot's own web page; off unless <c>WebChat:Enabled</c>.</summary>
public static class WebChatSetup
{
    public static IHostApplicationBuilder AddWebChat(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<WebChatOptions>().BindConfiguration(WebChatOptions.Section);
        if (!IsEnabled(builder.Configuration)) return builder;
        builder.Services.AddSingleton<IChannelSender, WebChatSender>();
        builder.Services.AddSingleton<IMediaFetcher, WebChatMediaFetcher>();
        builder.Services.AddSingleton<ChatThrottle>();
        builder.Services.AddSingleton<ChatPostReader>();
        builder.Services.AddScoped<ChatAreaLookup>();
        builder.Services.AddScoped<ChatHistory>();
        builder.Services.AddScoped<ChatRoutes>();
        return builder;
    }

    public static WebApplication MapWebChat(this WebApplication app)
    {
        if (!IsEnabled(app.Configuration)) return app;
        PageAssets.Map(app);
        app.MapGet("/", (HttpContext http, ChatRoutes routes, CancellationToken cancellationToken) => routes.ShowAsync(http, cancellationToken));
        app.MapGet("/kabar", (HttpContext http, ChatRoutes routes, CancellationToken cancellationToken) => routes.NewsAsync(http, cancellationToken));
        app.MapPost("/chat", (HttpContext http, ChatRoutes routes, CancellationToken cancellationToken) => routes.TakeAsync(http, cancellationToken));
        app.MapGet("/chat", () => Results.Redirect("/"));
        return app;
    }

    private static bool IsEnabled(IConfiguration configuration) => configuration.GetValue<bool>($"{WebChatOptions.Section}:{nameof(WebChatOptions.Enabled)}");
}
