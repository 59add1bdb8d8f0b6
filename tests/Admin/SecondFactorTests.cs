using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed partial class SecondFactorTests
{
    [Fact]
    public async Task A_real_account_works_only_after_the_second_factor_is_set_up_and_then_asks_for_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        world.AsDemo = false;
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var browser = await app.OpenAsync(rini);

        Assert.Equal("/akun/dua-langkah", (await browser.GetAsync("/kasus")).Headers.Location!.OriginalString);
        var secret = Secret().Match(await browser.TextAsync("/akun/dua-langkah")).Groups[1].Value;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync("/akun/dua-langkah", "/akun/dua-langkah", ("kode", "000000"))).StatusCode);
        var first = Totp(secret);
        var set = await browser.PostAsync("/akun/dua-langkah", "/akun/dua-langkah", ("kode", first));
        var recovery = Recovery().Matches(await set.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Select(code => code.Groups[1].Value).ToList();
        Assert.Equal(10, recovery.Count);
        Assert.Contains("Antrean", await browser.TextAsync("/kasus"), StringComparison.Ordinal);

        await using var work = world.Open();
        var email = (await work.Storage.Users.FindAsync([rini.OfficerId], TestContext.Current.CancellationToken))!.Email!;
        var other = app.Open();
        var half = await other.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", DeskWorld.Password));
        Assert.StartsWith("/masuk/kode", half.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/kasus")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.PostAsync("/masuk/kode", "/masuk/kode", ("kode", "123456"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.PostAsync("/masuk/kode", "/masuk/kode", ("kode", first))).StatusCode);
        Assert.Equal("/kasus", (await other.PostAsync("/masuk/kode", "/masuk/kode", ("kode", Totp(secret, stepsAhead: 1)))).Headers.Location!.OriginalString);
        Assert.Contains("Antrean", await other.TextAsync("/kasus"), StringComparison.Ordinal);

        var third = app.Open();
        await third.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", DeskWorld.Password));
        Assert.Equal("/kasus", (await third.PostAsync("/masuk/kode", "/masuk/kode", ("kode", recovery[0]))).Headers.Location!.OriginalString);
        var fourth = app.Open();
        await fourth.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", DeskWorld.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await fourth.PostAsync("/masuk/kode", "/masuk/kode", ("kode", recovery[0]))).StatusCode);
        Assert.DoesNotContain(secret, (string)(await world.Database.ScalarAsync("select string_agg(value, ' ') from officer_tokens"))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_opens_the_door_once_also_when_it_comes_twice_at_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        world.AsDemo = false;
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var secret = await SetUpAsync(await app.OpenAsync(rini));
        var email = (string)(await world.Database.ScalarAsync("select email from officers where id = $1", rini.OfficerId))!;
        var code = Totp(secret, stepsAhead: 1);
        async Task<HttpStatusCode> EnterAsync()
        {
            var door = app.Open();
            await door.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", DeskWorld.Password));
            return (await door.PostAsync("/masuk/kode", "/masuk/kode", ("kode", code))).StatusCode;
        }

        var entered = await Task.WhenAll(EnterAsync(), EnterAsync(), EnterAsync());

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity], entered.Order());
    }

    [Fact]
    public async Task A_new_link_is_no_way_past_the_second_step_and_the_older_link_is_dead()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        world.AsDemo = false;
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        await SetUpAsync(await app.OpenAsync(rini));
        await using var work = world.Open();
        var links = new[] { await LinkAsync(), await LinkAsync() };
        var other = app.Open();

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(links[0])).StatusCode);
        var chosen = await other.PostAsync(links[1], links[1], ("sandi", "jahe hangat pagi"), ("ulang", "jahe hangat pagi"));

        Assert.Equal("/masuk", chosen.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/kasus")).StatusCode);
        var email = (string)(await world.Database.ScalarAsync("select email from officers where id = $1", rini.OfficerId))!;
        Assert.StartsWith("/masuk/kode", (await other.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", "jahe hangat pagi"))).Headers.Location!.OriginalString, StringComparison.Ordinal);

        async Task<string> LinkAsync() => $"/undangan/{await work.Get<OfficerInvitations>().IssueAsync(work.Storage, rini.OfficerId, TestContext.Current.CancellationToken)}";
    }

    [Fact]
    public async Task A_browser_that_was_signed_out_from_elsewhere_is_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (first, second) = (await app.OpenAsync(rini), await app.OpenAsync(rini));

        Assert.Equal(2, Device().Count(await first.TextAsync("/akun")));
        await first.PostAsync("/akun", "/akun?handler=end");

        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/kasus")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/kasus")).StatusCode);
    }

    [Fact]
    public async Task A_demo_account_stays_on_this_machine_also_behind_a_proxy()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        await using var work = world.Open();
        var email = (await work.Storage.Users.FindAsync([rini.OfficerId], TestContext.Current.CancellationToken))!.Email!;
        var browser = app.Open("203.0.113.7");

        var answer = await browser.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", DeskWorld.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>Sets the second step up and gives its secret.</summary>
    private static async Task<string> SetUpAsync(Browser browser)
    {
        var secret = Secret().Match(await browser.TextAsync("/akun/dua-langkah")).Groups[1].Value;
        await browser.PostAsync("/akun/dua-langkah", "/akun/dua-langkah", ("kode", Totp(secret)));
        return secret;
    }

    /// <summary>RFC 6238 with thirty seconds and six digits, as every authenticator app reckons it; the door itself goes by real time.</summary>
    internal static string Totp(string secret, int stepsAhead = 0)
    {
        var bits = string.Concat(secret.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 + stepsAhead);
#pragma warning disable CA5350 // RFC 6238 names SHA-1, and authenticator apps expect it.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("ketik: <b class=\"code\">([A-Z2-7]+)</b>")]
    private static partial Regex Secret();

    [GeneratedRegex("<li><b class=\"code\">([^<]+)</b></li>")]
    private static partial Regex Recovery();

    [GeneratedRegex("Peramban, perangkat lain")]
    private static partial Regex Device();
}
