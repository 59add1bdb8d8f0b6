namespace Puskesos.Core.Messaging;

/// <summary>The largest file that a channel can hand over to us, in bytes.</summary>
public static class MediaLimits
{
    /// <summary>For telling people.</summary>
    public const long Megabyte = 1024 * 1024;

    /// <summary>The limit of one channel. Telegram's getFile hands over 20 MB, WhatsApp through Twilio 16 MB; the web chat takes what the largest of them takes.</summary>
    public static long Largest(Channel channel) => channel == Channel.WhatsApp ? 16 * Megabyte : 20 * Megabyte;

    /// <summary>True when the provider already said that the file is larger than it can hand over.</summary>
    public static bool IsTooBig(IncomingMedia media, Channel channel) => media.Size > Largest(channel);
}
