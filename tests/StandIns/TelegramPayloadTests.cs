using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace Puskesos.Tests.StandIns;

/// <summary>Bodies of webhooks as the Bot API documents them are read without a loss.</summary>
public sealed class TelegramPayloadTests
{
    public static TheoryData<string, UpdateType, MessageType> Updates => new()
    {
        { "03-text", UpdateType.Message, MessageType.Text },
        { "06-photo-caption", UpdateType.Message, MessageType.Photo },
        { "08-album-1-of-3", UpdateType.Message, MessageType.Photo },
        { "12-document-no-name-no-mime", UpdateType.Message, MessageType.Document },
        { "13-voice", UpdateType.Message, MessageType.Voice },
        { "15-location-live", UpdateType.Message, MessageType.Location },
        { "16-venue-also-sets-location", UpdateType.Message, MessageType.Venue },
        { "19-contact-without-user-id", UpdateType.Message, MessageType.Contact },
        { "26-sticker-unsupported", UpdateType.Message, MessageType.Sticker },
        { "27-animation-also-sets-document", UpdateType.Message, MessageType.Animation },
        { "39-video-note-unsupported", UpdateType.Message, MessageType.VideoNote },
        { "34-group-migrated", UpdateType.Message, MessageType.MigrateToChatId },
        { "32-group-added-bot", UpdateType.Message, MessageType.NewChatMembers },
        { "29-my-chat-member-blocked", UpdateType.MyChatMember, MessageType.Unknown },
        { "36-unknown-extra-field", UpdateType.Message, MessageType.Text },
    };

    [Theory]
    [MemberData(nameof(Updates))]
    public void A_documented_update_is_read(string name, UpdateType kind, MessageType message)
    {
        var update = Read(name);

        Assert.True(update.Id > 0);
        if (kind == UpdateType.Message)
            Assert.Equal(message, update.Message?.Type);
        else
            Assert.Equal(kind, update.Type);
    }

    [Fact]
    public void Every_update_of_the_pack_is_read()
    {
        var folder = Folder();

        foreach (var file in Directory.GetFiles(folder, "*.json"))
            Assert.True(JsonSerializer.Deserialize<Update>(File.ReadAllText(file), JsonBotAPI.Options)!.Id > 0, Path.GetFileName(file));
    }

    [Fact]
    public void An_edited_message_keeps_its_id_and_has_the_time_of_the_edit()
    {
        var update = Read("23-edited-message");

        Assert.Equal(UpdateType.EditedMessage, update.Type);
        Assert.True(update.EditedMessage!.EditDate >= update.EditedMessage.Date);
    }

    [Fact]
    public void The_parts_of_an_album_share_one_id()
    {
        var groups = new[] { "08-album-1-of-3", "08-album-2-of-3", "08-album-3-of-3" }.Select(name => Read(name).Message!.MediaGroupId).Distinct();

        Assert.NotNull(Assert.Single(groups));
    }

    [Fact]
    public void Entities_count_in_units_of_the_string()
    {
        var message = Read("04-text-emoji-entities-utf16").Message!;

        Assert.All(message.Entities!, entity => Assert.True(entity.Offset + entity.Length <= message.Text!.Length));
    }

    private static Update Read(string name) =>
        JsonSerializer.Deserialize<Update>(File.ReadAllText(Path.Combine(Folder(), name + ".json")), JsonBotAPI.Options)!;

    private static string Folder() => SharedPack.Folder("payloads/telegram/updates");
}
