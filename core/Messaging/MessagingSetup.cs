using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Messaging;

/// <summary>Wires inbox and outbox.</summary>
public static class MessagingSetup
{
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(new TextCatalog());
        builder.Services.AddSingleton<TurnSignals>();
        builder.Services.AddSingleton<Inbox>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddOptions<SendingOptions>().BindConfiguration(SendingOptions.Section);
        builder.Services.AddSingleton<SendingPermits>();
        builder.Services.AddSingleton<SendingSurroundings>();
        builder.Services.AddSingleton<WaitingNews>();
        return builder;
    }
}
