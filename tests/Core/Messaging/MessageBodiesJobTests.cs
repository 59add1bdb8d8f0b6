using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Messaging;

public sealed class MessageBodiesJobTests : IAsyncLifetime
{
    private const string Raw = "select count(*) from inbox_messages where raw_body is not null";
    private const string Content = "select count(*) from inbox_messages where content is not null";
    private const string Sent = "select count(*) from outbox_messages where body is not null";
    private static readonly string[] Unfinished = ["lapor", "1", "1", "Taryono"];
    private static readonly string[] ToTicket = ["jatibogor suradadi", "1", "3", "Cek/ubah desil (DTSEN)", "mau tanya desil saya", "SELESAI", "Kirim", "LEWATI"];
    private TalkWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await TalkWorld.CreateAsync();
        foreach (var line in Unfinished) await SayAsync(line);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(71, 4L)]
    [InlineData(73, 0L)]
    public async Task The_request_as_received_goes_72_hours_after_its_turn(int hours, long left)
    {
        world.Clock.Advance(TimeSpan.FromHours(hours));

        await RunAsync();

        Assert.Equal(left, await world.Database.ScalarAsync(Raw));
        Assert.Equal(4L, await world.Database.ScalarAsync(Content));
    }

    [Theory]
    [InlineData(6, 4L)]
    [InlineData(8, 0L)]
    public async Task What_was_written_in_a_talk_without_a_case_goes_after_seven_days(int days, long left)
    {
        await world.Database.ScalarAsync("update conversations set draft_cipher = null");
        world.Clock.Advance(TimeSpan.FromDays(days));

        await RunAsync();

        Assert.Equal(left, await world.Database.ScalarAsync(Content));
    }

    [Fact]
    public async Task What_belongs_to_a_case_stays()
    {
        foreach (var line in ToTicket) await SayAsync(line);
        world.Clock.Advance(TimeSpan.FromDays(31));

        await RunAsync();

        Assert.Equal(12L, await world.Database.ScalarAsync(Content));
        Assert.Equal(0L, await world.Database.ScalarAsync($"{Sent} and case_id is null and status = 2"));
        Assert.True(await world.Database.ScalarAsync($"{Sent} and case_id is not null") is > 0L);
    }

    [Fact]
    public async Task What_still_waits_is_not_touched()
    {
        await world.Services.GetRequiredService<Inbox>().StoreAsync(new IncomingMessage { Channel = Channel.Telegram, ExternalId = "waits", Address = "700000171", Kind = IncomingKind.Text, Text = "halo" }, "{}"u8.ToArray(), TestContext.Current.CancellationToken);
        world.Clock.Advance(TimeSpan.FromDays(8));

        await RunAsync();

        Assert.Equal(1L, await world.Database.ScalarAsync($"{Raw} and external_id = 'waits' and content is not null"));
    }

    private async Task RunAsync()
    {
        await using var scope = world.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<MessageBodiesJob>(scope.ServiceProvider).RunAsync(default);
    }

    private Task SayAsync(string line) => world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, "700000171"));
}
