using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>How complaints come in: by chat and at the counter.</summary>
[Collection(OneGround.Name)]
public sealed class IntakeStoriesTests(StoryGround ground)
{
    private const int Guests = 10;

    /// <summary>An officer on a cheap phone: two letters a second, a second and a half to find the next field, three seconds until the page has gone and come.</summary>
    private static readonly (double PerLetter, double PerField, double PerPage) Pace = (0.5, 1.5, 3);

    private static readonly TimeSpan MostPerGuest = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    public async Task Story_1_pkh_and_kip_in_one_chat_are_one_case_whose_needs_move_apart(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var sarinah = await stage.ResidentAsync();

        await sarinah.SayAsync("assalamualaikum saya sarinah jatibogor suradadi, saya ingin dapat pkh, sama anak saya mau minta kip buat sekolah");
        await sarinah.PressAsync("Ya");
        await sarinah.PressAsync("Saya sendiri");
        await sarinah.PressAsync("Ya");
        await sarinah.PressAsync("Ya, dua-duanya");
        await sarinah.PhotoAsync("ktp saya");
        await sarinah.PressAsync("SELESAI");
        await stage.ShootAsync(sarinah.Page, "01-ringkasan");
        await sarinah.PressAsync("Kirim");
        await sarinah.SayAsync("lewati");
        var ticket = await sarinah.TicketAsync();
        await rini.OpenFromQueueAsync(ticket);
        await rini.SeesAsync("1. Ingin dapat bansos");
        await rini.SeesAsync("2. Biaya sekolah (PIP/KIP)");
        await rini.PressAsync("Mulai periksa");
        await rini.UnfoldAsync("Selesaikan");
        await rini.PickAsync("2. Biaya sekolah");
        await rini.PickAsync("Informasi diberikan");
        await rini.FillAsync("Satu kalimat untuk warga", "Sekolah menandai layak PIP, tunggu semester depan.");
        await rini.PressAsync("Selesaikan dan kabari warga");
        await rini.ShootAsync("01-kasus");
        await stage.SendAsync();

        await sarinah.ReadsAsync("Sekolah menandai layak PIP, tunggu semester depan.");
        await stage.ShootAsync(sarinah.Page, "01-kabar");
        await using var work = stage.World.Open();
        var filed = await work.Storage.Cases.Include(row => row.Items).SingleAsync(row => row.Ticket == ticket, TestContext.Current.CancellationToken);
        Assert.Equal([("BANSOS_USUL", CaseStatus.UnderReview), ("SEKOLAH", CaseStatus.Resolved)], filed.Items.OrderBy(item => item.Number).Select(item => (item.CategoryCode, item.Status)));
        Assert.Equal((CaseStatus.UnderReview, DeskWorld.Jatibogor), (filed.Status, filed.UnitCode));
    }

    [Fact]
    public async Task Story_2_one_of_three_villages_of_a_name_is_chosen_and_its_desk_gets_the_case()
    {
        await using var stage = await ground.BeginAsync(width: 1280, chatWidth: 360);
        var joko = await stage.OfficerAsync("Joko", (Role.FrontOffice, "PKS-33.28.08"));
        var resident = await stage.ResidentAsync();

        await resident.PressAsync("Sampaikan keluhan");
        await resident.PressAsync("Ya");
        await resident.PressAsync("Saya sendiri");
        await resident.SayAsync("Wasripah", "karanganyar");
        Assert.Equal(3, await resident.Page.Locator(".answers .answer").Filter(new() { HasText = "Karanganyar" }).CountAsync());
        await stage.ShootAsync(resident.Page, "02-tiga-desa");
        await resident.PressAsync("Kedungbanteng");
        await resident.PressAsync("Surat, KTP, KK, akta");
        await resident.PressAsync("KTP, KK, akta");
        await resident.SayAsync("kk hilang waktu banjir");
        await resident.PressAsync("SELESAI");
        await resident.PressAsync("Kirim");

        await joko.OpenFromQueueAsync(await resident.TicketAsync());
        await joko.SeesAsync("Karanganyar");
        await joko.SeesAsync("kk hilang waktu banjir");
    }

