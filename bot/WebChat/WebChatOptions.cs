namespace Puskesos.Bot.WebChat;

/// <summary>The bot's own web page (section <c>WebChat</c>).</summary>
public sealed class WebChatOptions
{
    public const string Section = "WebChat";

    /// <summary>Off unless told; the demo switches it on.</summary>
    public bool Enabled { get; set; }
}
