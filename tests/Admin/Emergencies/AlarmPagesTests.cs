using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Emergencies;

public sealed class AlarmPagesTests
{
    private const string Strip = "DARURAT: 1 alarm terbuka, 1 belum dijawab";

    private static readonly Draft Told = Draft.Empty with
    {
        VillageCode = "33.28.16.2007",
        Danger = new DraftDanger(false, false, true, "gang masjid jatibogor", "saya sama anak umur 5", "+6281200001111"),
    };

    [Theory]
    [InlineData(Role.Tksk, DeskWorld.Suradadi)]
    [InlineData(Role.Dinsos, DeskWorld.Tegal)]
    public async Task Officer_on_duty_sees_the_alarm_on_every_page_and_takes_it(Role role, string area)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (alarm, filed) = await FiledAsync(world);
        var officer = await world.OfficerAsync("Bu Endang", (role, area));
        var browser = await app.OpenAsync(officer);

        Assert.Contains(Strip, await browser.TextAsync("/kasus"), StringComparison.Ordinal);
        var list = await browser.TextAsync("/darurat");
        Assert.Contains("gang masjid jatibogor", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Sarinah", list, StringComparison.Ordinal);
        var page = await browser.TextAsync($"/darurat/{alarm}");
        foreach (var words in new[] { "saya sama anak umur 5", "+6281200001111", "Kecamatan Suradadi", "tel:110", "tel:119", "tel:129", $"/kasus/{filed.Ticket}", "Bu Endang, ", "Aman membalas" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"balas\"", page, StringComparison.Ordinal);
        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Viewed && line.OfficerId == officer.OfficerId);

        var taken = await browser.PostAsync($"/darurat/{alarm}", $"/darurat/{alarm}?handler=ready");
        var written = await browser.PostAsync($"/darurat/{alarm}", $"/darurat/{alarm}?handler=write", ("balas", "Bu, saya di jalan ke sana."));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (taken.StatusCode, written.StatusCode));
        Assert.Contains("Ditangani Bu Endang", await browser.TextAsync("/darurat"), StringComparison.Ordinal);
        Assert.Contains("name=\"balas\"", await browser.TextAsync($"/darurat/{alarm}"), StringComparison.Ordinal);
        Assert.Equal(["Bu Endang: Bu, saya di jalan ke sana."], await world.ToldAsync(filed.Id));
        Assert.Equal(officer.OfficerId, await world.Database.ScalarAsync("select acknowledged_by from emergencies where id = $1", alarm));
    }

    [Theory]
    [InlineData(Role.FrontOffice, DeskWorld.Jatibogor)]
    [InlineData(Role.BackOffice, DeskWorld.Jatibogor)]
    [InlineData(Role.Fasilitator, DeskWorld.Jatibogor)]
    [InlineData(Role.DataOperator, DeskWorld.Jatibogor)]
    [InlineData(Role.VillageHead, DeskWorld.Jatibogor)]
    [InlineData(Role.Pkh, DeskWorld.Suradadi)]
    [InlineData(Role.DataProtection, DeskWorld.Tegal)]
    public async Task Alarms_are_not_there_for_others(Role role, string area)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (alarm, _) = await FiledAsync(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("A", (role, area)));

        Assert.DoesNotContain("DARURAT", await browser.TextAsync("/kasus"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/darurat")).StatusCode);
        await MissesAsync(browser, alarm);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from emergencies where acknowledged_at is null"));
    }

    [Fact]
    public async Task Alarm_is_not_there_for_a_tksk_elsewhere_another_regency_and_slrt_before_half_an_hour()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (alarm, _) = await FiledAsync(world);
        var elsewhere = await app.OpenAsync(await world.OfficerAsync("Fajar", (Role.Tksk, DeskWorld.Lebaksiu)));
        var slrt = await app.OpenAsync(await world.OfficerAsync("Bu Lestari", (Role.Slrt, DeskWorld.Tegal)));
        var brebes = await world.OfficerAsync("Dewi", (Role.Dinsos, DeskWorld.Tegal));
        await world.Database.ScalarAsync("update officers set regency_code = '33.29' where id = $1", brebes.OfficerId);
        var other = await app.OpenAsync(brebes);

        await MissesAsync(elsewhere, alarm);
        await MissesAsync(slrt, alarm);
        await MissesAsync(other, alarm);

        await world.Database.ScalarAsync("update emergencies set alarmed_minutes = 30");
        Assert.Equal(HttpStatusCode.OK, (await slrt.GetAsync($"/darurat/{alarm}")).StatusCode);
        await MissesAsync(elsewhere, alarm);
    }

    [Fact]
    public async Task Place_not_yet_known_is_for_every_tksk_on_duty()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var alarm = await RaiseAsync(world, await world.ChatAsync(), Draft.Empty with { Danger = new DraftDanger(false, false, true) }, Step.AskSafe);
        var tksk = await app.OpenAsync(await world.OfficerAsync("Fajar", (Role.Tksk, DeskWorld.Lebaksiu)));

        var page = await tksk.TextAsync($"/darurat/{alarm}");

        Assert.Contains(Strip, page, StringComparison.Ordinal);
        Assert.Contains("Belum jelas apakah aman", page, StringComparison.Ordinal);
        Assert.Contains("Kasus belum dibuat", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_safe_is_a_warning_without_a_box_and_nothing_goes_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (alarm, filed) = await FiledAsync(world);
        await world.Database.ScalarAsync("update channel_addresses set silent_since = now() where id = $1", filed.ConversationId!);
        var browser = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        await browser.PostAsync($"/darurat/{alarm}", $"/darurat/{alarm}?handler=ready");

        var page = await browser.TextAsync($"/darurat/{alarm}");
        var written = await browser.PostAsync($"/darurat/{alarm}", $"/darurat/{alarm}?handler=write", ("balas", "Bu?"));

        Assert.Contains("TIDAK AMAN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"balas\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("+6281200001111", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, written.StatusCode);
        Assert.Empty(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task Second_officer_reads_who_was_first_and_a_form_without_its_token_is_refused()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (alarm, _) = await FiledAsync(world);
        var first = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));
        var second = await app.OpenAsync(await world.OfficerAsync("Pak Gunadi", (Role.Dinsos, DeskWorld.Tegal)));
        Assert.Equal(HttpStatusCode.BadRequest, (await first.PostBareAsync($"/darurat/{alarm}?handler=ready")).StatusCode);

        await first.PostAsync($"/darurat/{alarm}", $"/darurat/{alarm}?handler=ready");
        var late = await second.PostAsync($"/darurat/{alarm}", $"/darurat/{alarm}?handler=ready");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Ditangani Bu Endang", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Siap_by_chat_counts_only_from_whoever_was_told()
    {
        await using var world = await DeskWorld.CreateAsync();
        await FiledAsync(world);
        var desk = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var elsewhere = await world.OfficerAsync("Fajar", (Role.Tksk, DeskWorld.Lebaksiu));

        await SiapAsync(world, desk);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from emergencies where acknowledged_at is null"));
        await SiapAsync(world, elsewhere);

        Assert.Equal(elsewhere.OfficerId, await world.Database.ScalarAsync("select acknowledged_by from emergencies"));
        Assert.Equal(elsewhere.OfficerId, await world.Database.ScalarAsync("select held_by from conversations where held_case_id is not null"));
    }

    private static async Task SiapAsync(DeskWorld world, OfficerReach officer)
    {
        await using var work = world.Open();
        await work.Get<AlarmTaking>().TakeNewestAsync(work.Storage, officer.OfficerId, TestContext.Current.CancellationToken);
    }

    private static async Task MissesAsync(Browser browser, long alarm)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/darurat/{alarm}")).StatusCode);
        foreach (var handler in new[] { "ready", "write" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/akun", $"/darurat/{alarm}?handler={handler}", ("balas", "halo"))).StatusCode);
    }

    private static async Task<(long Alarm, Case Filed)> FiledAsync(DeskWorld world)
    {
        var filed = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var alarm = await RaiseAsync(world, filed.ConversationId!.Value, Told, Step.Greet, filed.Id);
        return (alarm, filed);
    }

    private static async Task<long> RaiseAsync(DeskWorld world, long chat, Draft draft, Step step, long? caseId = null)
    {
        await using var work = world.Open();
        var box = world.Cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(draft));
        await work.Storage.Conversations.Where(row => row.Id == chat).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DraftCipher, box).SetProperty(row => row.Step, step).SetProperty(row => row.HeldCaseId, caseId), TestContext.Current.CancellationToken);
        var alarm = new Emergency { RegencyCode = DeskWorld.Tegal, ConversationId = chat, CaseId = caseId, Number = "D-2611-03", RaisedAt = world.Clock.GetUtcNow() };
        work.Storage.Emergencies.Add(alarm);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return alarm.Id;
    }
}
