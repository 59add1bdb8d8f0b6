using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser;

/// <summary>The lock of the officer's own device as comfort, with Chromium's virtual authenticator.</summary>
public sealed class PasskeyTests
{
    [Fact]
    public async Task A_passkey_is_made_with_the_password_and_then_opens_the_desk_without_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var (rini, page) = await RealAsync(world, browser);

        await page.GotoAsync("/akun/kunci");
        await page.FillAsync("#sandi", "salah-sekali-ini");
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator("form[data-passkey] [role=alert]")).ToBeVisibleAsync();
        Assert.Equal(0, await world.Database.CountAsync("officer_passkeys"));
        await page.FillAsync("#sandi", DeskWorld.Password);
        await page.FillAsync("#nama", "HP Rini");
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator("section.card")).ToContainTextAsync("HP Rini");
        await DeskBrowser.ShootAsync(page, "kunci-360");
        Assert.Empty(await DeskBrowser.ViolationsAsync(page));

        await page.ClickAsync("form.me button");
        await page.WaitForURLAsync("**/masuk");
        await DeskBrowser.ShootAsync(page, "masuk-kunci-360");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/kasus");
        await Assertions.Expect(page.Locator("form.me")).ToContainTextAsync("Rini");

        await using var work = world.Open();
        Assert.Equal(2, await work.Storage.OfficerSessions.CountAsync(row => row.OfficerId == rini.OfficerId, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("update officers set is_active = false where id = $1")]
    [InlineData("delete from officer_passkeys where user_id = $1")]
    [InlineData("update officers set lockout_end = now() + interval '1 day' where id = $1")]
    public async Task A_passkey_of_a_closed_account_or_one_taken_back_opens_nothing(string change)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await using var browser = await DeskBrowser.StartAsync(app);
        var (rini, page) = await RealAsync(world, browser);
        await page.GotoAsync("/akun/kunci");
        await page.FillAsync("#sandi", DeskWorld.Password);
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForSelectorAsync("section.card .items li");
        await page.ClickAsync("form.me button");
        await page.WaitForURLAsync("**/masuk");

        await world.Database.ScalarAsync(change, rini.OfficerId);
        await page.ClickAsync("form[data-passkey] button");

        await Assertions.Expect(page.Locator("main .notice.late >> nth=0")).ToContainTextAsync("Kunci ini tidak berlaku");
        Assert.EndsWith("handler=device", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_account_has_none()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        Assert.Contains("Akun contoh masuk dengan kata sandi saja.", await browser.TextAsync("/akun/kunci"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.PostAsync("/akun/kunci", "/akun/kunci?handler=options", ("sandi", DeskWorld.Password))).StatusCode);
    }

    /// <summary>A real account past its second factor, in a browser whose device has a lock.</summary>
    private static async Task<(OfficerReach Rini, IPage Page)> RealAsync(DeskWorld world, DeskBrowser browser)
    {
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var page = await browser.OpenAsync(world, rini, 360, host: "localhost");
        // The account is a real one from here on; its second factor was set up before (SecondFactorTests).
        await world.Database.ScalarAsync("update officers set is_demo = false, two_factor_enabled = true where id = $1", rini.OfficerId);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (rini, page);
    }
}
