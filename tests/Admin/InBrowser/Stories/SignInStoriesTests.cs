using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>Getting in and being put out, in real browsers (issue 6, item 9).</summary>
[Collection(OneGround.Name)]
public sealed class SignInStoriesTests(StoryGround ground)
{
    private const string NewPassword = "jahe hangat pagi";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task The_first_admin_gets_in_by_the_tools_link_sets_two_steps_and_reaches_no_secret(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var secret = await stage.World.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var (email, link) = await FirstAdminAsync(stage.World, $"admin{width}{script}");
        var page = await stage.AtTheDoorAsync();

        await page.GotoAsync(link);
        await page.FillAsync("#sandi", NewPassword);
        await page.FillAsync("#ulang", NewPassword);
        await stage.ShootAsync(page, "s1-undangan");
        if (script) await LooksAsync(page);
        await page.ClickAsync("main button.main");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Pasang di HP");
        await page.GotoAsync("/petugas");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/akun/dua-langkah$"));
        await stage.ShootAsync(page, "s1-dua-langkah");
        var key = await page.Locator("b.code").First.InnerTextAsync();
        Assert.Contains($"secret={key}", await page.Locator("a[href^='otpauth:']").GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.FillAsync("#kode", SecondFactorTests.Totp(key));
        await page.ClickAsync("main button.main");
        await Assertions.Expect(page.Locator("main li b.code")).ToHaveCountAsync(10);
        await stage.ShootAsync(page, "s1-pemulihan");
        if (script) await LooksAsync(page);
        await page.ClickAsync("main a.btn.main");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Antrean");

        // Accounts and settings, but no secret case, no alarm, no audit trail, and no duty of one's own making.
        Assert.Equal(200, (await page.GotoAsync("/petugas"))!.Status);
        Assert.Equal(404, (await page.GotoAsync($"/kasus/{secret.Ticket}"))!.Status);
        Assert.Equal(404, (await page.GotoAsync("/jejak-berkas"))!.Status);
        await page.GotoAsync($"/petugas/{await IdAsync(stage.World, email)}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Tugas dan akun sendiri diubah oleh petugas Dinsos lain");
        Assert.Equal(0, await page.Locator("form[action*='handler=give'], form[action*='handler=take']").CountAsync());

        var again = await stage.AtTheDoorAsync();
        Assert.Equal(404, (await again.GotoAsync(link))!.Status);
        await EnterAsync(again, email, NewPassword);
        await Assertions.Expect(again.Locator("h1")).ToHaveTextAsync("Masuk dua langkah");
        if (script) await LooksAsync(again);
        await stage.ShootAsync(again, "s1-kode");
        await again.FillAsync("#kode", SecondFactorTests.Totp(key, stepsAhead: 1));
        await again.ClickAsync("main button.main");
        await Assertions.Expect(again.Locator("h1")).ToHaveTextAsync("Antrean");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(360, false)]
    public async Task Five_wrong_passwords_lock_the_door_and_it_opens_again(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var rini = await stage.World.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var email = await EmailAsync(stage.World, rini);
        var page = await stage.AtTheDoorAsync();

        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await EnterAsync(page, email, $"salah-{attempt}");
            Assert.Equal(email, await page.InputValueAsync("#email"));
        }

        await EnterAsync(page, email, DeskWorld.Password);
        await Assertions.Expect(page.Locator("[role=alert]:not([hidden])")).ToContainTextAsync("terkunci 15 menit");
        await stage.ShootAsync(page, "s2-terkunci");
        if (script) await LooksAsync(page);
        await stage.World.Database.ScalarAsync("update officers set lockout_end = $1 where id = $2", TimeProvider.System.GetUtcNow().AddMinutes(-1), rini.OfficerId);
        await EnterAsync(page, email, DeskWorld.Password);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Antrean");
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, true)]
    public async Task An_officer_sees_the_own_browsers_and_a_lost_phone_is_put_out(int width, bool script)
    {
        await using var stage = await ground.BeginAsync(width, script);
        var laptop = await stage.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor));
        var phone = await stage.ReturnAsync(laptop.Officer);
        var dinsos = await stage.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal));

        await laptop.Page.GotoAsync("/akun");
        await laptop.SeesAsync("perangkat ini");
        Assert.Equal(1, await laptop.Page.GetByText("Keluarkan", new() { Exact = true }).CountAsync());
        await laptop.ShootAsync("s3-sesi");
        await laptop.Page.GetByText("Keluarkan", new() { Exact = true }).ClickAsync();
        await laptop.SeesAsync("perangkat ini");
        await phone.Page.GotoAsync("/kasus");
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Masuk");

        await dinsos.Page.GotoAsync($"/petugas/{laptop.Officer.OfficerId}");
        await dinsos.ShootAsync("s3-petugas");
        await dinsos.PressAsync("Keluarkan dari semua perangkat");
        await dinsos.SeesAsync("dikeluarkan dari semua perangkat");
        await laptop.Page.GotoAsync("/kasus");
        await Assertions.Expect(laptop.Page.Locator("h1")).ToHaveTextAsync("Masuk");
        var back = await stage.ReturnAsync(laptop.Officer);
        await back.SeesAsync("Antrean");
    }

    /// <summary>Accessible and no wider than the screen, in light and in dark; axe itself is JavaScript.</summary>
    private static async Task LooksAsync(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await DeskBrowser.ViolationsAsync(page));
            Assert.True(await DeskBrowser.FitsAsync(page), page.Url);
        }
    }

    /// <summary>As `puskesos add-officer --role dinsos` makes it: one role, no duty, a link that works once.</summary>
    private static async Task<(string Email, string Link)> FirstAdminAsync(DeskWorld world, string name)
    {
        await using var work = world.Open();
        var stop = TestContext.Current.CancellationToken;
        var area = await OfficerArea.FindAsync(work.Storage, Role.Dinsos, DeskWorld.Tegal, stop);
        var email = $"{name.ToLowerInvariant()}@example.id";
        var id = await OfficerAccounts.AddAsync(work.Storage, "Pak Gunadi", email, null, area!, onDuty: false, stop);
        return (email, $"/undangan/{await work.Get<OfficerInvitations>().IssueAsync(work.Storage, id, stop)}");
    }

    private static async Task EnterAsync(IPage page, string email, string password)
    {
        await page.GotoAsync("/masuk");
        await page.FillAsync("#email", email);
        await page.FillAsync("#sandi", password);
        await page.ClickAsync("main button.main");
        await page.WaitForLoadStateAsync();
    }

    private static async Task<string> EmailAsync(DeskWorld world, OfficerReach officer) => (string)(await world.Database.ScalarAsync("select email from officers where id = $1", officer.OfficerId))!;

    private static async Task<long> IdAsync(DeskWorld world, string email) => (long)(await world.Database.ScalarAsync("select id from officers where email = $1", email))!;
}
