namespace Puskesos.Bot.WebChat;

/// <summary>What one person may send through the page, and how fast.</summary>
public static class WebChatLimits
{
    /// <summary>As large as the largest channel's (Telegram's getFile hands over 20 MB).</summary>
    public const long LargestFile = 20L * 1024 * 1024;

    /// <summary>As many as an album on Telegram.</summary>
    public const int MostFiles = 10;

    /// <summary>All files at their largest, and a megabyte for the fields around them.</summary>
    public const long LargestBody = (MostFiles * LargestFile) + (1024 * 1024);

    /// <summary>Four times Telegram's longest message: nobody types more, and nothing typed is cut.</summary>
    public const int LongestText = 16_384;

    /// <summary>A form without files: the longest text, every byte percent-encoded, and room for the other fields.</summary>
    public const long LargestPlainForm = (LongestText * 4 * 3) + 8192;

    /// <summary>Messages on the page; older ones are in the case, not in the chat.</summary>
    public const int LinesShown = 50;

    /// <summary>CONTRACT §3: the POST waits this long for the reply.</summary>
    public static readonly TimeSpan ReplyWait = TimeSpan.FromSeconds(2);

    /// <summary>How often the waiting POST looks for it: a turn takes a few milliseconds, each look is one indexed query.</summary>
    public static readonly TimeSpan ReplyLook = TimeSpan.FromMilliseconds(60);

    /// <summary>Browsers keep no cookie longer than 400 days (RFC 6265bis §5.5).</summary>
    public static readonly TimeSpan CookieLife = TimeSpan.FromDays(400);

    /// <summary>Messages of one person at once, and again each minute: faster than anybody types, slower than a loop.</summary>
    public const int PersonMessages = 60;

    /// <summary>Messages of one network address each minute: a whole village may share one (carrier-grade NAT).</summary>
    public const int AddressMessages = 600;

    /// <summary>Looks at the page from one network address each minute; the script looks every three seconds at most.</summary>
    public const int AddressLooks = 3000;

    /// <summary>A phone on the edge of the network may send slowly: least bytes a second …</summary>
    public const double SlowestUpload = 40;

    /// <summary>… after this pause.</summary>
    public static readonly TimeSpan UploadGrace = TimeSpan.FromSeconds(30);
}
