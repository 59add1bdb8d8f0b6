using System.Net;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class SignInTests
{
    [Fact]
    public async Task Nobody_sees_a_page_before_signing_in()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = app.Open();

        foreach (var path in new[] { "/kasus", "/kasus/TGL-2611-0001-0", "/akun", "/bicara/1", "/kasus/TGL-2611-0001-0/berkas/1" })
        {
            var answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/masuk", answer.Headers.Location!.AbsolutePath);
        }
    }

    [Fact]
    public async Task An_officer_signs_in_and_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));

        var browser = await app.OpenAsync(rini);
        Assert.Contains("Rini", await browser.TextAsync("/kasus"), StringComparison.Ordinal);
        await browser.PostAsync("/kasus", "/keluar");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/kasus")).StatusCode);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        await using var work = world.Open();
        var email = (await work.Storage.Users.FindAsync([rini.OfficerId], TestContext.Current.CancellationToken))!.Email!;
        var browser = app.Open();

        for (var attempt = 1; attempt <= 5; attempt++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", "salah"))).StatusCode);
        var right = await browser.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", DeskWorld.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
        Assert.Contains("terkunci 15 menit karena", await right.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_reads_the_same_as_a_wrong_password()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        await using var work = world.Open();
        var email = (await work.Storage.Users.FindAsync([rini.OfficerId], TestContext.Current.CancellationToken))!.Email!;
        var browser = app.Open();

        var unknown = await browser.PostAsync("/masuk", "/masuk", ("email", "nobody@example.id"), ("sandi", "salah"));
        var wrong = await browser.PostAsync("/masuk", "/masuk", ("email", email), ("sandi", "salah"));

        Assert.Equal(Problem(await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), Problem(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_form_without_the_pages_token_is_refused()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        var browser = await app.OpenAsync(rini);

        var answer = await browser.PostBareAsync($"/kasus/{filed.Ticket}?handler=move", ("aksi", "StartCheck"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Muat ulang halaman itu", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task A_switched_off_account_is_out_at_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var browser = await app.OpenAsync(rini);

        await world.Database.ScalarAsync("update officers set is_active = false where id = $1", rini.OfficerId);

        Assert.Equal("/masuk", (await browser.GetAsync("/kasus")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_invitation_sets_a_password_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        world.AsDemo = false;
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        await using var work = world.Open();
        var token = await work.Get<OfficerInvitations>().IssueAsync(work.Storage, rini.OfficerId, TestContext.Current.CancellationToken);
        var browser = app.Open();

        var tooShort = await browser.PostAsync($"/undangan/{token}", $"/undangan/{token}", ("sandi", "pendek"), ("ulang", "pendek"));
        var done = await browser.PostAsync($"/undangan/{token}", $"/undangan/{token}", ("sandi", "jahe hangat pagi"), ("ulang", "jahe hangat pagi"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.StatusCode);
        Assert.Equal("/kasus", done.Headers.Location?.OriginalString);
        Assert.Contains("Rini", await browser.TextAsync("/akun/dua-langkah"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().GetAsync($"/undangan/{token}")).StatusCode);
    }

    [Fact]
    public async Task The_pages_forbid_foreign_content_and_frames()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);

        var answer = await app.Open().GetAsync("/masuk");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Problem(string html) => html[html.IndexOf("role=\"alert\"", StringComparison.Ordinal)..] is var rest ? rest[..rest.IndexOf("</p>", StringComparison.Ordinal)] : "";
}
