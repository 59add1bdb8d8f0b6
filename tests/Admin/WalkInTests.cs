using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Tests.Core.Documents;

namespace Puskesos.Tests.Admin;

public sealed class WalkInTests
{
    private static readonly (string, string)[] Sarinah =
    [
        ("Form.Nama", "Sarinah"), ("Form.Desa", "33.28.16.2007"), ("Form.Keperluan", "BANSOS_USUL"), ("Form.Keperluan", "SKTM"), ("Form.Cerita", "PKH tahap 4 belum masuk"), ("Form.Izin", "true"),
    ];

    [Fact]
    public async Task Ten_walk_ins_of_a_morning_stand_in_the_same_list_and_each_has_a_slip()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var browser = await app.OpenAsync(rini);

        for (var guest = 1; guest <= 10; guest++)
        {
            var answer = await browser.PostAsync("/loket", "/loket", [.. Sarinah.Where(field => field.Item1 != "Form.Nama"), ("Form.Nama", $"Tamu {guest}")]);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var slip = await browser.TextAsync(answer.Headers.Location!.OriginalString);
            Assert.Contains("Kode cek", slip, StringComparison.Ordinal);
            Assert.DoesNotContain("PKH tahap 4", slip, StringComparison.Ordinal);
        }

        await using var work = world.Open();
        var filed = await work.Storage.Cases.Include(row => row.Items).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(10, filed.Count);
        Assert.All(filed, row => Assert.Equal((2, DeskWorld.Jatibogor, (long?)null, CaseStatus.New), (row.Items.Count, row.UnitCode, row.ConversationId, row.Status)));
        Assert.Contains("Tamu 10", await browser.TextAsync("/kasus?daftar=giliran"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Nama", "Nama belum diisi")]
    [InlineData("Form.Keperluan", "Pilih paling sedikit satu keperluan")]
    [InlineData("Form.Cerita", "Tulis satu kalimat cerita")]
    [InlineData("Form.Izin", "Bacakan izin dulu")]
    public async Task What_is_missing_is_said_and_the_rest_stays(string without, string says)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var answer = await browser.PostAsync("/loket", "/loket", [.. Sarinah.Where(field => field.Item1 != without), ("Form.Alamat", "RT 04/RW 01")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains("RT 04/RW 01", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Nik", "332806120388000", "NIK harus 16 angka")]
    [InlineData("Form.Kk", "33280612038800071", "Nomor KK harus 16 angka")]
    public async Task A_number_of_another_length_is_asked_back_and_photos_too(string field, string written, string says)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var answer = await browser.PostFilesAsync("/loket", "/loket", [("KTP", SamplePictures.Card(640, 400))], [.. Sarinah, (field, written)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(says, html, StringComparison.Ordinal);
        Assert.Contains("Foto tadi belum tersimpan", html, StringComparison.Ordinal);
        Assert.Equal(0, await world.Database.CountAsync("cases"));
    }

    [Fact]
    public async Task A_letter_that_an_officer_chose_instead_of_a_photo_is_kept_and_the_paper_is_still_awaited()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        await browser.PostFilesAsync("/loket", "/loket", [("KTP", SampleLetters.Packed()), ("KK", SamplePictures.Card(640, 400))], Sarinah);

        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from documents where kind = 'KTP' and marks like '%no-paper%' and case_id is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from awaited_documents where kind = 'KTP' and document_id is not null"));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(distinct document_id) from awaited_documents where kind = 'KK'"));
    }

    [Fact]
    public async Task A_likely_same_person_is_shown_before_saving_and_can_be_chosen()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        (string, string)[] again = [.. Sarinah.Where(field => field.Item1 != "Form.Nama"), ("Form.Nama", "Bu Sarinah"), ("Form.Hp", "0812-0000-0199")];
        await browser.PostAsync("/loket", "/loket", again);

        var asked = await browser.PostAsync("/loket", "/loket", again);
        await using var work = world.Open();
        var person = await work.Storage.Residents.SingleAsync(TestContext.Current.CancellationToken);
        await browser.PostAsync("/loket", "/loket", [.. again, ("Form.Orang", $"{person.Id}")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Contains("Mungkin orang yang sama", await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, await work.Storage.Cases.CountAsync(row => row.ReporterId == person.Id, TestContext.Current.CancellationToken));
        var found = await browser.PostAsync("/kasus", "/kasus", ("cari", "0812 0000 0199"));
        Assert.Contains("Bu Sarinah", await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_somebody_who_is_offered_can_be_chosen()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var stranger = await world.CaseAsync(secrecy: Secrecy.Secret, needs: "KEKERASAN");
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var answer = await browser.PostAsync("/loket", "/loket", [.. Sarinah.Where(field => field.Item1 != "Form.Nama"), ("Form.Nama", "Tamu"), ("Form.Orang", $"{stranger.ReporterId}")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1, await world.Database.CountAsync("cases"));
    }

    [Fact]
    public async Task Nobody_but_the_desk_enters_walk_ins_and_a_slip_is_not_for_everybody()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var other = await app.OpenAsync(await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari)));
        var head = await app.OpenAsync(await world.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor)));
        var slip = (await rini.PostAsync("/loket", "/loket", Sarinah)).Headers.Location!.OriginalString;

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/loket")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(slip)).StatusCode);
    }

    [Fact]
    public async Task New_cases_go_to_the_least_loaded_officer_present_and_to_the_substitute_of_an_absent_one()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var (rini, dedi) = (await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), await world.OfficerAsync("Dedi", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var browser = await app.OpenAsync(rini);
        async Task<long?> FileAsync(int guest)
        {
            var answer = await browser.PostAsync("/loket", "/loket", [.. Sarinah.Where(field => field.Item1 != "Form.Nama"), ("Form.Nama", $"Tamu {guest}")]);
            var ticket = answer.Headers.Location!.OriginalString.Split('/')[2];
            await using var work = world.Open();
            return await work.Storage.Cases.Where(row => row.Ticket == ticket).Select(row => row.OwnerId).SingleAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(new long?[] { rini.OfficerId, dedi.OfficerId, rini.OfficerId }, [await FileAsync(1), await FileAsync(2), await FileAsync(3)]);
        var tksk = await app.OpenAsync(endang);
        await tksk.PostAsync("/papan", "/papan?handler=absence", ("id", $"{dedi.OfficerId}"), ("sampai", "2026-11-20"), ("pengganti", ""));
        Assert.Equal(rini.OfficerId, await FileAsync(4));
        await tksk.PostAsync("/papan", "/papan?handler=absence", ("id", $"{rini.OfficerId}"), ("sampai", "2026-11-20"), ("pengganti", $"{endang.OfficerId}"));
        Assert.Equal(endang.OfficerId, await FileAsync(5));
        await tksk.PostAsync("/papan", "/papan?handler=absence", ("id", $"{rini.OfficerId}"), ("sampai", "2026-11-20"), ("pengganti", ""));
        await tksk.PostAsync("/papan", "/papan?handler=absence", ("id", $"{dedi.OfficerId}"), ("sampai", "2026-11-20"), ("pengganti", ""));
        Assert.Equal(endang.OfficerId, await FileAsync(6));
        var running = await world.CaseAsync(status: CaseStatus.UnderReview);
        await world.Database.ScalarAsync("update cases set owner_id = $1 where id = $2", rini.OfficerId, running.Id);
        Assert.Contains(running.Ticket, await tksk.TextAsync("/kasus?daftar=giliran"), StringComparison.Ordinal);
        Assert.Contains("Giliran Anda", await tksk.TextAsync($"/kasus/{running.Ticket}"), StringComparison.Ordinal);
        await tksk.PostAsync("/papan", "/papan?handler=absence", ("id", $"{rini.OfficerId}"), ("sampai", ""), ("pengganti", ""));
        Assert.DoesNotContain(running.Ticket, await tksk.TextAsync("/kasus?daftar=giliran"), StringComparison.Ordinal);
    }
}
