using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Conversations.Tickets;

/// <summary>A ticket that was merged into another leads its people to the one that goes on.</summary>
public sealed class MergedTicketTests : IAsyncLifetime
{
    private const string Address = "700000181";
    private const string Neighbour = "700000182";
    private TalkWorld world = null!;

    public async ValueTask InitializeAsync() => world = await TalkWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task CEK_and_what_the_resident_writes_lead_to_the_ticket_that_goes_on()
    {
        var (merged, kept) = (await FileAsync(Address, "0812-3456-7890"), await AgainAsync());
        await MergeAsync(merged, kept);

        var told = await SayAsync(Address, "cek");
        var asked = await SayAsync(Address, "suratnya sudah ada pak");
        await SayAsync(Address, "1");

        Assert.Contains(kept, told, StringComparison.Ordinal);
        Assert.DoesNotContain(merged, told, StringComparison.Ordinal);
        Assert.Contains($"Pesan ini untuk tiket {kept}?", asked, StringComparison.Ordinal);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from case_events e join cases c on c.id = e.case_id where e.kind = 'ResidentWrote' and c.ticket = $1", kept));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from case_events e join cases c on c.id = e.case_id where e.kind = 'ResidentWrote' and c.ticket = $1", merged));
    }

    [Fact]
    public async Task Whose_only_ticket_went_into_a_neighbours_is_led_there_from_every_phone()
    {
        var merged = await FileAsync(Address, "0812-3456-7890");
        var kept = await FileAsync(Neighbour, "0812-3456-7891");
        await MergeAsync(merged, kept);

        var own = await SayAsync(Address, "cek");
        var byNumber = await SayAsync("700000183", $"{merged} 7890");

        Assert.Contains($"digabung ke {kept}", own, StringComparison.Ordinal);
        Assert.Contains($"digabung ke {kept}", byNumber, StringComparison.Ordinal);
    }

    private async Task<string> FileAsync(string address, string phone)
    {
        string[] lines = ["lapor", "1", "1", address == Address ? "Taryono" : "Warniati", "jatibogor suradadi", "1", "4", "Biaya sekolah (PIP/KIP)", "anak saya putus sekolah", "SELESAI", "Kirim", phone];
        foreach (var line in lines) await SayAsync(address, line);
        return await NewestAsync();
    }

    /// <summary>The same person files the same thing once more.</summary>
    private async Task<string> AgainAsync()
    {
        foreach (var line in new[] { "lapor", "1", "jatibogor suradadi", "1", "4", "Biaya sekolah (PIP/KIP)", "anak saya masih putus sekolah", "SELESAI", "Kirim" }) await SayAsync(Address, line);
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from cases"));
        return await NewestAsync();
    }

    private async Task<string> NewestAsync() => (string)(await world.Database.ScalarAsync("select ticket from cases order by id desc limit 1"))!;

    private async Task MergeAsync(string merged, string kept)
    {
        await world.Database.ScalarAsync("update case_items set status = 'DUPLIKAT' where case_id = (select id from cases where ticket = $1)", merged);
        await world.Database.ScalarAsync("update cases set status = 'DUPLIKAT', closed_at = $3, merged_into_id = (select id from cases where ticket = $2) where ticket = $1", merged, kept, world.Clock.GetUtcNow());
    }

    private async Task<string> SayAsync(string address, string line)
    {
        var telegram = world.Senders[0];
        var before = telegram.Sent.Count;
        await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, address));
        await world.PumpAsync();
        return string.Join('\n', telegram.Sent.Skip(before).Select(sent => sent.Message.Text));
    }
}
