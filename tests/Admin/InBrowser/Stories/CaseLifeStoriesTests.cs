using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>What happens to a case at the desk, read by the resident at every step.</summary>
[Collection(OneGround.Name)]
public sealed class CaseLifeStoriesTests(StoryGround ground)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Story_5_a_missing_photo_is_asked_for_comes_later_and_the_clock_goes_on(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var taryono = await stage.ResidentAsync();
        await taryono.FileAsync("Taryono", 5, 1, "buat daftar sekolah anak");
        var ticket = await taryono.TicketAsync();

        await rini.StartCheckAsync(ticket);
        var before = await CaseAsync(stage, ticket);
        await rini.AskPaperAsync("KTP");
        await rini.SeesAsync("Menunggu berkas");
        await rini.ShootAsync("05-menunggu");
        await stage.SendAsync();
        var paused = await CaseAsync(stage, ticket);
        await taryono.ReadsAsync($"Kabar tiket {ticket}: masih perlu KTP.");
        await stage.ShootAsync(taryono.Page, "05-diminta");
        stage.World.Clock.Advance(TimeSpan.FromDays(3));
        await taryono.Page.ReloadAsync();
        await taryono.PhotoAsync("ktp");

        Assert.Contains($"Foto KTP sudah kami terima untuk tiket {ticket}.", await taryono.AllAsync(), StringComparison.Ordinal);
        await rini.OpenFromQueueAsync(ticket);
        await rini.SeesAsync("Periksa data dan berkas");
        await rini.ShootAsync("05-berjalan-lagi");
        var resumed = await CaseAsync(stage, ticket);
        Assert.Equal((CaseStatus.NeedsDocuments, CaseStatus.UnderReview), (paused.Status, resumed.Status));
        // The days waited for the paper are no days of the desk.
        Assert.Null(paused.DueAt);
        Assert.True(resumed.DueAt > before.DueAt, $"due {resumed.DueAt:u}, before the pause {before.DueAt:u}");
        await rini.PressAsync("Tangani");
        await rini.FinishAsync("Surat terbit", "Suratnya bisa diambil di kantor desa, gratis.");
        await stage.SendAsync();
        await taryono.ReadsAsync("Suratnya bisa diambil di kantor desa, gratis.");
        await taryono.PressAsync("Sudah");
        Assert.Equal(CaseStatus.Confirmed, (await CaseAsync(stage, ticket)).Status);
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Story_6_the_tksk_returns_a_referral_with_a_note_and_approves_the_corrected_one(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var agus = await stage.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var endang = await stage.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var rasmi = await stage.ResidentAsync();
        await rasmi.FileAsync("Rasmi", 1, 1, "kartu kis mati waktu mau kontrol");
        var ticket = await rasmi.TicketAsync();
        await agus.StartCheckAsync(ticket);
        await agus.PressAsync("Tangani");

        await ProposeAsync(agus, "Kartu mati.");
        await endang.Page.GotoAsync("/papan");
        await endang.ShootAsync("06-papan");
        await endang.Page.ClickAsync($"a[href='/kasus/{ticket}']");
        await endang.PressAsync("Telaah rujukan");
        await endang.PickAsync("Kembalikan ke");
        await endang.FillAsync("Catatan untuk petugas", "Tulis sejak kapan.");
        await endang.ShootAsync("06-telaah");
        await endang.PressAsync("Simpan putusan");
        await stage.SendAsync();
        Assert.DoesNotContain("kami teruskan", await rasmi.AllAsync(), StringComparison.Ordinal);
        await agus.OpenFromQueueAsync(ticket);
        await agus.PressAsync("Ajukan rujukan");
        await agus.SeesAsync("Tulis sejak kapan.");
        await agus.OpenAsync(ticket);
        await ProposeAsync(agus, "Kartu mati sejak Oktober 2026.");
        await endang.OpenAsync(ticket);
        await endang.PressAsync("Telaah rujukan");
        await endang.PressAsync("Simpan putusan");
        await stage.SendAsync();

        await rasmi.ReadsAsync("kami teruskan ke Dinas Sosial Kabupaten Tegal");
        await stage.ShootAsync(rasmi.Page, "06-dirujuk");
        await agus.OpenAsync(ticket);
        await agus.Page.ClickAsync("a[href$='/surat'] >> nth=0");
        await agus.SeesAsync("Kartu mati sejak Oktober 2026.");
        await agus.ShootAsync("06-surat");
        await using var work = stage.World.Open();
        var states = await work.Storage.Referrals.Where(row => work.Storage.Cases.Any(one => one.Id == row.CaseId && one.Ticket == ticket)).OrderBy(row => row.Id).Select(row => row.State).ToListAsync(Stop);
        Assert.Equal([ReferralState.SentBack, ReferralState.Sent], states);
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    public async Task Story_9_belum_reopens_and_the_second_time_the_tksk_checks(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var endang = await stage.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var suminah = await stage.ResidentAsync();
        await suminah.FileAsync("Suminah", 5, 1, "surat untuk berobat");
        var ticket = await suminah.TicketAsync();

        foreach (var why in new[] { "kantor desanya tutup terus pak", "suratnya salah nama" })
        {
            await rini.StartCheckAsync(ticket);
            await rini.FinishAsync("Informasi diberikan", "Suratnya bisa diambil di kantor desa, gratis.");
            await stage.SendAsync();
            await suminah.ReadsAsync("Apakah masalahnya sudah beres?");
            await suminah.PressAsync("Belum");
            await suminah.SayAsync(why);
            Assert.Contains($"tiket {ticket} kami buka lagi", await suminah.AllAsync(), StringComparison.Ordinal);
        }

        await rini.OpenFromQueueAsync(ticket);
        await rini.SeesAsync("suratnya salah nama");
        Assert.Equal(0, await rini.Page.GetByText("Mulai periksa").CountAsync());
        await rini.ShootAsync("09-menunggu-tksk");
        await endang.StartCheckAsync(ticket);
        await stage.SendAsync();

        await suminah.ReadsAsync("sedang diperiksa Bu Endang");
        await stage.ShootAsync(suminah.Page, "09-tksk");
        var filed = await CaseAsync(stage, ticket);
        Assert.Equal((CaseStatus.UnderReview, endang.Officer.OfficerId, 2), (filed.Status, filed.OwnerId, filed.ReopenedCount));
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Story_17_a_refusal_needs_two_advises_dukcapil_and_the_objection_goes_to_a_third(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var agus = await stage.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var endang = await stage.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var lestari = await stage.OfficerAsync("Lestari", (Role.Slrt, DeskWorld.Tegal));
        var ratinah = await stage.ResidentAsync();
        await ratinah.FileAsync("Ratinah", 5, 1, "surat untuk sekolah anak");
        var ticket = await ratinah.TicketAsync();

        await agus.StartCheckAsync(ticket);
        await stage.SendAsync();
        await agus.PressAsync("Usul tolak");
        await agus.Page.SelectOptionAsync("#sebab", "CivilDataDiffers");
        await agus.FillAsync("Alasan yang dibaca warga", "NIK di KTP dan KK tidak sama.");
        await agus.FillAsync("Yang bisa dilakukan warga", "Betulkan dulu di Dukcapil (gratis), lalu kirim KK baru di sini.");
        await agus.ShootAsync("17-usul");
        await agus.PressAsync("Kirim usul ke TKSK");
        await stage.SendAsync();
        await agus.OpenAsync(ticket);
        Assert.Equal(0, await agus.Page.GetByText("Putuskan usul tolak").CountAsync());
        Assert.DoesNotContain("belum bisa dipenuhi", await ratinah.AllAsync(), StringComparison.Ordinal);
        await endang.OpenFromQueueAsync(ticket);
        await endang.PressAsync("Putuskan usul tolak");
        await endang.PickAsync("Setujui penolakan");
        await endang.ShootAsync("17-putusan");
        await endang.PressAsync("Simpan putusan");
        await stage.SendAsync();
        await ratinah.ReadsAsync("Yang bisa dilakukan: Betulkan dulu di Dukcapil (gratis), lalu kirim KK baru di sini.");
        await stage.ShootAsync(ratinah.Page, "17-ditolak");
        await ratinah.SayAsync("keberatan", "kk saya sudah baru pak bulan lalu sudah dibetulkan");

        Assert.Contains("bukan petugas yang memutuskan", await ratinah.AllAsync(), StringComparison.Ordinal);
        foreach (var decided in new[] { agus, endang })
        {
            await decided.OpenAsync(ticket);
            Assert.Equal(0, await decided.Page.GetByText("Mulai periksa").CountAsync());
        }

        var reopened = await CaseAsync(stage, ticket);
        var third = await stage.ReturnAsync((await OwnerAsync(stage, reopened))!);
        await third.OpenAsync(ticket);
        await third.SeesAsync("kk saya sudah baru pak bulan lalu sudah dibetulkan");
        await third.PressAsync("Mulai periksa");
        await third.ShootAsync("17-keberatan");
        Assert.DoesNotContain(third.Officer.OfficerId, new[] { agus.Officer.OfficerId, endang.Officer.OfficerId });
        Assert.Contains(Role.Slrt, lestari.Officer.AllRoles);
        Assert.Equal(CaseStatus.UnderReview, (await CaseAsync(stage, ticket)).Status);
    }

    private static async Task ProposeAsync(DeskWindow agus, string summary)
    {
        await agus.PressAsync("Ajukan rujukan");
        await agus.FillAsync("Instansi tujuan", "Dinas Sosial Kabupaten Tegal");
        await agus.FillAsync("Ringkasan", summary);
        await agus.FillAsync("Layanan yang diminta", "Pengaktifan kembali PBI-JK.");
        await agus.PressAsync("Ajukan ke TKSK");
        await agus.SeesAsync("Telaah rujukan");
    }

    private static async Task<Case> CaseAsync(StoryStage stage, string ticket)
    {
        await using var work = stage.World.Open();
        return await work.Storage.Cases.AsNoTracking().Include(row => row.Items).SingleAsync(row => row.Ticket == ticket, Stop);
    }

    private static async Task<OfficerReach?> OwnerAsync(StoryStage stage, Case reopened)
    {
        await using var work = stage.World.Open();
        return await OfficerReach.LoadAsync(work.Storage, reopened.OwnerId!.Value, Stop);
    }
}
