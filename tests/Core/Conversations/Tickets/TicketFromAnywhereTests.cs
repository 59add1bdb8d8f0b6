using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Core.Conversations.Tickets;

/// <summary>CEK from a phone that is not the reporter's: the state and nothing of the story; what is confidential answers like a ticket that does not exist.</summary>
public sealed class TicketFromAnywhereTests : IAsyncLifetime
{
    private const string Reporter = "700000151", Stranger = "700000152", Story = "bansos saya berhenti sejak mei karena sakit";
    private const string NotFound = "Tiket dan kode itu tidak cocok. Periksa lagi tulisannya. Butuh bantuan? Ketik BANTU.";
    private TalkWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await TalkWorld.CreateAsync();
        foreach (var line in new[] { "lapor", "1", "1", "Taryono", "jatibogor suradadi", "1", "2", "Bansos tidak cair", Story, "SELESAI", "1", "LEWATI" })
            await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Reporter));
    }

    public ValueTask DisposeAsync() => world?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Theory]
    [InlineData(Secrecy.Ordinary, true)]
    [InlineData(Secrecy.Confidential, false)]
    [InlineData(Secrecy.Secret, false)]
    public async Task A_code_shows_the_state_and_never_the_story(Secrecy secrecy, bool isShown)
    {
        var filed = await FiledAsync(secrecy);

        var told = await AskAsync(Stranger, $"CEK {filed.Ticket} {Code(filed)}");

        if (isShown) Assert.StartsWith($"Tiket {filed.Ticket}: sudah diterima.", told, StringComparison.Ordinal);
        else Assert.Equal(NotFound, told);
        foreach (var secret in new[] { "Taryono", "sakit", "mei", "Bansos", "Jatibogor, Kec" }) Assert.DoesNotContain(secret, told, StringComparison.Ordinal);
        Assert.Equal(isShown ? 0L : 1L, await world.Database.ScalarAsync("select count(*) from status_lookups where not matched"));
    }

    [Theory]
    [InlineData(Secrecy.Confidential, true)]
    [InlineData(Secrecy.Secret, false)]
    public async Task The_reporters_own_phone_sees_a_confidential_ticket_but_no_secret_one(Secrecy secrecy, bool isShown)
    {
        var filed = await FiledAsync(secrecy);

        Assert.Equal(isShown, (await AskAsync(Reporter, "CEK")).Contains(filed.Ticket, StringComparison.Ordinal));
    }

    private async Task<Case> FiledAsync(Secrecy secrecy)
    {
        await world.Database.ScalarAsync("update cases set secrecy = $1", (int)secrecy);
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Cases.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
    }

    private string Code(Case filed) => world.Services.GetRequiredService<FieldCipher>().OpenText(filed.CheckCode);

    private async Task<string> AskAsync(string address, string line)
    {
        var before = world.Senders[0].Sent.Count;
        await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, address));
        return string.Join('\n', world.Senders[0].Sent.Skip(before).Select(delivery => delivery.Message.Text));
    }
}
