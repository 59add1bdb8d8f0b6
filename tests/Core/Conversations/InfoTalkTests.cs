using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Conversations;

public sealed class InfoTalkTests
{
    private const string Who = "123456789";
    private const string NoAnswer = "Maaf, jawabannya belum ada pada kami. Mau ditanyakan ke petugas?\n1 Ya\n2 Tidak";

    [Fact]
    public async Task Answers_are_counted_by_programme_and_day_and_open_no_case()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, "menu", "3", "pkh itu apa", "bawa apa", "kapan cairnya", "2", "3", "bpjs");

        Assert.Equal(2, await world.Database.ScalarAsync("select times from programme_questions q join programme_versions v on v.programme_id = q.programme_id where v.name = 'PKH'"));
        Assert.Equal(1, await world.Database.ScalarAsync("select times from programme_questions where programme_id is null"));
        Assert.Equal(3L, await world.Database.ScalarAsync("select count(*) from programme_questions where day = '2026-11-01' and regency_code = '33.28'"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select (select count(*) from cases) + (select count(*) from residents) + (select count(*) from consents)"));
    }

    [Fact]
    public async Task Whole_entry_a_part_of_it_and_a_further_question_are_told()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, "menu", "3", "info sktm");
        var whole = Last(world);
        await SayAsync(world, "berkasnya bawa apa?");
        var part = Last(world);

        Assert.StartsWith(
            "SKTM: surat keterangan tidak mampu dari desa atau kelurahan.\nYang dibawa: KTP, KK, dan pengantar RT/RW.\nCara mengurus: di kantor desa atau kelurahan.\nGratis, tidak dipungut biaya.\n" +
            "Keterangan dari Dinas Sosial Kabupaten Tegal, diperiksa Kamis, 15 Oktober.", whole, StringComparison.Ordinal);
        Assert.StartsWith("SKTM: KTP, KK, dan pengantar RT/RW.\nKeterangan dari", part, StringComparison.Ordinal);
        Assert.EndsWith("Ada lagi?\n1 Tanya yang lain\n2 Sampaikan keluhan\n3 Menu", part, StringComparison.Ordinal);
        Assert.Equal(Step.TellInfo, (await world.TalkAsync(Channel.Telegram, Who))!.Step);
    }

    [Fact]
    public async Task List_is_shown_on_request_and_chosen_by_number()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, "menu", "3", "ada apa saja");
        var list = Last(world);
        await SayAsync(world, "4");

        Assert.StartsWith("Mau tanya yang mana? Balas dengan angka:\n1 Desil (DTSEN)\n2 KIP Kuliah\n3 KIS/BPJS gratis\n4 PIP/KIP sekolah", list, StringComparison.Ordinal);
        Assert.StartsWith("PIP/KIP sekolah: bantuan biaya sekolah", Last(world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_programmes_in_one_question_are_offered()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, "menu", "3", "bedanya pkh sama sembako");

        Assert.Equal("Mau tanya yang mana? Balas dengan angka:\n1 PKH\n2 Sembako (BPNT)", Last(world));
    }

    [Fact]
    public async Task Regency_without_published_entries_offers_an_officer()
    {
        await using var world = await TalkWorld.CreateAsync();
        await world.Database.ScalarAsync("update programme_versions set state = 'Draft'");
        await world.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(TestContext.Current.CancellationToken);

        await SayAsync(world, "menu", "3", "syarat pkh");

        Assert.Equal(NoAnswer, Last(world));
    }

    [Fact]
    public async Task Complaint_after_an_answer_begins_with_consent()
    {
        await using var world = await TalkWorld.CreateAsync();

        await SayAsync(world, "menu", "3", "kis", "2");

        Assert.Equal(Step.AskConsent, (await world.TalkAsync(Channel.Telegram, Who))!.Step);
    }

    private static async Task SayAsync(TalkWorld world, params string[] lines)
    {
        foreach (var line in lines) await world.ReceiveAsync(JourneyMessages.Of(line, Channel.Telegram, Who));
    }

    private static string Last(TalkWorld world) => world.Senders.Single(sender => sender.Channel == Channel.Telegram).Sent[^1].Message.Text;
}
