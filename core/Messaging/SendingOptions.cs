namespace Puskesos.Core.Messaging;

/// <summary>How fast notices go out, how many templates a day, and what sending costs (section <c>Sending</c>).</summary>
public sealed class SendingOptions
{
    public const string Section = "Sending";

    /// <summary>
    /// Notices a second by channel name, for all instances together; talk is not held back. Telegram allows about 30 messages a
    /// second to different chats, Twilio 80 for a WhatsApp sender (CHANNELS §1, §2): the rest is left for replies. 0 or absent = no limit.
    /// </summary>
    public Dictionary<string, int> NoticesPerSecond { get; set; } = [];

    /// <summary>Templates that WhatsApp lets this number send a day (250 for a new number); 0 = no limit.</summary>
    public int WhatsAppTemplatesPerDay { get; set; }

    /// <summary>Rupiah for one template message outside the window; null = not known, so that no cost is reported.</summary>
    public decimal? WhatsAppTemplatePrice { get; set; }

    /// <summary>Rupiah for one message inside the window; null = not known.</summary>
    public decimal? WhatsAppMessagePrice { get; set; }

    /// <summary>What a message cost; null for a channel without a price.</summary>
    public decimal? PriceOf(Channel channel, bool asTemplate) => channel != Channel.WhatsApp ? null : asTemplate ? WhatsAppTemplatePrice : WhatsAppMessagePrice;
}
