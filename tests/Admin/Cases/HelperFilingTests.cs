using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Cases;

/// <summary>A helper files for somebody; the person concerned confirms by chat or on paper, and until then the desk sees that the word is missing (DOMAIN §2 F05, §4.6).</summary>
public sealed class HelperFilingTests
{
    private static readonly (string, string)[] ForDarmi =
    [
        ("Form.Nama", "Sugeng Prayitno"), ("Form.Desa", "33.28.16.2007"), ("Form.Keperluan", "LANSIA"), ("Form.Cerita", "Hidup sendiri, umur 78"), ("Form.Izin", "true"),
        ("Form.Untuk", "Other"), ("Form.NamaDibantu", "Mbah Darmi"), ("Form.Sebagai", "ketua RT 03"),
    ];

    [Fact]
    public async Task Without_the_persons_word_the_case_waits_visibly_until_the_paper_is_signed()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var filed = await FileAsync(world, browser);

        Assert.Contains("menunggu persetujuan", await browser.TextAsync("/kasus"), StringComparison.Ordinal);
        var page = await browser.TextAsync($"/kasus/{filed.Ticket}");
        Assert.Contains("Menunggu persetujuan Mbah Darmi.", page, StringComparison.Ordinal);
        Assert.Contains("Sugeng Prayitno, ketua RT 03", page, StringComparison.Ordinal);
        var paper = $"/kasus/{filed.Ticket}/persetujuan";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync(paper, $"{paper}?handler=paper", ("Form.Jawaban", "CannotBeAsked"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(paper, $"{paper}?handler=paper", ("Form.Jawaban", "Given"), ("Form.Catatan", "Kertas di map biru"))).StatusCode);

        Assert.Equal(HelpedConsent.Given, (await world.ReadAsync(filed.Id)).HelpedConsent);
        Assert.DoesNotContain("menunggu persetujuan", await browser.TextAsync("/kasus"), StringComparison.Ordinal);
        Assert.Contains("Kertas di map biru", await browser.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
        await using var work = world.Open();
        Assert.Null((await work.Storage.Consents.SingleAsync(row => row.ResidentId == filed.HelpedId, TestContext.Current.CancellationToken)).AddressId);
    }

    [Fact]
    public async Task A_number_told_at_the_desk_is_asked_once_without_the_complaint()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var filed = await FileAsync(world, browser, ("Form.HpDibantu", "0812-0000-0113"));
        var paper = $"/kasus/{filed.Ticket}/persetujuan";
        await browser.PostAsync(paper, $"{paper}?handler=ask", ("Form.Hp", "0812 0000 0113"));
        await browser.PostAsync(paper, $"{paper}?handler=ask", ("Form.Hp", "0812-0000-0114"));

        await using var work = world.Open();
        var asked = await work.Storage.Outbox.Where(row => row.CaseId == filed.Id).OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, asked.Select(row => row.ConversationId).Distinct().Count());
        Assert.Equal(2, asked.Count);
        Assert.All(asked, row => Assert.Equal(Channel.WhatsApp, row.Channel));
        var words = world.Outbox.Open(asked[0])!;
        Assert.Contains("Sugeng Prayitno menyampaikan keluhan untuk Mbah Darmi", words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("umur 78", words.Text, StringComparison.Ordinal);
        Assert.Equal(["ConfirmHelped:1", "ConfirmHelped:2"], words.Choices.Select(choice => choice.Id));
        Assert.Equal("ConfirmHelped", await world.Database.ScalarAsync("select step from conversations where id = $1", asked[1].ConversationId));
    }

    [Fact]
    public async Task A_paper_signed_at_once_is_kept_with_the_case()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var filed = await FileAsync(world, browser, ("Form.Persetujuan", "Given"));

        Assert.Equal(HelpedConsent.Given, filed.HelpedConsent);
        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Consent && line.OfficerId is not null);
    }

    [Fact]
    public async Task Who_refuses_closes_the_case_and_is_erased_in_time()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var filed = await FileAsync(world, browser);
        var paper = $"/kasus/{filed.Ticket}/persetujuan";

        await browser.PostAsync(paper, $"{paper}?handler=paper", ("Form.Jawaban", "Refused"));

        var now = await world.ReadAsync(filed.Id);
        Assert.Equal((HelpedConsent.Refused, CaseStatus.Cancelled), (now.HelpedConsent, now.Status));
        await using var work = world.Open();
        Assert.Equal(world.Clock.GetUtcNow().AddHours(72), await work.Storage.Residents.Where(row => row.Id == filed.HelpedId).Select(row => row.EraseBy).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_fasilitator_files_under_the_own_name_and_only_for_the_own_place()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var wahyu = await world.OfficerAsync("Wahyu", (Role.Fasilitator, DeskWorld.Jatibogor));
        var browser = await app.OpenAsync(wahyu);

        var form = await browser.TextAsync("/loket");
        Assert.Contains("value=\"Wahyu\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"Fasilitator\"", form, StringComparison.Ordinal);
        Assert.DoesNotContain("33.28.06.2005", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync("/loket", "/loket", [.. ForDarmi.Where(field => field.Item1 != "Form.Desa"), ("Form.Desa", "33.28.06.2005")])).StatusCode);
        var filed = await FileAsync(world, browser);

        Assert.Equal("fasilitator", Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.Filed).ActorRole);
    }

    [Fact]
    public async Task A_pkh_companion_files_and_sees_the_slip_but_not_the_case()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Nur", (Role.Pkh, DeskWorld.Suradadi)));

        var answer = await browser.PostAsync("/loket", "/loket", ForDarmi);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(answer.Headers.Location!.OriginalString)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(answer.Headers.Location!.OriginalString.Replace("/slip", "", StringComparison.Ordinal).Replace("/loket", "/kasus", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task In_a_secret_case_no_phone_is_asked()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        await browser.PostAsync("/loket", "/loket", [.. ForDarmi.Where(field => field.Item1 != "Form.Keperluan"), ("Form.Keperluan", "KEKERASAN"), ("Form.HpDibantu", "0812-0000-0113")]);

        await using var work = world.Open();
        var filed = await work.Storage.Cases.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Secrecy.Secret, (long?)null), (filed.Secrecy, filed.HelpedConversationId));
        Assert.False(await work.Storage.Outbox.AnyAsync(row => row.CaseId == filed.Id, TestContext.Current.CancellationToken));
    }

    private static async Task<Case> FileAsync(DeskWorld world, Browser browser, params (string, string)[] more)
    {
        var answer = await browser.PostAsync("/loket", "/loket", [.. ForDarmi, .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var work = world.Open();
        return await work.Storage.Cases.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync(TestContext.Current.CancellationToken);
    }
}
