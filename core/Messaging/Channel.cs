namespace Puskesos.Core.Messaging;

/// <summary>The way by which a person reaches the service. Stored by number: never renumber.</summary>
public enum Channel
{
    /// <summary>Telegram Bot API; the address is the private chat's id.</summary>
    Telegram = 1,

    /// <summary>WhatsApp through Twilio; the address is what Twilio calls From, <c>whatsapp:</c> and number or business-scoped id.</summary>
    WhatsApp = 2,

    /// <summary>The bot's own web page; the address is a random id in a cookie.</summary>
    WebChat = 3,

    /// <summary>A walk-in at the counter, entered by an officer; has no address to answer to.</summary>
    Counter = 4,
}
