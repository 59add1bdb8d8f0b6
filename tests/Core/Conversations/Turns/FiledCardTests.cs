using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Messaging;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Core.Conversations.Turns;

/// <summary>The photo of an identity card that comes for a case already filed is read before it is answered, and what is read is asked back.</summary>
public sealed class FiledCardTests : IAsyncLifetime
{
    private const string Address = "700000142";
    private const string NikKept = "select count(*) from cases join residents p on p.id = reporter_id where p.nik_index is not null";
    private static readonly string[] UpToFiled = ["lapor", "1", "1", "Taryono", "jatibogor suradadi", "1", "3", "Cek/ubah desil (DTSEN)", "mau tanya desil saya", "selesai", "Kirim", "lewati"];
    private TalkWorld world = null!;
    private int sent;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(!CardReader.IsThere || !SampleCards.CanBeMade, "tesseract-ocr or libvips-tools is not installed: no card is read");
        world = await TalkWorld.CreateAsync();
        foreach (var line in UpToFiled) await SayAsync(line);
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is null"));
        Assert.Equal(Step.Greet, await StepAsync());
        sent = world.Senders[0].Sent.Count;
    }

    public ValueTask DisposeAsync() => world?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_yes_keeps_the_number_with_the_person()
    {
        await SayAsync("[foto ktp TARYONO]");
        Assert.Contains("Foto KTP sudah kami terima untuk tiket", New()[0], StringComparison.Ordinal);
        Assert.Contains("terbaca:\nNama: Taryono\n", string.Join("\n", New()), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync(NikKept));

        await SayAsync("ya");

        Assert.Equal(1L, await world.Database.ScalarAsync(NikKept));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is not null"));
        Assert.Equal(Step.Greet, await StepAsync());
    }

    [Fact]
    public async Task A_yes_to_the_card_of_somebody_else_counts_for_nobody_and_is_shown_to_the_officer()
    {
        await SayAsync("[foto ktp WARNIATI]");
        sent = world.Senders[0].Sent.Count;

        await SayAsync("ya");

        Assert.Equal(0L, await world.Database.ScalarAsync(NikKept));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where marks like '%other-name%' and kind = 'KTP'"));
        Assert.Contains("petugas yang akan mencocokkannya", Assert.Single(New()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_waited_behind_the_question_for_the_ticket_is_asked_back()
    {
        await SayAsync("pak ini ada berkas tambahan buat kemarin");
        Assert.Equal(Step.AskOpenCase, await StepAsync());
        await SayAsync("[foto ktp TARYONO]");
        Assert.Equal(Step.AskOpenCase, await StepAsync());
        sent = world.Senders[0].Sent.Count;

        await AnswerAsync("1");

        Assert.Contains("Foto KTP sudah kami terima untuk tiket", string.Join("\n", New()), StringComparison.Ordinal);
        Assert.Equal(Step.ConfirmFiledCard, await StepAsync());
        await SayAsync("ya");
        Assert.Equal(1L, await world.Database.ScalarAsync(NikKept));
    }

    [Fact]
    public async Task A_card_that_waited_behind_the_question_who_writes_is_asked_back()
    {
        await SayAsync("halo");
        Assert.Equal(Step.AskWho, await StepAsync());
        foreach (var line in new[] { "2", "1", "1", "Warniati", "jatibogor suradadi", "1", "3", "Cek/ubah desil (DTSEN)", "mau tanya desil saya juga", "selesai", "Kirim", "lewati" }) await SayAsync(line);
        Assert.Equal(4L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is null"));
        await SayAsync("[foto ktp TARYONO]");
        Assert.Equal(Step.AskWho, await StepAsync());

        await AnswerAsync("Taryono");

        Assert.Equal(Step.ConfirmFiledCard, await StepAsync());
        await SayAsync("ya");
        Assert.Equal(1L, await world.Database.ScalarAsync(NikKept + " and p.name = 'Taryono'"));
    }

    [Fact]
    public async Task Whoever_writes_on_does_not_wait_for_a_card_that_waited()
    {
        await SayAsync("pak ini ada berkas tambahan buat kemarin");
        await SayAsync("[foto ktp TARYONO]");
        await SayAsync("1");
        sent = world.Senders[0].Sent.Count;

        await SayAsync("sudah ya pak");

        Assert.Contains("Foto KTP sudah kami terima untuk tiket", string.Join("\n", New()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_no_keeps_the_photo_and_nothing_of_its_reading()
    {
        await SayAsync("[foto ktp WARNIATI]");
        Assert.Contains("Warniati (di laporan tertulis Taryono)", string.Join("\n", New()), StringComparison.Ordinal);

        await SayAsync("2");

        Assert.Equal(0L, await world.Database.ScalarAsync(NikKept));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where case_id is not null and state = $1", (int)DocumentState.Stored));
    }

    [Fact]
    public async Task The_next_paper_is_taken_while_the_question_is_open()
    {
        await SayAsync("[foto ktp TARYONO]");
        sent = world.Senders[0].Sent.Count;

        await SayAsync("[foto] KK");

        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is null"));
        Assert.Equal(Step.Greet, await StepAsync());
    }

    [Fact]
    public async Task Other_words_are_read_as_if_nothing_was_asked()
    {
        await SayAsync("[foto ktp TARYONO]");

        await SayAsync("bapak saya juga mau tanya bantuan");

        Assert.Equal(Step.AskOpenCase, await StepAsync());
        Assert.Equal(0L, await world.Database.ScalarAsync(NikKept));
    }

    [Fact]
    public async Task A_reading_that_takes_too_long_is_not_waited_for()
    {
        await world.HoldReadingAsync(JourneyMessages.Of("[foto ktp TARYONO]", Channel.Telegram, Address));
        Assert.Empty(New());

        world.Clock.Advance(FilesFirst.Longest);
        await world.PumpAsync();

        Assert.Contains("Foto KTP sudah kami terima", Assert.Single(New()), StringComparison.Ordinal);
        Assert.Equal(Step.Greet, await StepAsync());
    }

    /// <summary>An answer by which a photo that waits finds its ticket: it is fetched and read before the reply.</summary>
    private async Task AnswerAsync(string line)
    {
        await SayAsync(line);
        while (await world.Services.GetRequiredService<DocumentFetchJob>().RunOnceAsync(default) > 0)
        {
        }

        await world.PumpAsync();
        await world.Services.GetRequiredService<CardReadingWorker>().RunOnceAsync(default);
        await world.PumpAsync();
    }

    private List<string> New() => [.. world.Senders[0].Sent.Skip(sent).Select(delivery => delivery.Message.Text)];

    private async Task<Step> StepAsync() => (await world.TalkAsync(Channel.Telegram, Address))!.Step;

    private Task SayAsync(string line) => world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Address));
}
