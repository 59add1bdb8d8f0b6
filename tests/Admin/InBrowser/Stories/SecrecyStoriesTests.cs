using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>What must stay unseen: danger at home, a complaint about the village head, a person who wants to stop.</summary>
[Collection(OneGround.Name)]
public sealed class SecrecyStoriesTests(StoryGround ground)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    /// <summary>Nobody sits at a desk then.</summary>
    private static readonly TimeSpan UntilNight = TimeSpan.FromHours(14.5);

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    public async Task Story_10_violence_at_night_alarms_the_tksk_and_the_village_sees_nothing(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var endang = await stage.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var karso = await stage.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor));
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        stage.World.Clock.Advance(UntilNight);
        var woman = await stage.ResidentAsync();

        await woman.SayAsync("tolong suami saya mukul saya, saya takut");
        Assert.Contains("Apakah ada yang sedang dalam bahaya sekarang?", await woman.LastAsync(), StringComparison.Ordinal);
        await woman.PressAsync("Ya");
        Assert.Contains("Telepon sekarang: 110 (polisi) atau 119 (ambulans)", await woman.LastAsync(), StringComparison.Ordinal);
        await woman.PressAsync("Aman");
        await woman.SayAsync("jatibogor suradadi, gang masjid", "saya sama anak umur 5");
        await woman.PressAsync("Jangan, di sini saja");
        await stage.ShootAsync(woman.Page, "10-bahaya");
        await endang.Page.GotoAsync("/kasus");
        await endang.SeesAsync("DARURAT:");
        await endang.ShootAsync("10-antrean-tksk");
        await endang.Page.ClickAsync("main a[href='/darurat']");
        await endang.Page.ClickAsync($"main a[href='/darurat/{await AlarmAsync(stage)}']");
        await endang.SeesAsync("gang masjid");
        await endang.PressAsync("SIAP, saya tangani");
        await endang.FillAsync("Balas warga", "Bu, saya Endang dari kecamatan. Saya ke sana sekarang.");
        await endang.ShootAsync("10-alarm");
        await endang.PressAsync("Kirim");
        await stage.SendAsync();
        await woman.ReadsAsync("Saya ke sana sekarang.");
        await stage.ShootAsync(woman.Page, "10-dibalas");

        var ticket = await TicketAsync(stage);
        foreach (var unseeing in new[] { karso, rini })
        {
            Assert.Equal(404, await unseeing.StatusAsync($"/kasus/{ticket}"));
            Assert.Equal(404, await unseeing.StatusAsync($"/darurat/{await AlarmAsync(stage)}"));
            await unseeing.Page.GotoAsync("/kasus");
            await unseeing.SeesNotAsync(ticket);
            await unseeing.SeesNotAsync("DARURAT");
        }

        await stage.World.Database.ScalarAsync("update emergencies set closed_at = $1 where closed_at is null", stage.World.Clock.GetUtcNow());
        Assert.DoesNotContain("Kabar tiket", await woman.AllAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(ticket, await woman.AllAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Story_11_money_cut_by_the_village_head_is_invisible_to_the_unit(int width)
    {
        await using var stage = await ground.BeginAsync(width);
        var gunadi = await stage.OfficerAsync("Pak Gunadi", (Role.Dinsos, DeskWorld.Tegal));
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var karso = await stage.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor));
        var endang = await stage.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var name = width < 600 ? "Mistun Rahayu" : "Mistun Lestari";
        var mistun = await stage.ResidentAsync();

        await mistun.SayAsync("bantuan saya dipotong pak kades 200rb katanya buat administrasi");
        await mistun.PressAsync("Ya");
        await mistun.PressAsync("Saya sendiri");
        await mistun.SayAsync(name, "jatibogor suradadi");
        await mistun.PressAsync("Ya");
        await mistun.PressAsync("Ya");
        await mistun.PressAsync("LEWATI");
        await mistun.PressAsync("Kirim");
        var ticket = await mistun.TicketAsync();
        Assert.Contains("Petugas desa dan kepala desa tidak bisa melihatnya.", await mistun.AllAsync(), StringComparison.Ordinal);
        await stage.ShootAsync(mistun.Page, "11-tiket");

        await gunadi.OpenFromQueueAsync(ticket);
        await gunadi.SeesAsync("dipotong pak kades");
        await gunadi.PressAsync("Mulai periksa");
        await gunadi.ShootAsync("11-dinsos");
        foreach (var unseeing in new[] { rini, karso, endang })
        {
            Assert.Equal(404, await unseeing.StatusAsync($"/kasus/{ticket}"));
            foreach (var sought in new[] { name, ticket })
            {
                await unseeing.SearchAsync(sought);
                Assert.Equal(0, await unseeing.Page.Locator($"a[href='/kasus/{ticket}']").CountAsync());
                await unseeing.SeesNotAsync("dipotong");
            }
        }

        await rini.ShootAsync("11-unit-mencari");
    }

    [Fact]
    public async Task Story_13_berhenti_drops_the_draft_and_the_desk_sees_the_case_cancelled()
    {
        await using var stage = await ground.BeginAsync(width: 1280, chatWidth: 360);
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var daryati = await stage.ResidentAsync();
        await daryati.FileAsync("Daryati", 5, 1, "surat untuk berobat");
        var ticket = await daryati.TicketAsync();
        await daryati.SayAsync("lapor", "kartu kis saya mati waktu mau kontrol");

        await daryati.SayAsync("berhenti");
        await daryati.PressAsync("Ya, berhenti");
        await daryati.PressAsync("Batalkan tiket");

        Assert.Contains("Data dihapus paling lambat", await daryati.AllAsync(), StringComparison.Ordinal);
        await stage.ShootAsync(daryati.Page, "13-berhenti");
        await rini.OpenAsync(ticket);
        await rini.SeesAsync("Dibatalkan");
        await rini.ShootAsync("13-dibatalkan");
        Assert.Equal(0, await rini.Page.GetByText("Mulai periksa").CountAsync());
        await using var work = stage.World.Open();
        var filed = await work.Storage.Cases.SingleAsync(row => row.Ticket == ticket, Stop);
        var talk = await work.Storage.Conversations.SingleAsync(row => row.Id == filed.ConversationId, Stop);
        var person = await work.Storage.Residents.SingleAsync(row => row.Id == filed.ReporterId, Stop);
        var draft = talk.DraftCipher is { } box ? JsonSerializer.Deserialize<Draft>(stage.World.Cipher.Open(box))! : Draft.Empty;
        Assert.Equal((CaseStatus.Cancelled, null, 0, 0), (filed.Status, draft.Story, draft.Needs.Count, draft.NeedGuess.Count));
        Assert.Equal(TimeSpan.FromHours(72), person.EraseBy - filed.ClosedAt);
    }

    private static async Task<long> AlarmAsync(StoryStage stage) => (long)(await stage.World.Database.ScalarAsync("select max(id) from emergencies"))!;

    private static async Task<string> TicketAsync(StoryStage stage) =>
        (string)(await stage.World.Database.ScalarAsync("select ticket from cases where id = (select case_id from emergencies order by id desc limit 1)"))!;
}
