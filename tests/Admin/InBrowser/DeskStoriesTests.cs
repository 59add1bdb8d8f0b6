using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>The acceptance stories of DOMAIN §13 that officers play at their pages, in a real browser.</summary>
public sealed class DeskStoriesTests
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Story_6_the_tksk_returns_a_referral_with_a_note_and_approves_the_corrected_one(int width)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var agus = await browser.OpenAsync(world, await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor)), width);
        var endang = await browser.OpenAsync(world, await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)), width);
        var filed = await world.CaseAsync(status: CaseStatus.InProgress);
        async Task ProposeAsync(string summary)
        {
            await agus.GotoAsync($"/kasus/{filed.Ticket}");
            await agus.ClickAsync("text=Ajukan rujukan");
            await agus.FillAsync("#instansi", "Dinas Sosial Kabupaten Tegal");
            await agus.FillAsync("#ringkasan", summary);
            await agus.FillAsync("#permintaan", "Pengaktifan kembali PBI-JK.");
            await agus.ClickAsync("text=Ajukan ke TKSK");
            await agus.WaitForURLAsync($"**/kasus/{filed.Ticket}");
        }

        await ProposeAsync("Kartu mati.");
        await endang.GotoAsync("/papan");
        await endang.ClickAsync($"a[href='/kasus/{filed.Ticket}']");
        await endang.ClickAsync("a:has-text('Telaah rujukan')");
        await endang.CheckAsync("input[value=kembali]");
        await endang.FillAsync("#catatan", "Tulis sejak kapan.");
        await endang.ClickAsync("text=Simpan putusan");
        await endang.WaitForURLAsync($"**/kasus/{filed.Ticket}");
        Assert.Empty(await world.ToldAsync(filed.Id));
        await agus.GotoAsync($"/kasus/{filed.Ticket}/rujukan");
        await Assertions.Expect(agus.Locator("main")).ToContainTextAsync("Tulis sejak kapan.");
        await ProposeAsync("Kartu mati sejak Oktober 2026.");
        await endang.GotoAsync($"/kasus/{filed.Ticket}/rujukan");
        await endang.FillAsync("#batas", "2026-11-30");
        await endang.ClickAsync("text=Simpan putusan");
        await endang.WaitForURLAsync($"**/kasus/{filed.Ticket}");

        Assert.Equal(CaseStatus.Referred, (await world.ReadAsync(filed.Id)).Status);
        Assert.Contains("kami teruskan ke Dinas Sosial Kabupaten Tegal", Assert.Single(await world.ToldAsync(filed.Id)), StringComparison.Ordinal);
        await using var work = world.Open();
        Assert.Equal([ReferralState.SentBack, ReferralState.Sent], await work.Storage.Referrals.OrderBy(row => row.Id).Select(row => row.State).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Story_4_a_walk_in_is_entered_and_gets_a_slip(int width)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var rini = await browser.OpenAsync(world, await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), width);

        await rini.ClickAsync("nav a[href='/loket']");
        await rini.FillAsync("#nama", "Kusmiyati");
        await rini.CheckAsync("input[value=BANSOS_USUL]");
        await rini.FillAsync("#cerita", "PKH tahap 4 belum masuk");
        await rini.CheckAsync("input[name='Form.Izin']");
        await rini.ClickAsync("text=Simpan dan cetak slip");
        await rini.WaitForURLAsync("**/slip");

        await Assertions.Expect(rini.Locator(".slip")).ToContainTextAsync("Kode cek");
        await DeskBrowser.ShootAsync(rini, $"slip-{width}");
        Assert.Empty(await DeskBrowser.ViolationsAsync(rini));
        await rini.GotoAsync("/kasus");
        await Assertions.Expect(rini.Locator(".queue")).ToContainTextAsync("Kusmiyati");
    }

    [Fact]
    public async Task A_photo_of_a_visit_knows_its_place_and_the_queue_answers_to_keys()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var wahyu = await world.OfficerAsync("Wahyu", (Role.Fasilitator, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = await browser.OpenAsync(world, wahyu, 360);

        await page.GotoAsync("/kasus");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**/kasus/{filed.Ticket}");
        await page.ClickAsync("text=Jadwalkan kunjungan");
        await page.FillAsync("#tanggal", "2026-11-16");
        await page.FillAsync("#jam", "09:00");
        await page.ClickAsync("text=Simpan dan kabari warga");
        await page.WaitForURLAsync($"**/kasus/{filed.Ticket}");
        await page.ClickAsync("text=Isi laporan kunjungan");
        await page.FillAsync("#bertemu", "Ibu Sarinah");
        await page.SetInputFilesAsync("#RUMAH_DEPAN", new FilePayload { Name = "rumah.png", MimeType = "image/png", Buffer = Convert.FromBase64String(MovePagesTests.Pixel) });
        await page.WaitForFunctionAsync("document.getElementById('RUMAH_DEPAN_lokasi').value !== ''");
        await page.FillAsync("#saran", "Ajukan kursi roda");
        await page.ClickAsync("text=Simpan laporan");
        await page.WaitForURLAsync($"**/kasus/{filed.Ticket}");

        await using var work = world.Open();
        var photo = await work.Storage.Documents.SingleAsync(row => row.CaseId == filed.Id, TestContext.Current.CancellationToken);
        Assert.StartsWith("-6.8", world.Cipher.OpenText(photo.PinCipher!), StringComparison.Ordinal);
    }
}
