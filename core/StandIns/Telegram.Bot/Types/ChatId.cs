using System.Globalization;

namespace Telegram.Bot.Types;

/// <summary>The address of a chat: a number of up to 52 bits, or a public @name.</summary>
public class ChatId
{
    public ChatId(long identifier) => Identifier = identifier;

    public ChatId(string username)
    {
        ArgumentNullException.ThrowIfNull(username);
        if (username.Length > 1 && username[0] == '@')
            Username = username;
        else if (long.TryParse(username, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var identifier))
            Identifier = identifier;
        else
            throw new ArgumentException("A chat is named by a number or by @name.", nameof(username));
    }

    public long? Identifier { get; }

    public string? Username { get; }

    public override string ToString() => Username ?? Identifier?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static implicit operator ChatId(long identifier) => new(identifier);

    public static implicit operator ChatId(string username) => new(username);
}
