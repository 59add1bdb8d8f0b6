using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

/// <summary>The limits of the clocks and the list of late agencies: for whom they are, and what they show.</summary>
public sealed class ClockPagesTests
{
    private const string Settings = "/pengaturan/tenggat";

    [Fact]
    public async Task The_dinsos_sees_the_effect_first_and_then_changes_a_limit_with_its_reason()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await world.CaseAsync(needs: "KIS_MATI");
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Sri", (Role.Dinsos, DeskWorld.Tegal)));
        (string, string)[] change = [("jenis", "KIS_MATI"), ("Nama", "nudge-hours"), ("Angka", "3, 5"), ("Alasan", "Banjir di Suradadi")];

        var preview = await ReadAsync(await browser.PostAsync(Settings, Settings + "?handler=preview", change));
        Assert.Contains("1 kasus terbuka memakai batas ini. Dari 1 yang terdekat, 1 pengingat bergeser; 0 di antaranya jatuh sekarang juga.", preview, StringComparison.Ordinal);
        Assert.Contains("<td>12 Nov 2026 11.00</td><td>12 Nov 2026 12.00</td>", preview, StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.CountAsync("clock_settings"));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(Settings, Settings, change)).StatusCode);
        var page = await browser.TextAsync(Settings + "?jenis=KIS_MATI");
        Assert.Contains("Kini 3, 5 · standar 2, 4 · Banjir di Suradadi", page, StringComparison.Ordinal);
        Assert.Contains("standar → 3, 5", page, StringComparison.Ordinal);
        Assert.Contains("Bu Sri", page, StringComparison.Ordinal);

        await browser.PostAsync(Settings, Settings, ("jenis", "KIS_MATI"), ("Nama", "nudge-hours"), ("Standar", "ya"), ("Alasan", "Sudah surut"));
        Assert.Contains("3, 5 → standar", await browser.TextAsync(Settings), StringComparison.Ordinal);
        Assert.Equal((0L, 2L), (await world.Database.CountAsync("clock_settings"), await world.Database.CountAsync("clock_setting_changes")));
    }

    [Theory]
    [InlineData("nudge-hours", "4, 2", "banjir")]
    [InlineData("nudge-hours", "2", "banjir")]
    [InlineData("nudge-hours", "dua, empat", "banjir")]
    [InlineData("nudge-hours", "3, 5", " ")]
    [InlineData("handling-days", "3", "banjir")]
    [InlineData("tea-hours", "1", "banjir")]
    public async Task What_makes_no_clock_is_refused(string name, string numbers, string note)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Sri", (Role.Dinsos, DeskWorld.Tegal)));

        foreach (var action in new[] { Settings, Settings + "?handler=preview" })
            Assert.Contains("role=\"alert\"", await ReadAsync(await browser.PostAsync(Settings, action, ("Nama", name), ("Angka", numbers), ("Alasan", note))), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.CountAsync("clock_setting_changes"));
    }

    [Theory]
    [InlineData(Role.FrontOffice, DeskWorld.Jatibogor, false)]
    [InlineData(Role.Tksk, DeskWorld.Suradadi, false)]
    [InlineData(Role.Slrt, DeskWorld.Tegal, true)]
    [InlineData(Role.DataProtection, DeskWorld.Tegal, false)]
    public async Task For_others_there_are_no_settings(Role role, string area, bool readsLateReferrals)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("A", (role, area)));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Settings)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/akun", Settings, ("Nama", "nudge-hours"), ("Angka", "3, 5"), ("Alasan", "banjir"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/akun", Settings + "?handler=preview", ("Nama", "nudge-hours"), ("Angka", "3, 5"), ("Alasan", "banjir"))).StatusCode);
        Assert.Equal(readsLateReferrals ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.GetAsync("/rujukan")).StatusCode);
        Assert.Equal(0L, await world.Database.CountAsync("clock_settings"));
    }

    [Fact]
    public async Task Late_agencies_are_listed_the_longest_first_and_a_secret_case_is_not()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await ReferAsync(world, await world.CaseAsync(status: CaseStatus.Referred), "RSUD Suradadi", daysAgo: 3);
        await ReferAsync(world, await world.CaseAsync(status: CaseStatus.Referred), "Dinas Pendidikan", daysAgo: 9);
        await ReferAsync(world, await world.CaseAsync(status: CaseStatus.Referred, secrecy: Secrecy.Secret), "UPTD PPA", daysAgo: 9);
        await ReferAsync(world, await world.CaseAsync(status: CaseStatus.Referred), "Disdukcapil", daysAgo: -9);
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Sri", (Role.Dinsos, DeskWorld.Tegal)));

        var page = await browser.TextAsync("/rujukan");

        Assert.Contains("2 rujukan", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Dinas Pendidikan", StringComparison.Ordinal) < page.IndexOf("RSUD Suradadi", StringComparison.Ordinal));
        Assert.DoesNotContain("UPTD PPA", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Disdukcapil", page, StringComparison.Ordinal);
    }

    private static async Task ReferAsync(DeskWorld world, Case filed, string agency, int daysAgo)
    {
        await using var work = world.Open();
        var now = world.Clock.GetUtcNow();
        work.Storage.Referrals.Add(new Referral
        {
            CaseId = filed.Id,
            Number = $"{filed.Id}/RJK",
            State = ReferralState.Sent,
            Agency = agency,
            Summary = world.Cipher.Seal("x"),
            Request = world.Cipher.Seal("x"),
            ProposedAt = now.AddDays(-20),
            SentAt = now.AddDays(-20),
            AnswerDueAt = now.AddDays(-daysAgo),
        });
        await work.Storage.SaveChangesAsync();
    }

    private static async Task<string> ReadAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
