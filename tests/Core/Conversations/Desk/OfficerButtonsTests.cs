using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Conversations.Desk;

/// <summary>Under a notice an officer takes, asks and finishes by a button or by the same word; no detail of the case stands in it.</summary>
public sealed class OfficerButtonsTests
{
    private const string Unit = "PKS-33.28.16.2007";
    private const string Telegram = "700000201";
    private const string WhatsApp = "whatsapp:+6281200000201";

    /// <summary>A Thursday morning, when the desk is open.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 11, 12, 9, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Complaint = ["/start", "1", "1", "1", "Kusmiati", "jatibogor", "1", "5", "1", "mau daftar sekolah anak", "LEWATI", "SELESAI", "1", "LEWATI"];

    [Fact]
    public async Task A_case_is_taken_asked_about_and_finished_by_buttons_alone()
    {
        await using var world = await TalkWorld.CreateAsync();
        await LinkAsync(world, Channel.Telegram, Telegram);
        var ticket = await FileAsync(world);
        var tail = ticket[9..];

        var notice = Last(world, Channel.Telegram, Telegram);
        Assert.Contains(ticket, notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kusmiati", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sekolah", notice.Text, StringComparison.Ordinal);
        Assert.Equal([$"AMBIL {tail}"], notice.Orders);
        Assert.Equal([$"TANYA {tail}", $"SELESAI {tail}"], (await TapAsync(world, $"AMBIL {tail}")).Orders);
        Assert.StartsWith("Tulis pertanyaan untuk warga", (await TapAsync(world, $"TANYA {tail}")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Terkirim ke warga", (await SayAsync(world, Channel.Telegram, Telegram, "Anaknya kelas berapa, Bu?")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await TapAsync(world, $"SELESAI {tail}")).Choices.Count);
        await SayAsync(world, Channel.Telegram, Telegram, "1");
        await SayAsync(world, Channel.Telegram, Telegram, "Syaratnya sudah dijelaskan");
        Assert.Equal([$"BATAL {tail}"], (await SayAsync(world, Channel.Telegram, Telegram, "1")).Orders);
        Assert.Equal("SELESAI", await world.Database.ScalarAsync("select status from cases where ticket = $1", ticket));
        Assert.StartsWith("Dibatalkan. Warga belum menerima apa-apa.", (await TapAsync(world, $"BATAL {tail}")).Text, StringComparison.Ordinal);
        Assert.Equal("DIPERIKSA", await world.Database.ScalarAsync("select status from cases where ticket = $1", ticket));
    }

    [Fact]
    public async Task A_button_pressed_again_later_moves_nothing_twice()
    {
        await using var world = await TalkWorld.CreateAsync();
        await LinkAsync(world, Channel.Telegram, Telegram);
        var ticket = await FileAsync(world);

        await TapAsync(world, $"AMBIL {ticket[9..]}");
        await TapAsync(world, $"AMBIL {ticket[9..]}");
        var late = await TapAsync(world, $"BATAL {ticket[9..]}");

        Assert.Equal("Tiket itu tidak ada di daftar tugas ini.", late.Text);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from case_events where kind = 'Moved'"));
    }

    [Fact]
    public async Task On_whatsapp_the_words_stand_under_the_notice()
    {
        await using var world = await TalkWorld.CreateAsync();
        await LinkAsync(world, Channel.WhatsApp, WhatsApp);
        var ticket = await FileAsync(world);

        var notice = Last(world, Channel.WhatsApp, WhatsApp);

        Assert.EndsWith($"\nBisa juga balas: AMBIL {ticket[9..]}", notice.Text, StringComparison.Ordinal);
        Assert.Empty(notice.Orders);
        Assert.Contains("sekarang tugas Rini", (await SayAsync(world, Channel.WhatsApp, WhatsApp, $"ambil {ticket[9..]}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_button_of_somebody_else_does_nothing()
    {
        await using var world = await TalkWorld.CreateAsync();
        await LinkAsync(world, Channel.Telegram, Telegram);
        var ticket = await FileAsync(world);

        await world.ReceiveAsync([new IncomingMessage { Channel = Channel.Telegram, ExternalId = "", Address = "700000999", Kind = IncomingKind.Choice, ChoiceId = $"AMBIL {ticket[9..]}" }]);

        Assert.Equal("BARU", await world.Database.ScalarAsync("select status from cases where ticket = $1", ticket));
    }

    private static async Task LinkAsync(TalkWorld world, Channel channel, string address)
    {
        world.Clock.SetUtcNow(Morning);
        var code = await new JourneyOfficers(world).CodeAsync("Rini", Unit);
        await SayAsync(world, channel, address, "tugas");
        await SayAsync(world, channel, address, code);
    }

    private static async Task<string> FileAsync(TalkWorld world)
    {
        foreach (var line in Complaint) await SayAsync(world, Channel.WebChat, "web-1", line);
        return (string)(await world.Database.ScalarAsync("select ticket from cases"))!;
    }

    private static async Task<OutgoingMessage> SayAsync(TalkWorld world, Channel channel, string address, string text)
    {
        await world.ReceiveAsync([new IncomingMessage { Channel = channel, ExternalId = "", Address = address, Kind = IncomingKind.Text, Text = text }]);
        return Last(world, channel, address);
    }

    /// <summary>A tap on a button under a message that Telegram no longer shows us: only its value comes.</summary>
    private static async Task<OutgoingMessage> TapAsync(TalkWorld world, string order)
    {
        await world.ReceiveAsync([new IncomingMessage { Channel = Channel.Telegram, ExternalId = "", Address = Telegram, Kind = IncomingKind.Choice, ChoiceId = order }]);
        return Last(world, Channel.Telegram, Telegram);
    }

    private static OutgoingMessage Last(TalkWorld world, Channel channel, string address) =>
        world.Senders.Single(sender => sender.Channel == channel).Sent.LastOrDefault(sent => sent.Address == address)?.Message ?? new OutgoingMessage { Text = "" };
}
