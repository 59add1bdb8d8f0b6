using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Staff;

namespace Puskesos.Tests.Admin.Staff;

public sealed partial class StaffPagesTests
{
    private static readonly (string, string)[] Rini =
        [("Form.Nama", "Rini"), ("Form.Email", "rini@example.id"), ("Form.Hp", "0812 0000 0777"), ("Form.Peran", "FrontOffice"), ("Form.Wilayah", DeskWorld.Jatibogor)];

    [Fact]
    public async Task Dinsos_invites_an_officer_who_signs_in_by_the_link()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dewi = await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal));
        var dinsos = await app.OpenAsync(dewi);

        var link = LinkIn(await BodyAsync(await dinsos.PostAsync("/petugas/baru", "/petugas/baru", Rini)));
        var browser = app.Open();
        var entered = await browser.PostAsync(link, link, ("sandi", "jahe hangat pagi"), ("ulang", "jahe hangat pagi"));

        Assert.Equal((HttpStatusCode.Redirect, "/kasus"), (entered.StatusCode, entered.Headers.Location?.OriginalString));
        var list = await dinsos.TextAsync("/petugas?cari=rini");
        Assert.Contains("Front office, Puskesos Jatibogor", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"/petugas/{dewi.OfficerId}\"", list, StringComparison.Ordinal);
        await using var work = world.Open();
        var made = await work.Storage.Users.Include(row => row.Roles).SingleAsync(row => row.Email == "rini@example.id", TestContext.Current.CancellationToken);
        Assert.Equal(("+6281200000777", DeskWorld.Tegal, Role.FrontOffice, DeskWorld.Jatibogor), (made.PhoneNumber, made.RegencyCode, Assert.Single(made.Roles).Role, made.Roles[0].AreaCode));
        Assert.Equal(StaffChangeKind.Invited, Assert.Single(await work.Get<StaffBook>().HistoryAsync(made.Id, 9, TestContext.Current.CancellationToken)).Kind);
    }

    [Theory]
    [InlineData("Form.Nama", "")]
    [InlineData("Form.Email", "rini")]
    [InlineData("Form.Hp", "123")]
    [InlineData("Form.Wilayah", DeskWorld.Suradadi)]
    [InlineData("Form.Peran", "99")]
    [InlineData("Form.Email", "OFFICER1@example.id")]
    public async Task Invitation_that_does_not_fit_makes_no_account(string field, string value)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var answer = await dinsos.PostAsync("/petugas/baru", "/petugas/baru", [.. Rini.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from officers"));
    }

    [Fact]
    public async Task Duties_are_given_and_taken_and_hold_at_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var agus = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (page, browser) = ($"/petugas/{agus.OfficerId}", await app.OpenAsync(agus));

        await dinsos.PostAsync(page, $"{page}?handler=give", ("Form.Peran", "Tksk"), ("Form.Wilayah", DeskWorld.Suradadi), ("Form.Piket", "true"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/papan")).StatusCode);
        Assert.Contains("Piket darurat 24 jam", await dinsos.TextAsync(page), StringComparison.Ordinal);
        var role = await world.Database.ScalarAsync("select id from officer_roles where officer_id = $1 and role = 6", agus.OfficerId);
        await dinsos.PostAsync(page, $"{page}?handler=take", ("peran", $"{role}"));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/papan")).StatusCode);
        Assert.Contains("Bu Dewi: tugas dicabut (TKSK, Kecamatan Suradadi)", await dinsos.TextAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switched_off_officer_is_out_everywhere_and_comes_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var agus = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (page, browser, chat) = ($"/petugas/{agus.OfficerId}", await app.OpenAsync(agus), await world.ChatAsync());
        await world.Database.ScalarAsync("insert into officer_links (officer_id, address_id, linked_at) values ($1, $2, $3)", agus.OfficerId, chat, world.Clock.GetUtcNow());

        await dinsos.PostAsync(page, $"{page}?handler=off");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/kasus")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Open().PostAsync("/masuk", "/masuk", ("email", await EmailAsync(world, agus)), ("sandi", DeskWorld.Password))).StatusCode);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from officer_links"));
        await dinsos.PostAsync(page, $"{page}?handler=on");
        Assert.NotNull(await app.OpenAsync(agus));
    }

    [Fact]
    public async Task Forced_sign_out_ends_every_browser_but_not_the_account()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var agus = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (page, phone, laptop) = ($"/petugas/{agus.OfficerId}", await app.OpenAsync(agus), await app.OpenAsync(agus));

        await dinsos.PostAsync(page, $"{page}?handler=out");

        foreach (var browser in new[] { phone, laptop }) Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/kasus")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await app.OpenAsync(agus)).GetAsync("/kasus")).StatusCode);
    }

    [Fact]
    public async Task Phone_that_is_set_here_stands_in_the_alarm_list()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var page = $"/petugas/{endang.OfficerId}";
        var alarm = new Emergency { RegencyCode = DeskWorld.Tegal, ConversationId = await world.ChatAsync(), Number = "D-2611-03", RaisedAt = world.Clock.GetUtcNow() };
        await using (var work = world.Open())
        {
            work.Storage.Emergencies.Add(alarm);
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await dinsos.PostAsync(page, $"{page}?handler=save", ("Form.Nama", "Bu Endang"), ("Form.Hp", "0812-0000-0888"));

        Assert.Contains("tel:+6281200000888", await dinsos.TextAsync($"/darurat/{alarm.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_the_own_duties_or_accounts_of_another_regency()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dewi = await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal));
        var elsewhere = await world.OfficerAsync("Fajar", (Role.FrontOffice, DeskWorld.Jatibogor));
        await world.Database.ScalarAsync("update officers set regency_code = '35.73' where id = $1", elsewhere.OfficerId);
        var dinsos = await app.OpenAsync(dewi);
        var own = await world.Database.ScalarAsync("select id from officer_roles where officer_id = $1", dewi.OfficerId);

        foreach (var handler in new[] { "give", "take", "off", "lost", "link" })
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(dinsos, dewi.OfficerId, handler, $"{own}")).StatusCode);
        foreach (var handler in new[] { "save", "give", "take", "off", "on", "out", "lost", "link" })
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(dinsos, elsewhere.OfficerId, handler, "1")).StatusCode);

        Assert.DoesNotContain("Fajar", await dinsos.TextAsync("/petugas"), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from staff_changes"));
    }

    [Theory]
    [InlineData(Role.FrontOffice, DeskWorld.Jatibogor)]
    [InlineData(Role.VillageHead, DeskWorld.Jatibogor)]
    [InlineData(Role.Tksk, DeskWorld.Suradadi)]
    [InlineData(Role.Slrt, DeskWorld.Tegal)]
    [InlineData(Role.DataProtection, DeskWorld.Tegal)]
    public async Task Officers_are_managed_by_dinsos_alone(Role role, string area)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var other = await world.OfficerAsync("B", (Role.FrontOffice, DeskWorld.Jatibogor));
        var browser = await app.OpenAsync(await world.OfficerAsync("A", (role, area)));

        foreach (var path in new[] { "/petugas", "/petugas/baru", $"/petugas/{other.OfficerId}" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/akun", "/petugas/baru", Rini)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(browser, other.OfficerId, "off", "1")).StatusCode);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from staff_changes"));
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, long officer, string handler, string role) => browser.PostAsync(
        "/akun", $"/petugas/{officer}?handler={handler}", ("peran", role), ("Form.Nama", "X"), ("Form.Peran", "Tksk"), ("Form.Wilayah", DeskWorld.Suradadi));

    private static async Task<string> BodyAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    private static string LinkIn(string page) => Link().Match(page).Groups[1].Value;

    private static async Task<string> EmailAsync(DeskWorld world, OfficerReach officer) => (string)(await world.Database.ScalarAsync("select email from officers where id = $1", officer.OfficerId))!;

    [GeneratedRegex("https?://[^/]+(/undangan/[A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
