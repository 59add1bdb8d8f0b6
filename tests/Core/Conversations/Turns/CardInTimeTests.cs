using Puskesos.Core.Conversations;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Core.Conversations.Turns;

/// <summary>A photo of the identity card with which the papers are complete is read before it is answered, and what is read is asked back.</summary>
public sealed class CardInTimeTests : IAsyncLifetime
{
    private const string Address = "700000141";
    private static readonly string[] UpToPapers = ["lapor", "1", "1", "Taryono", "jatibogor suradadi", "1", "3", "Cek/ubah desil (DTSEN)", "mau tanya desil saya"];
    private TalkWorld world = null!;
    private int sent;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(!CardReader.IsThere || !SampleCards.CanBeMade, "tesseract-ocr or libvips-tools is not installed: no card is read");
        world = await TalkWorld.CreateAsync();
        foreach (var line in UpToPapers) await SayAsync(line);
        Assert.Equal(Step.AskDocuments, (await world.TalkAsync(Channel.Telegram, Address))!.Step);
        sent = world.Senders[0].Sent.Count;
    }

    public ValueTask DisposeAsync() => world?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_last_paper_is_asked_back_in_its_own_answer()
    {
        await SayAsync("[foto] KK");
        sent = world.Senders[0].Sent.Count;

        await SayAsync("[foto ktp TARYONO]");

        Assert.Contains("Di foto KTP terbaca", string.Join("\n", New()), StringComparison.Ordinal);
        Assert.Equal(Step.ConfirmCard, (await world.TalkAsync(Channel.Telegram, Address))!.Step);
        await SayAsync("ya");
        await SayAsync("Kirim");
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from cases join residents p on p.id = reporter_id where p.nik_index is not null and p.birth_year = 1985"));
    }

    [Fact]
    public async Task Whoever_writes_meanwhile_does_not_wait_for_the_reading()
    {
        await SayAsync("[foto] KK");
        sent = world.Senders[0].Sent.Count;
        await world.HoldReadingAsync(JourneyMessages.Of("[foto ktp TARYONO]", Channel.Telegram, Address));
        Assert.Empty(New());

        await SayAsync("SELESAI");

        Assert.Equal(Step.ConfirmReport, (await world.TalkAsync(Channel.Telegram, Address))!.Step);
    }

    [Fact]
    public async Task A_reading_that_takes_too_long_is_not_waited_for()
    {
        await SayAsync("[foto] KK");
        sent = world.Senders[0].Sent.Count;
        await world.HoldReadingAsync(JourneyMessages.Of("[foto ktp TARYONO]", Channel.Telegram, Address));

        world.Clock.Advance(FilesFirst.Longest);
        await world.PumpAsync();

        Assert.Contains("KTP", New()[0], StringComparison.Ordinal);
        Assert.Equal(Step.ConfirmReport, (await world.TalkAsync(Channel.Telegram, Address))!.Step);
    }

    private List<string> New() => [.. world.Senders[0].Sent.Skip(sent).Select(delivery => delivery.Message.Text)];

    private Task SayAsync(string line) => world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Address));
}
