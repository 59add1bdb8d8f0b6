using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Conversations.Turns;

/// <summary>Photos, files and voice notes that come where none was asked for: in the first message, at the consent, at a name, with the menu open. None is lost.</summary>
public sealed class EarlyFilesTests : IAsyncLifetime
{
    private const string Address = "700000151";
    private const string OfCase = "select count(*) from documents join cases on cases.id = case_id where state = 1";
    private const string Missing = "select count(*) from awaited_documents where document_id is null";
    private static readonly Dictionary<Step, string> Answers = new()
    {
        [Step.AskConsent] = "1",
        [Step.AskForWhom] = "1",
        [Step.AskName] = "Taryono",
        [Step.AskVillage] = "jatibogor suradadi",
        [Step.ConfirmVillage] = "1",
        [Step.ConfirmNeed] = "1",
        [Step.AskNeedGroup] = "4",
        [Step.AskNeed] = "Biaya sekolah (PIP/KIP)",
        [Step.AskComplaint] = "anak saya putus sekolah karena biaya",
        [Step.AskDocuments] = "SELESAI",
        [Step.ConfirmReport] = "Kirim",
        [Step.AskPhone] = "LEWATI",
    };

    private TalkWorld world = null!;
    private int sent;

    public async ValueTask InitializeAsync() => world = await TalkWorld.CreateAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData("[foto] anak saya putus sekolah karena biaya", 1)]
    [InlineData("[album 3 foto: rumah saya bocor, , ]", 3)]
    [InlineData("[berkas surat.pdf] anak saya putus sekolah karena biaya", 1)]
    [InlineData("[pesan suara 0:42]", 1)]
    public async Task What_comes_with_the_first_message_is_fetched_after_consent_and_goes_with_the_complaint(string first, long files)
    {
        await SayAsync(first);
        Assert.Equal(Step.AskConsent, await StepAsync());
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from documents"));

        await WalkAsync(Step.Greet);

        Assert.Equal(files, await world.Database.ScalarAsync(OfCase));
    }

    [Fact]
    public async Task A_photo_at_the_question_for_consent_waits_for_the_answer()
    {
        await SayAsync("lapor");
        await SayAsync("[foto]");
        Assert.Equal(Step.AskConsent, await StepAsync());

        await WalkAsync(Step.Greet);

        Assert.Equal(1L, await world.Database.ScalarAsync(OfCase));
    }

    [Fact]
    public async Task A_photo_at_the_first_questions_stays_with_the_complaint()
    {
        await SayAsync("lapor");
        await SayAsync("1");
        Assert.Equal(Step.AskForWhom, await StepAsync());

        await SayAsync("[foto]");
        Assert.Contains("sudah kami simpan", LastReply(), StringComparison.Ordinal);
        await WalkAsync(Step.Greet);

        Assert.Equal(1L, await world.Database.ScalarAsync(OfCase));
    }

    [Fact]
    public async Task Somebody_known_begins_the_next_complaint_with_photos()
    {
        await FileAsync();
        await world.Database.ScalarAsync("update cases set status = 'DIKONFIRMASI', closed_at = now() - interval '90 days'");
        await SayAsync("[album 2 foto]");
        Assert.Equal(Step.AskWho, await StepAsync());
        await SayAsync("1");

        await WalkAsync(Step.Greet);

        Assert.Equal(2L, await world.Database.ScalarAsync($"{OfCase} and ticket = (select max(ticket) from cases)"));
    }

    [Fact]
    public async Task A_new_complaint_takes_the_photo_that_waited_behind_the_question_for_the_ticket()
    {
        await FileAsync();
        await world.Database.ScalarAsync("delete from awaited_documents");
        await SayAsync("[foto]");
        Assert.Equal(Step.AskOpenCase, await StepAsync());
        await SayAsync("2");

        await WalkAsync(Step.Greet);

        Assert.Equal(1L, await world.Database.ScalarAsync(OfCase));
    }

    [Theory]
    [InlineData("menu")]
    [InlineData("cek")]
    [InlineData("menu", "3")]
    public async Task A_photo_beside_another_question_is_an_awaited_paper_all_the_same(params string[] before)
    {
        await FileAsync();
        foreach (var line in before) await SayAsync(line);

        await SayAsync("[foto] KK");

        Assert.Equal(2L, await world.Database.ScalarAsync(Missing));
        Assert.Contains("Foto KK sudah kami terima untuk tiket", string.Join("\n", New()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_instead_of_a_phone_number_is_a_paper_and_the_number_is_asked_again()
    {
        await WalkFromStartAsync(Step.AskPhone);
        sent = world.Senders[0].Sent.Count;

        await SayAsync("[foto] KK");

        Assert.Equal(Step.AskPhone, await StepAsync());
        Assert.Equal(2L, await world.Database.ScalarAsync(Missing));
        Assert.Contains("Nomor HP", LastReply(), StringComparison.Ordinal);
        await SayAsync("0812-3456-7890");
        Assert.Equal("7890", await world.Database.ScalarAsync("select phone_last_four from residents"));
    }

    [Fact]
    public async Task A_photo_sent_early_and_again_as_the_paper_counts()
    {
        await SayAsync("lapor");
        await SayAsync("1");
        await SayAsync("[foto sama]");
        await WalkAsync(Step.AskDocuments);
        sent = world.Senders[0].Sent.Count;

        await SayAsync("[foto sama] KK");

        Assert.Contains("Foto KK sudah kami terima (1 dari 3)", LastReply(), StringComparison.Ordinal);
        await WalkAsync(Step.Greet);
        Assert.Equal(2L, await world.Database.ScalarAsync(Missing));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where marks like '%again%'"));
    }

    [Fact]
    public async Task A_photo_sent_early_and_again_for_the_ticket_counts()
    {
        await SayAsync("[foto sama] anak saya putus sekolah karena biaya");
        await WalkAsync(Step.Greet);
        sent = world.Senders[0].Sent.Count;

        await SayAsync("[foto sama] KK");

        Assert.Contains("Foto KK sudah kami terima untuk tiket", LastReply(), StringComparison.Ordinal);
        Assert.Equal(2L, await world.Database.ScalarAsync(Missing));
    }

    [Fact]
    public async Task Who_refuses_leaves_no_file_with_us_or_the_provider()
    {
        await SayAsync("[foto] anak saya putus sekolah karena biaya");
        await SayAsync("2");

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where state = 4 and source is not null"));
        await using var scope = world.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ErasedFilesJob>().RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from documents where source is not null or store_key is not null"));
    }

    [Fact]
    public async Task A_photo_of_danger_goes_with_the_alarm()
    {
        await SayAsync("[foto] tolong saya dipukul suami");
        Assert.Equal(Step.AskDanger, await StepAsync());
        await SayAsync("1");
        await SayAsync("[pesan suara 0:12]");
        Assert.DoesNotContain("belum paham", string.Join("\n", world.Senders[0].Sent.Select(delivery => delivery.Message.Text)), StringComparison.Ordinal);

        for (var questions = 0; questions < 4; questions++) await SayAsync("1");

        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from documents join cases on cases.id = case_id where is_emergency"));
    }

    private async Task FileAsync()
    {
        await WalkFromStartAsync(Step.Greet);
        Assert.Equal(3L, await world.Database.ScalarAsync(Missing));
        sent = world.Senders[0].Sent.Count;
    }

    private async Task WalkFromStartAsync(Step until)
    {
        await SayAsync("lapor");
        await WalkAsync(until);
    }

    /// <summary>Answers every question until this one is open, and lets the files come.</summary>
    private async Task WalkAsync(Step until)
    {
        for (var questions = 0; questions < 15 && await StepAsync() is var step && step != until; questions++) await SayAsync(Answers[step]);
        Assert.Equal(until, await StepAsync());
        while (await world.Services.GetRequiredService<DocumentFetchJob>().RunOnceAsync(default) > 0)
        {
        }
    }

    private List<string> New() => [.. world.Senders[0].Sent.Skip(sent).Select(delivery => delivery.Message.Text)];

    private string LastReply() => world.Senders[0].Sent[^1].Message.Text;

    private async Task<Step> StepAsync() => (await world.TalkAsync(Channel.Telegram, Address))!.Step;

    private Task SayAsync(string line) => world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Address));
}
