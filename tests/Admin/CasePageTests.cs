using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class CasePageTests
{
    [Fact]
    public async Task The_whole_way_of_a_case_through_the_page()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var agus = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        var browser = await app.OpenAsync(agus);
        var (page, move) = ($"/kasus/{filed.Ticket}", $"/kasus/{filed.Ticket}?handler=move");

        Assert.Contains(filed.Ticket, await browser.TextAsync("/kasus?daftar=giliran"), StringComparison.Ordinal);
        await browser.PostAsync(page, move, ("aksi", "StartCheck"), ("Form.Versi", await browser.VersionAsync(filed.Ticket)));
        Assert.Contains("Urungkan", await browser.TextAsync(page), StringComparison.Ordinal);
        await browser.PostAsync(page, $"{page}?handler=write", ("Form.Balas", "Bu, boleh minta surat dari RSUD?"));
        await browser.PostAsync(page, $"{page}?handler=note", ("Form.Balas", "cek ke pendamping"));
        await browser.PostAsync(page, move, ("aksi", "AskDocuments"), ("Form.Berkas", "KTP"), ("Form.BerkasLain", "surat nikah"));
        Assert.Equal(CaseStatus.NeedsDocuments, (await world.ReadAsync(filed.Id)).Status);
        await browser.PostAsync(page, move, ("aksi", "DocumentsCame"));
        await browser.PostAsync(page, move, ("aksi", "Handle"));
        var done = await browser.PostAsync(page, move, ("aksi", "Resolve"), ("Form.Hasil", "DataCorrected"), ("Form.Kalimat", "Data sudah diusulkan."));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(CaseStatus.Resolved, (await world.ReadAsync(filed.Id)).Status);
        var told = await world.ToldAsync(filed.Id);
        Assert.Equal(5, told.Count);
        Assert.Contains("masih perlu KTP, surat nikah.", told[2], StringComparison.Ordinal);
        var html = await browser.TextAsync(page);
        Assert.Contains("cek ke pendamping", html, StringComparison.Ordinal);
        Assert.Contains("Agus, petugas Puskesos Jatibogor: Bu, boleh minta surat dari RSUD?", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_the_move_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        var browser = await app.OpenAsync(rini);
        var page = $"/kasus/{filed.Ticket}";

        await browser.PostAsync(page, $"{page}?handler=move", ("aksi", "StartCheck"));
        await browser.PostAsync(page, $"{page}?handler=undo");

        Assert.Equal(CaseStatus.New, (await world.ReadAsync(filed.Id)).Status);
        Assert.Empty(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task The_second_officer_sees_what_changed_and_keeps_the_words()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var dedi = await world.OfficerAsync("Dedi", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var (first, second) = (await app.OpenAsync(rini), await app.OpenAsync(dedi));
        var (page, move) = ($"/kasus/{filed.Ticket}", $"/kasus/{filed.Ticket}?handler=move");
        var seen = await second.VersionAsync(filed.Ticket);

        await first.PostAsync(page, move, ("aksi", "AskDocuments"), ("Form.Berkas", "KTP"), ("Form.Versi", seen));
        var late = await second.PostAsync(page, move, ("aksi", "Resolve"), ("Form.Hasil", "InformationGiven"), ("Form.Kalimat", "Menunggu musdes."), ("Form.Versi", seen));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("baru saja diubah petugas lain", html, StringComparison.Ordinal);
        Assert.Contains("Menunggu berkas", html, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.NeedsDocuments, (await world.ReadAsync(filed.Id)).Status);
    }

    [Fact]
    public async Task An_incomplete_form_comes_back_with_its_words()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var browser = await app.OpenAsync(rini);

        var answer = await browser.PostAsync($"/kasus/{filed.Ticket}", $"/kasus/{filed.Ticket}?handler=move", ("aksi", "Resolve"), ("Form.Kalimat", "Sudah dijelaskan di balai desa"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Sudah dijelaskan di balai desa</textarea>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_moves_nothing_and_is_logged_once_an_hour()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        var browser = await app.OpenAsync(rini);

        await browser.TextAsync($"/kasus/{filed.Ticket}");
        await browser.TextAsync($"/kasus/{filed.Ticket}");
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await browser.TextAsync($"/kasus/{filed.Ticket}");

        var now = await world.ReadAsync(filed.Id);
        Assert.Equal(CaseStatus.New, now.Status);
        Assert.Equal(2, now.Events.Count(line => line.Kind == CaseEventKind.Viewed && line.OfficerId == rini.OfficerId));
    }

    [Fact]
    public async Task Markup_in_a_story_stays_text()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        await world.Database.ScalarAsync("update cases set story = '<script>alert(1)</script>' where id = $1", filed.Id);

        var answer = await (await app.OpenAsync(rini)).GetAsync($"/kasus/{filed.Ticket}");

        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_wants_a_human_is_taken_written_in_and_given_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var other = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari));
        var chat = await world.ChatAsync();
        await world.Database.ScalarAsync("update conversations set help_wanted_at = $1, help_unit_code = $2, step = 'AskComplaint' where id = $3", world.Clock.GetUtcNow(), DeskWorld.Jatibogor, chat);
        var browser = await app.OpenAsync(rini);

        Assert.Contains("1 warga minta dibantu langsung", await browser.TextAsync("/kasus"), StringComparison.Ordinal);
        Assert.DoesNotContain("minta dibantu langsung", await (await app.OpenAsync(other)).TextAsync("/kasus"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.OpenAsync(other)).GetAsync($"/bicara/{chat}")).StatusCode);
        await browser.PostAsync("/kasus", $"/bicara/{chat}?handler=take");
        await browser.PostAsync($"/bicara/{chat}", $"/bicara/{chat}?handler=write", ("balas", "Kartunya bank apa?"));
        await browser.PostAsync($"/bicara/{chat}", $"/bicara/{chat}?handler=bot");

        await using var work = world.Open();
        var said = await work.Storage.Outbox.Where(row => row.ConversationId == chat).OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["Rini, petugas Puskesos Jatibogor, sekarang membalas langsung di sini.", "Rini: Kartunya bank apa?", "Rini sudah selesai. Layanan otomatis siap lagi. Ketik MENU kalau perlu.",
                "Ceritakan singkat masalahnya. Boleh diketik, boleh pesan suara. Jangan tulis nomor KTP, PIN, atau OTP di sini."],
            said.Select(row => world.Outbox.Open(row)!.Text));
    }
}
