using System.Diagnostics.Metrics;

namespace Puskesos.Bot.Channels;

/// <summary>The figures that tell an operator that messages are being lost or held up. They hold no personal value.</summary>
internal static class ChannelFigures
{
    public const string MeterName = "Puskesos.Channels";

    private static readonly Meter Meter = new(MeterName);

    private static long pendingUpdates;

    static ChannelFigures() =>
        Meter.CreateObservableGauge("puskesos_telegram_pending_updates", () => Interlocked.Read(ref pendingUpdates), description: "Updates that Telegram could not hand over at the last look");

    /// <summary>Messages that no webhook brought: not zero means that calls of the provider were lost.</summary>
    public static Counter<long> Recovered { get; } = Meter.CreateCounter<long>("puskesos_whatsapp_recovered", description: "Messages found in Twilio's list that no webhook had brought");

    /// <summary>Calls with a wrong secret or signature.</summary>
    public static Counter<long> Refused { get; } = Meter.CreateCounter<long>("puskesos_webhook_refused", description: "Webhook calls with a wrong secret or signature, by channel");

    /// <summary>Authentic calls that could not be read.</summary>
    public static Counter<long> Parked { get; } = Meter.CreateCounter<long>("puskesos_webhook_parked", description: "Authentic calls that could not be read, by channel");

    /// <summary>What Telegram still holds for us.</summary>
    public static void PendingUpdates(long count) => Interlocked.Exchange(ref pendingUpdates, count);

    public static KeyValuePair<string, object?> By(string channel) => new("channel", channel);
}
