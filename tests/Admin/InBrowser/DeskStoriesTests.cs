using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>What only a browser with its script, its keys and its place can show; the acceptance stories lie in Stories/.</summary>
public sealed class DeskStoriesTests
{
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
