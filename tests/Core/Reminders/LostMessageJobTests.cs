using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Reminders.Notices;

namespace Puskesos.Tests.Core.Reminders;

public sealed class LostMessageJobTests
{
    [Fact]
    public async Task A_message_that_failed_is_tried_by_the_other_chat_and_the_officer_is_told_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await LinkedAsync(world);
        var filed = await world.CaseAsync();
        var other = await OtherChatAsync(world, filed);
        await FailAsync(world, filed, "kabar satu");
        await FailAsync(world, filed, "kabar dua");

        await RunAsync(world);
        await RunAsync(world);

        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from outbox_messages where conversation_id = $1 and status = 0", other));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from outbox_messages where conversation_id = $1 and text_key = 'ResidentUnreachable_ToOfficer'", rini));
        Assert.Equal(2, (await world.ReadAsync(filed.Id)).Events.Count(line => line.Kind == CaseEventKind.Unreached));
    }

    [Fact]
    public async Task What_failed_by_the_other_chat_too_is_not_played_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        var filed = await world.CaseAsync();
        await OtherChatAsync(world, filed);
        await FailAsync(world, filed, "kabar");
        await RunAsync(world);
        await world.Database.ScalarAsync("update outbox_messages set status = 4 where dedupe_key like 'other/%'");

        await RunAsync(world);

        Assert.Equal(2L, await world.Database.CountAsync("outbox_messages"));
    }

    [Theory]
    [InlineData("unreachable", 1)]
    [InlineData("stopped", 0)]
    [InlineData("silent", 0)]
    public async Task What_is_not_sent_to_a_dead_chat_goes_to_the_other_one(string why, int expected)
    {
        await using var world = await DeskWorld.CreateAsync();
        var filed = await world.CaseAsync();
        var other = await OtherChatAsync(world, filed);
        await FailAsync(world, filed, "kabar");
        await world.Database.ScalarAsync("update outbox_messages set status = 5, error_code = $1", why);

        await RunAsync(world);

        Assert.Equal((long)expected, await world.Database.ScalarAsync("select count(*) from outbox_messages where conversation_id = $1 and status = 0", other));
        Assert.Equal(expected, (await world.ReadAsync(filed.Id)).Events.Count(line => line.Kind == CaseEventKind.Unreached));
    }

    [Fact]
    public async Task A_confidential_case_goes_to_no_second_phone()
    {
        await using var world = await DeskWorld.CreateAsync();
        var filed = await world.CaseAsync(secrecy: Secrecy.Confidential);
        await OtherChatAsync(world, filed);
        await FailAsync(world, filed, "kabar");

        await RunAsync(world);

        Assert.Equal(1L, await world.Database.CountAsync("outbox_messages"));
        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Unreached);
    }

    [Fact]
    public async Task At_night_a_new_case_waits_for_the_desk_to_open()
    {
        await using var world = await DeskWorld.CreateAsync();
        await LinkedAsync(world);
        world.Clock.SetUtcNow(new(2026, 11, 13, 22, 0, 0, TimeSpan.FromHours(7)));
        var filed = await world.CaseAsync();
        await FailAsync(world, filed, "kabar");

        await RunAsync(world);

        // Friday night: the desk opens on Monday at eight.
        Assert.Equal(
            new DateTime(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc),
            await world.Database.ScalarAsync("select not_before from outbox_messages where text_key = 'ResidentUnreachable_ToOfficer'"));
    }

    private static async Task RunAsync(DeskWorld world)
    {
        await using var work = world.Open();
        await work.Get<LostMessageJob>().RunAsync(default);
    }

    private static async Task<long> LinkedAsync(DeskWorld world)
    {
        var officer = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var chat = await world.ChatAsync();
        await using var work = world.Open();
        work.Storage.Add(new OfficerLink { OfficerId = officer.OfficerId, AddressId = chat, LinkedAt = world.Clock.GetUtcNow() });
        await work.Storage.SaveChangesAsync();
        return chat;
    }

    /// <summary>The reporter's second chat, on WhatsApp.</summary>
    private static async Task<long> OtherChatAsync(DeskWorld world, Case filed)
    {
        var chat = await world.ChatAsync();
        await world.Database.ScalarAsync("update channel_addresses set channel = 2 where id = $1", chat);
        await using var work = world.Open();
        foreach (var address in new[] { chat, filed.ConversationId!.Value })
            work.Storage.Add(new ResidentAddress { ResidentId = filed.ReporterId, AddressId = address, LastUsedAt = world.Clock.GetUtcNow() });
        await work.Storage.SaveChangesAsync();
        return chat;
    }

    private static async Task FailAsync(DeskWorld world, Case filed, string text)
    {
        await using var work = world.Open();
        var row = world.Outbox.Compose(new OutboxTarget(filed.ConversationId!.Value, Channel.Telegram, filed.Id), new OutgoingMessage { Text = text }, "Test", Priority.Status);
        row.Status = OutboxStatus.Failed;
        work.Storage.Outbox.Add(row);
        await work.Storage.SaveChangesAsync();
    }
}
