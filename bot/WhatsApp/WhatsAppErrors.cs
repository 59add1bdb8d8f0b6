using System.Globalization;
using Puskesos.Core.Messaging;

namespace Puskesos.Bot.WhatsApp;

/// <summary>What Twilio's error codes mean for a message, at once and in status callbacks (CHANNELS §2.8).</summary>
internal static class WhatsAppErrors
{
    /// <summary>Queues and daily limits move in minutes.</summary>
    private static readonly TimeSpan RateWait = TimeSpan.FromMinutes(5);

    /// <summary>Trouble behind Twilio.</summary>
    private static readonly TimeSpan ProviderWait = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<int, SendOutcome> Known = Table();

    /// <summary>The meaning of a code; an unknown one is final, since repeating what was refused helps nobody.</summary>
    public static SendOutcome Judge(int code) =>
        Known.TryGetValue(code, out var outcome)
            ? outcome with { ErrorCode = Text(code) }
            : new SendOutcome(SendResult.NeverRetry, ErrorCode: Text(code));

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<int, SendOutcome> Table()
    {
        var table = new Dictionary<int, SendOutcome>();
        void Add(SendOutcome outcome, params int[] codes)
        {
            foreach (var code in codes) table[code] = outcome;
        }

        // Outside the 24-hour window: only a template may go.
        Add(new(SendResult.WindowClosed), 63016);

        // No such recipient, said STOP, blocked us.
        Add(new(SendResult.ResidentLeft), 21211, 21614, 63003, 63024, 21610, 63014, 63033);

        // Too many calls at once: not processed. Limits of the sender or of WhatsApp.
        Add(new(SendResult.RetryLater, WholeChannel: true), 20429);
        Add(new(SendResult.RetryLater, After: RateWait, WholeChannel: true), 63017, 63018, 63038, 30001);
        Add(new(SendResult.RetryLater, After: ProviderWait), 63009, 63010, 63012);

        // Wrong credentials, sender or channel misconfigured, account locked.
        Add(new(SendResult.ChannelDown), 20003, 20005, 63001, 63007, 63008, 63020, 63051);

        // Unknown whether it was sent.
        Add(new(SendResult.Unknown), 20500);
        return table;
    }
}
