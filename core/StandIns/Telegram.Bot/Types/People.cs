using Telegram.Bot.Types.Enums;

namespace Telegram.Bot.Types;

/// <summary>A person or a bot.</summary>
public class User
{
    public long Id { get; set; }

    public bool IsBot { get; set; }

    public string FirstName { get; set; } = default!;

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }
}

/// <summary>A private chat, a group or a channel.</summary>
public class Chat
{
    public long Id { get; set; }

    public ChatType Type { get; set; }

    public string? Title { get; set; }

    public string? Username { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }
}

/// <summary>Somebody's standing in a chat.</summary>
public abstract class ChatMember
{
    public abstract ChatMemberStatus Status { get; }

    public User User { get; set; } = default!;
}

/// <summary>The chat's owner.</summary>
public class ChatMemberOwner : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Creator;
}

/// <summary>An administrator of the chat.</summary>
public class ChatMemberAdministrator : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Administrator;
}

/// <summary>An ordinary member.</summary>
public class ChatMemberMember : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Member;
}

/// <summary>A member with fewer rights.</summary>
public class ChatMemberRestricted : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Restricted;
}

/// <summary>Not a member now, may come back.</summary>
public class ChatMemberLeft : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Left;
}

/// <summary>Removed; in a private chat: the person blocked the bot.</summary>
public class ChatMemberBanned : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Kicked;
}

/// <summary>A phone number shared in the chat; the sender's own only when <see cref="UserId"/> is the sender's id.</summary>
public class Contact
{
    public string PhoneNumber { get; set; } = default!;

    public string FirstName { get; set; } = default!;

    public string? LastName { get; set; }

    public long? UserId { get; set; }

    public string? Vcard { get; set; }
}

/// <summary>A point on the map.</summary>
public class Location
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }

    /// <summary>Radius of uncertainty in metres, 0-1500.</summary>
    public double? HorizontalAccuracy { get; set; }

    /// <summary>Seconds during which the point moves; set for a live location only.</summary>
    public int? LivePeriod { get; set; }

    public int? Heading { get; set; }
}

/// <summary>A named place.</summary>
public class Venue
{
    public Location Location { get; set; } = default!;

    public string Title { get; set; } = default!;

    public string Address { get; set; } = default!;
}

/// <summary>A command in the bot's menu.</summary>
public class BotCommand
{
    public BotCommand()
    {
    }

    public BotCommand(string command, string description) => (Command, Description) = (command, description);

    public string Command { get; set; } = default!;

    public string Description { get; set; } = default!;
}

/// <summary>The message that is answered.</summary>
public class ReplyParameters
{
    public int MessageId { get; set; }

    public bool AllowSendingWithoutReply { get; set; }

    public static implicit operator ReplyParameters(int messageId) => new() { MessageId = messageId };
}
