using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>What officers see when something went wrong: as accessible, as narrow and as plain as every other page.</summary>
public sealed class ErrorLooksTests
{
    /// <summary>Each form sent with nothing in it, past the browser's own checks: path, form, and what the page must say.</summary>
    private static readonly (string Path, string Form, string Says)[] OfDesk =
    [
        ("/loket", "form[action='/loket']", "Nama belum diisi"),
        ("/kasus/{ticket}/nik", "form[action$='/nik']", "Tulis alasannya"),
        ("/kasus/{ticket}/kunjungan", "form[action*='/kunjungan']", "Belum lengkap"),
        ("/kasus/{ticket}/tolak", "form[action*='/tolak']", "Belum lengkap"),
        ("/kasus/{ticket}/gabung", "form[action$='/gabung']", "Belum lengkap"),
        ("/kasus/{ticket}", "#selesai form", "Belum lengkap"),
        ("/kasus/{ticket}", "#minta-berkas form", "Belum lengkap"),
        ("/kasus/{handled}/rujukan", "form[action*='/rujukan']", "Belum lengkap"),
        ("/akun/dua-langkah", "form[action='/akun/dua-langkah']", "Kode belum cocok"),
    ];

    private static readonly (string Path, string Form, string Says)[] OfDinsos =
    [
        ("/petugas/baru", "main form", "Nama belum diisi"),
        ("/program/baru", "main form", "Belum bisa disimpan"),
        ("/kalender", "form:has([value='holiday'])", "Belum lengkap"),
    ];

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_page_about_something_gone_wrong_is_accessible_and_fits(int width)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var problems = new List<string>();
        var desk = await browser.OpenAsync(world, await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor)), width);
        var dinsos = await browser.OpenAsync(world, await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)), width);
        var (examined, handled) = (await world.CaseAsync(status: CaseStatus.UnderReview), await world.CaseAsync(status: CaseStatus.InProgress));
        async Task LookAsync(IPage page, string what, string says)
        {
            if (!(await page.InnerTextAsync("main")).Contains(says, StringComparison.Ordinal)) problems.Add($"{what}: does not say “{says}”");
            problems.AddRange((await DeskBrowser.FaultsAsync(page, $"salah-{what}-{width}")).Select(fault => $"{what}: {fault}"));
        }

        var number = 0;
        foreach (var (page, forms) in new[] { (desk, OfDesk), (dinsos, OfDinsos) })
            foreach (var (path, form, says) in forms)
            {
                var address = path.Replace("{ticket}", examined.Ticket, StringComparison.Ordinal).Replace("{handled}", handled.Ticket, StringComparison.Ordinal);
                await page.GotoAsync(address);
                await SendEmptyAsync(page, form);
                await LookAsync(page, $"formulir-{++number:00}", says);
            }

        await desk.GotoAsync("/kasus/TGL-2611-9999-9");
        await LookAsync(desk, "404", "tidak ada di daftar Anda");
        await desk.GotoAsync("/loket");
        await desk.EvaluateAsync("document.querySelectorAll('[name=__RequestVerificationToken]').forEach(token => token.value = 'old')");
        await SendEmptyAsync(desk, "form[action='/loket']");
        await LookAsync(desk, "400", "Muat ulang halaman itu");
        await LookAtDoorAsync(browser, width, LookAsync);
        await world.Database.ScalarAsync("alter table case_items rename to case_items_gone");
        var failed = await desk.GotoAsync($"/kasus/{examined.Ticket}");
        Assert.Equal(500, failed!.Status);
        Assert.Contains("default-src 'none'", failed.Headers["content-security-policy"], StringComparison.Ordinal);
        await LookAsync(desk, "500", "kesalahan di layanan kami");
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task LookAtDoorAsync(DeskBrowser browser, int width, Func<IPage, string, string, Task> look)
    {
        var door = await browser.OpenAsync(width);
        await door.GotoAsync("/masuk");
        await SendEmptyAsync(door, "main form");
        await look(door, "masuk", "tidak cocok");
        await door.GotoAsync("/undangan/sudah-dipakai");
        await look(door, "undangan", "Minta tautan baru");
    }

    /// <summary>Sends a form as a browser without any checks of its own would.</summary>
    private static async Task SendEmptyAsync(IPage page, string form)
    {
        await page.EvaluateAsync("form => { const sent = document.querySelector(form); sent.noValidate = true; document.documentElement.dataset.seen = '1'; sent.requestSubmit(sent.querySelector('button:not([type=button])')); }", form);
        await page.WaitForSelectorAsync("html:not([data-seen])", new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }
}
