using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Chats;

public sealed class WaitingChatsTests
{
    [Fact]
    public async Task A_chat_shows_nothing_of_a_complaint_that_went_past_the_reader()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var gunadi = await app.OpenAsync(await world.OfficerAsync("Pak Gunadi", (Role.Dinsos, DeskWorld.Tegal)));
        var filed = await world.CaseAsync(DeskWorld.Dinsos, Secrecy.Confidential, needs: "PUNGLI");
        var chat = filed.ConversationId!.Value;
        await SentAsync(world, chat, "Ada foto atau bukti lain tentang uang yang dipotong?");
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await SentAsync(world, chat, $"Tiket {filed.Ticket}: sedang diperiksa.");
        await SentAsync(world, chat, "Nomor kasusnya sudah diteruskan.", filed.Id);
        await SentAsync(world, chat, "Keluhannya tentang apa?");
        await WantHelpAsync(world, chat, DeskWorld.Jatibogor);

        var page = await rini.TextAsync($"/bicara/{chat}");

        Assert.Contains("Keluhannya tentang apa?", page, StringComparison.Ordinal);
        foreach (var hidden in new[] { "dipotong", filed.Ticket, "sudah diteruskan" }) Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
        await WantHelpAsync(world, chat, DeskWorld.Dinsos);
        Assert.Contains("uang yang dipotong", await gunadi.TextAsync($"/bicara/{chat}"), StringComparison.Ordinal);
    }

    private static Task WantHelpAsync(DeskWorld world, long chat, string unit) =>
        world.Database.ScalarAsync("update conversations set help_wanted_at = $1, help_unit_code = $2 where id = $3", world.Clock.GetUtcNow(), unit, chat);

    private static async Task SentAsync(DeskWorld world, long chat, string words, long? about = null)
    {
        await using var work = world.Open();
        work.Storage.Outbox.Add(world.Outbox.Compose(new OutboxTarget(chat, Channel.Telegram, about), new OutgoingMessage { Text = words }, "Test", Priority.Reply));
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
