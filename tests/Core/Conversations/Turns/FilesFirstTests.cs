using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Checks;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;
using Puskesos.Core.Texts;

namespace Puskesos.Tests.Core.Conversations.Turns;

public sealed class FilesFirstTests : IAsyncLifetime
{
    private const string Address = "700000131";
    private static readonly string[] UpToPapers = ["lapor", "1", "1", "Taryono", "jatibogor suradadi", "1", "4", "Biaya sekolah (PIP/KIP)", "anak saya putus sekolah karena biaya"];
    private TalkWorld world = null!;
    private int sent;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OutOfProcess.Find(PictureCheck.Shrinker) is null, "libvips-tools is not installed: no picture is called blurred");
        world = await TalkWorld.CreateAsync();
        foreach (var line in UpToPapers) await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Address));
        Assert.Equal(Step.AskDocuments, (await TalkAsync()).Step);
        sent = Replies.Count;
    }

    public ValueTask DisposeAsync() => world?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IReadOnlyList<Delivery> Replies => world.Senders[0].Sent;

    [Fact]
    public async Task A_photo_is_answered_when_it_was_looked_at()
    {
        await SendAsync("[foto] KK");
        Assert.Equal(sent, Replies.Count);

        await FilesComeAsync();

        Assert.Equal("Foto KK sudah kami terima (1 dari 3). Berikutnya: akta lahir anak. Belum ada? Balas LEWATI.", Assert.Single(New()));
    }

    [Fact]
    public async Task Whoever_writes_meanwhile_is_answered_at_once()
    {
        await SendAsync("[foto] KK");

        await SendAsync("LEWATI");

        Assert.Contains("bisa menyusul", Assert.Single(New()));
    }

    [Fact]
    public async Task Danger_words_under_a_photo_do_not_wait()
    {
        await SendAsync("[foto] tolong saya dipukul suami");

        Assert.Equal(Step.AskDanger, (await TalkAsync()).Step);
    }

    [Fact]
    public async Task A_slow_provider_is_not_waited_for_and_its_verdict_comes_later()
    {
        await SendAsync("[foto buram] KK");
        world.Clock.Advance(FilesFirst.Patience);
        await world.PumpAsync();
        Assert.Contains("Foto KK sudah kami terima (1 dari 3)", Assert.Single(New()));
        sent = Replies.Count;

        await FilesComeAsync();
        Assert.Contains("kurang jelas", Assert.Single(New()));
        sent = Replies.Count;
        await SendAsync("SELESAI");

        Assert.Contains("menyusul: KK, akta lahir anak, kartu pelajar", Assert.Single(New()));
    }

    [Fact]
    public async Task A_late_verdict_makes_a_filed_case_wait_for_the_paper_again()
    {
        await SendAsync("[foto buram] KK");
        await SendAsync("SELESAI");
        await SendAsync("Kirim");
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from awaited_documents where kind = 'KK' and document_id is null"));

        await FilesComeAsync();

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from awaited_documents where kind = 'KK' and document_id is null"));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where kind = 'KK' and marks like '%unclear%' and case_id is not null"));
        Assert.Contains(Questions.AskDocuments_UnclearLater, await KeysAsync());
    }

    [Fact]
    public async Task An_unreadable_photo_for_a_filed_case_leaves_its_paper_awaited()
    {
        await SendAsync("SELESAI");
        await SendAsync("Kirim");
        await SendAsync("LEWATI");
        sent = Replies.Count;

        await SendAsync("[foto buram] kartu pelajar");
        await FilesComeAsync();

        Assert.Equal("Maaf, foto kartu pelajar kurang jelas. Tolong foto lagi di tempat terang, semua tulisan terlihat. Foto tadi tetap kami simpan.", Assert.Single(New()));
        Assert.Equal(3L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is null"));
    }

    [Fact]
    public async Task Two_equal_photos_of_one_album_count_once()
    {
        await SendAsync("[album 2 foto: sama, sama]");
        await FilesComeAsync();

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where marks like '%again%'"));
        Assert.Contains("(1 dari 3)", Assert.Single(New()));
    }

    [Fact]
    public async Task One_photo_for_two_papers_found_out_late_says_which_is_still_missing()
    {
        await SendAsync("[album 2 foto: sama, sama]");
        world.Clock.Advance(FilesFirst.Patience);
        await world.PumpAsync();
        Assert.Contains("KK, akta lahir anak", Assert.Single(New()));
        sent = Replies.Count;

        await FilesComeAsync();

        // Both are fetched side by side: whichever came second does not count.
        Assert.Matches("^Foto itu sudah pernah dikirim. Berikutnya: (KK|akta lahir anak). Belum ada[?] Balas LEWATI.$", Assert.Single(New()));
        await SendAsync("SELESAI");
        Assert.Matches("menyusul: (KK|akta lahir anak), kartu pelajar", New()[^1]);
    }

    [Fact]
    public async Task The_same_after_the_complaint_was_sent_waits_for_the_paper_without_LEWATI()
    {
        await SendAsync("[album 2 foto: sama, sama]");
        world.Clock.Advance(FilesFirst.Patience);
        await world.PumpAsync();
        await SendAsync("SELESAI");
        await SendAsync("Kirim");
        sent = Replies.Count;

        await FilesComeAsync();

        Assert.Matches("^Foto tadi sama dengan yang sudah dikirim, jadi (KK|akta lahir anak) masih kami tunggu. Kirim fotonya ke sini kapan saja.$", Assert.Single(New()));
    }

    [Fact]
    public async Task Two_files_of_one_message_answer_two_papers_of_a_filed_case()
    {
        await SendAsync("SELESAI");
        await SendAsync("Kirim");
        await SendAsync("LEWATI");
        sent = Replies.Count;
        var photos = JourneyMessages.Of("[album 2 foto]", Channel.Telegram, Address).SelectMany(message => message.Media).ToList();
        var both = JourneyMessages.Of("[foto]", Channel.Telegram, Address).Single() with { Media = photos };

        await StoreAsync([both]);
        await FilesComeAsync();

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is null"));
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(distinct document_id) from awaited_documents"));
    }

    [Fact]
    public async Task An_album_that_is_found_unreadable_late_is_told_once()
    {
        await SendAsync("[album 3 foto: buram, buram, buram]");
        world.Clock.Advance(FilesFirst.Patience);
        await world.PumpAsync();
        Assert.Contains("KK, akta lahir anak, kartu pelajar", Assert.Single(New()));
        sent = Replies.Count;

        await FilesComeAsync();

        Assert.Equal("Maaf, foto KK, akta lahir anak, kartu pelajar kurang jelas. Tolong foto lagi di tempat terang, semua tulisan terlihat. Foto tadi tetap kami simpan.", Assert.Single(New()));
    }

    [Fact]
    public async Task A_film_is_no_paper_where_one_is_asked_for()
    {
        await SendAsync("[video] KK");
        await FilesComeAsync();

        Assert.StartsWith("Maaf, berkas tadi bukan foto atau PDF", Assert.Single(New()));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where kind = 'KK' and marks like '%recording%' and state = 1"));
        await SendAsync("SELESAI");
        Assert.Contains("menyusul: KK, akta lahir anak, kartu pelajar", New()[^1]);
    }

    [Fact]
    public async Task A_film_that_comes_late_no_longer_counts_and_its_sender_hears_why()
    {
        await SendAsync("[video] KK");
        world.Clock.Advance(FilesFirst.Patience);
        await world.PumpAsync();
        Assert.Contains("Foto KK sudah kami terima (1 dari 3)", Assert.Single(New()));
        sent = Replies.Count;

        await FilesComeAsync();

        Assert.StartsWith("Maaf, berkas tadi bukan foto atau PDF", Assert.Single(New()));
        await SendAsync("SELESAI");
        Assert.Contains("menyusul: KK, akta lahir anak, kartu pelajar", New()[^1]);
    }

    [Fact]
    public async Task A_voice_note_and_a_film_too_many_answer_no_paper_of_a_filed_case()
    {
        await SendAsync("SELESAI");
        await SendAsync("Kirim");
        await SendAsync("LEWATI");
        sent = Replies.Count;

        await SendAsync("[pesan suara 0:10]");
        await FilesComeAsync();

        Assert.DoesNotContain("sudah kami terima untuk tiket", Assert.Single(New()));
        Assert.Equal(3L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is null"));
        await SendAsync("[video]");
        await FilesComeAsync();
        Assert.StartsWith("Maaf, berkas tadi bukan foto atau PDF", New()[^1]);
        Assert.Equal(3L, await world.Database.ScalarAsync("select count(*) from awaited_documents where document_id is null"));
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from documents where case_id is not null and state = 1"));
    }

    private List<string> New() => [.. Replies.Skip(sent).Select(delivery => delivery.Message.Text)];

    private Task SendAsync(string line) => StoreAsync([.. JourneyMessages.Of(line, Channel.Telegram, Address)]);

    /// <summary>Stores and lets the turns run, while the provider keeps the files to itself.</summary>
    private async Task StoreAsync(IReadOnlyList<IncomingMessage> messages)
    {
        foreach (var message in messages)
            await world.Services.GetRequiredService<Inbox>().StoreAsync(message with { ExternalId = Guid.NewGuid().ToString("N") }, "{}"u8.ToArray(), default);
        world.Clock.Advance(Inbox.AlbumQuiet);
        await world.PumpAsync();
    }

    private async Task FilesComeAsync()
    {
        while (await world.Services.GetRequiredService<DocumentFetchJob>().RunOnceAsync(default) > 0)
        {
        }

        await world.PumpAsync();
    }

    private async Task<Conversation> TalkAsync() => (await world.TalkAsync(Channel.Telegram, Address))!;

    private async Task<List<string>> KeysAsync()
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BotDbContext>().Outbox.Select(row => row.TextKey).ToListAsync();
    }
}