    [Fact]
    public async Task Story_15_what_is_pressed_twice_counts_once_for_resident_and_officer()
    {
        await using var stage = await ground.BeginAsync(width: 1280, chatWidth: 360);
        var rini = await stage.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var resident = await stage.ResidentAsync();
        await resident.TellAsync("Sunarti", 5, 1, "surat untuk berobat");

        await resident.PressTwiceAsync("Kirim");
        await resident.SayAsync("lewati");
        var ticket = await resident.TicketAsync();
        await rini.OpenFromQueueAsync(ticket);
        await rini.Page.Locator("main button").Filter(new() { HasText = "Mulai periksa" }).DblClickAsync();
        await rini.SeesAsync("Periksa data dan berkas");
        await stage.SendAsync();

        await resident.ReadsAsync("sedang diperiksa Rini");
        var talk = await resident.AllAsync();
        Assert.Equal(2, talk.Split("sedang diperiksa Rini").Length);
        Assert.Equal(2, talk.Split("Kode cek:").Length);
        await using var work = stage.World.Open();
        var chat = await work.Storage.Cases.Where(row => row.Ticket == ticket).Select(row => row.ConversationId).SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await work.Storage.Cases.CountAsync(row => row.ConversationId == chat, TestContext.Current.CancellationToken));
        await rini.OpenAsync(ticket);
        Assert.Equal(1, await rini.Page.Locator(".timeline li").Filter(new() { HasText = "Diperiksa" }).CountAsync());
    }

    [Theory]
    [InlineData(360, "kesamiran tarub", "PKS-33.28.14.2012", "Desa Kesamiran belum punya Puskesos. Keluhan diurus Puskesos Tarub, yang paling dekat di Kecamatan Tarub.")]
    [InlineData(1280, "kertasari suradadi", "PKS-33.28.16", "Desa Kertasari belum punya Puskesos. Keluhan diurus Puskesos Kecamatan Suradadi.")]
    public async Task Story_3_a_village_without_a_unit_is_served_and_told_by_whom(int width, string village, string unit, string told)
    {
        await using var stage = await ground.BeginAsync(width);
        var officer = await stage.OfficerAsync("Yanti", (Role.FrontOffice, unit));
        var resident = await stage.ResidentAsync();

        await resident.PressAsync("Sampaikan keluhan");
        await resident.PressAsync("Ya");
        await resident.PressAsync("Saya sendiri");
        await resident.SayAsync("Kastari", village);
        await resident.PressAsync("Ya");
        await resident.PressAsync("Surat, KTP, KK, akta");
        await resident.PressAsync("Surat tidak mampu");
        await resident.SayAsync("buat daftar sekolah anak");
        await resident.PressAsync("SELESAI");
        await resident.PressAsync("Kirim");

        await resident.ReadsAsync(told);
        await stage.ShootAsync(resident.Page, "03-diarahkan");
        await officer.OpenFromQueueAsync(await resident.TicketAsync());
        await officer.SeesAsync("Kastari");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Story_4_ten_walk_ins_of_a_morning_take_less_than_two_minutes_each(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var nina = await stage.OfficerAsync("Nina", (Role.FrontOffice, "PKS-33.28.16.2009"));
        var page = nina.Page;
        var longest = TimeSpan.Zero;
        var names = Enumerable.Range(1, Guests).Select(guest => $"Tamu {width}{(script ? "" : "b")} {guest}").ToList();

        foreach (var name in names)
        {
            await page.GotoAsync("/loket");
            var required = await page.Locator("main [required]:visible").CountAsync();
            var typed = new[] { ("#nama", name), ("#cerita", "PKH tahap 4 belum masuk, dulu dapat") };
            foreach (var (field, words) in typed) await page.FillAsync(field, words);
            await nina.PickAsync("Ingin dapat bansos");
            await nina.PickAsync("Izin sudah dibacakan");
            await nina.PressAsync("Simpan dan cetak slip");
            await nina.SeesAsync("Kode cek");
            // Name, village, story and consent; the village stands there already, and one need must be ticked.
            Assert.Equal(4, required);
            var seconds = (typed.Sum(field => field.Item2.Length) * Pace.PerLetter) + ((typed.Length + 3) * Pace.PerField) + (2 * Pace.PerPage);
            longest = TimeSpan.FromSeconds(Math.Max(longest.TotalSeconds, seconds));
        }

        await nina.ShootAsync("04-slip");
        await page.GotoAsync("/kasus?daftar=giliran");
        foreach (var name in names) await nina.SeesAsync(name);
        await nina.ShootAsync("04-antrean");
        Assert.InRange(longest, TimeSpan.Zero, MostPerGuest);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Story_12_a_nik_told_in_the_story_is_masked_everywhere(int width)
    {
        const string nik = "3328135203780001";
        await using var stage = await ground.BeginAsync(width);
        var agus = await stage.OfficerAsync("Agus", (Role.FrontOffice, "PKS-33.28.13.2017"), (Role.BackOffice, "PKS-33.28.13.2017"));
        var warsiti = await stage.ResidentAsync();

        await warsiti.PressAsync("Sampaikan keluhan");
        await warsiti.PressAsync("Ya");
        await warsiti.PressAsync("Saya sendiri");
        await warsiti.SayAsync("Warsiti", "karanganyar dukuhturi");
        await warsiti.PressAsync("Ya");
        await warsiti.PressAsync("Data & desil saya");
        await warsiti.SayAsync("mau cek desil bu, NIK:3328 1352 0378 0001 nama warsiti, dulu dapat sekarang tidak");
        Assert.Contains("Nomor itu kami simpan terpisah dan tertutup", await warsiti.AllAsync(), StringComparison.Ordinal);
        await warsiti.PressAsync("SELESAI");
        Assert.DoesNotContain("0378", await warsiti.LastAsync(), StringComparison.Ordinal);
        await warsiti.PressAsync("Kirim");
        var ticket = await warsiti.TicketAsync();
        await agus.OpenFromQueueAsync(ticket);

        await agus.SeesAsync("0001");
        foreach (var part in new[] { nik, "3328 1352", "1352 0378" }) await agus.SeesNotAsync(part);
        await agus.ShootAsync("12-kasus");
        await agus.SearchAsync(nik);
        await agus.SeesAsync("Warsiti");
        await agus.SeesNotAsync(ticket + nik);
        await agus.OpenAsync(ticket);
        await agus.Page.ClickAsync("text=Buka dengan alasan");
        await agus.FillAsync("Alasan", "mengisi usulan di SIKS-NG");
        await agus.PressAsync("Tampilkan nomor");
        await agus.SeesAsync(nik);
        await agus.OpenAsync(ticket);
        await agus.SeesAsync("mengisi usulan di SIKS-NG");
        Assert.DoesNotContain(nik, agus.Page.Url, StringComparison.Ordinal);
    }
}
