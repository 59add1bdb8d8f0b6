using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin;

public sealed class MovePagesTests
{
    [Fact]
    public async Task A_visit_is_planned_and_reported_with_a_located_photo()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var agus = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor));
        var wahyu = await world.OfficerAsync("Wahyu", (Role.Fasilitator, DeskWorld.Jatibogor));
        var head = await world.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = $"/kasus/{filed.Ticket}/kunjungan";
        (string, string)[] plan = [("Form.Tanggal", "2026-11-16"), ("Form.Jam", "09:00"), ("Form.Petugas", $"{wahyu.OfficerId}")];

        Assert.Equal(HttpStatusCode.Conflict, (await (await app.OpenAsync(head)).PostAsync($"/kasus/{filed.Ticket}", $"{page}?handler=plan", plan)).StatusCode);
        var browser = await app.OpenAsync(agus);
        var incomplete = await browser.PostAsync(page, $"{page}?handler=plan", ("Form.Tanggal", "2026-11-16"), ("Form.Petugas", $"{wahyu.OfficerId}"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        Assert.Contains("value=\"2026-11-16\"", await incomplete.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(page, $"{page}?handler=plan", plan)).StatusCode);
        Assert.Equal(CaseStatus.Visit, (await world.ReadAsync(filed.Id)).Status);
        Assert.Contains("Wahyu akan berkunjung Senin, 16 November, sekitar pukul 09.00 WIB", Assert.Single(await world.ToldAsync(filed.Id)), StringComparison.Ordinal);

        var visitor = await app.OpenAsync(wahyu);
        var photo = await visitor.PostFilesAsync(
            page, $"{page}?handler=report", [("RUMAH_DEPAN", Convert.FromBase64String(Pixel))], ("Form.Bertemu", "Ibu Sarinah"), ("Form.Saran", "Ajukan kursi roda"), ("RUMAH_DEPAN_lokasi", "-6.87,109.25"));
        Assert.Equal(HttpStatusCode.Redirect, photo.StatusCode);
        Assert.Equal(CaseStatus.InProgress, (await world.ReadAsync(filed.Id)).Status);
        await using var work = world.Open();
        var kept = await work.Storage.Documents.SingleAsync(row => row.CaseId == filed.Id, TestContext.Current.CancellationToken);
        Assert.Equal(("RUMAH_DEPAN", "-6.87,109.25"), (kept.Kind, world.Cipher.OpenText(kept.PinCipher!)));
        Assert.Contains("Ajukan kursi roda", await visitor.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_is_sent_back_with_a_note_corrected_approved_and_printed()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var agus = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var filed = await world.CaseAsync(status: CaseStatus.InProgress);
        var (page, desk, tksk) = ($"/kasus/{filed.Ticket}/rujukan", await app.OpenAsync(agus), await app.OpenAsync(endang));
        (string, string)[] form = [("Form.Jenis", "Dinsos"), ("Form.Instansi", "Dinas Sosial Kabupaten Tegal"), ("Form.Ringkasan", "Kartu mati sejak Oktober."), ("Form.Permintaan", "Pengaktifan kembali.")];
        (string, string)[] approval = [("Form.Putusan", "setuju"), ("Form.Jenis", "Dinsos"), ("Form.Instansi", "Dinas Sosial Kabupaten Tegal"), ("Form.Batas", "2026-11-30")];

        await desk.PostAsync(page, $"{page}?handler=propose", form);
        Assert.Equal(HttpStatusCode.Conflict, (await desk.PostAsync($"/kasus/{filed.Ticket}", $"{page}?handler=review", approval)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tksk.PostAsync(page, $"{page}?handler=review", ("Form.Putusan", "kembali"))).StatusCode);
        await tksk.PostAsync(page, $"{page}?handler=review", ("Form.Putusan", "kembali"), ("Form.Catatan", "Lampirkan KK."));
        Assert.Equal(CaseStatus.InProgress, (await world.ReadAsync(filed.Id)).Status);
        Assert.Contains("Lampirkan KK.", await desk.TextAsync(page), StringComparison.Ordinal);
        await desk.PostAsync(page, $"{page}?handler=propose", form);
        Assert.Empty(await world.ToldAsync(filed.Id));
        await tksk.PostAsync(page, $"{page}?handler=review", approval);

        Assert.Equal(CaseStatus.Referred, (await world.ReadAsync(filed.Id)).Status);
        Assert.Contains("Perkiraan jawaban Senin, 30 November", Assert.Single(await world.ToldAsync(filed.Id)), StringComparison.Ordinal);
        await using var work = world.Open();
        var sent = await work.Storage.Referrals.SingleAsync(row => row.State == ReferralState.Sent, TestContext.Current.CancellationToken);
        await desk.PostAsync(page, $"{page}?handler=heard&id={sent.Id}", ("kabar", "Received"));
        await desk.PostAsync(page, $"{page}?handler=heard&id={sent.Id}", ("kabar", "InProgress"));
        var letter = await desk.TextAsync($"{page}/{sent.Id}/surat");
        Assert.Contains("002/RJK/3328162007/XI/2026", letter, StringComparison.Ordinal);
        Assert.Contains("class=\"qr\"", letter, StringComparison.Ordinal);
        Assert.Contains("Diproses instansi", await desk.TextAsync(page), StringComparison.Ordinal);
        await desk.PostAsync(page, $"{page}?handler=heard&id={sent.Id}", ("kabar", "Returned"), ("Form.Catatan", "Alamat tidak sesuai"));
        Assert.Equal(CaseStatus.InProgress, (await world.ReadAsync(filed.Id)).Status);
        Assert.Equal(2, (await world.ToldAsync(filed.Id)).Count);
    }

    [Fact]
    public async Task Nobody_refuses_alone_through_the_page()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var both = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor), (Role.Tksk, DeskWorld.Suradadi));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = $"/kasus/{filed.Ticket}/tolak";
        var (proposer, decider) = (await app.OpenAsync(both), await app.OpenAsync(endang));

        await proposer.PostAsync(page, $"{page}?handler=propose", ("Form.Sebab", "CivilDataDiffers"), ("Form.Alasan", "NIK di KTP dan KK tidak sama."), ("Form.Langkah", "Betulkan di Dukcapil."));
        Assert.Empty(await world.ToldAsync(filed.Id));
        Assert.Equal(HttpStatusCode.Conflict, (await proposer.PostAsync($"/kasus/{filed.Ticket}", $"{page}?handler=decide", ("Form.Putusan", "setuju"))).StatusCode);
        Assert.Contains(filed.Ticket, await decider.TextAsync("/kasus?daftar=giliran"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await decider.PostAsync(page, $"{page}?handler=decide", ("Form.Putusan", "kembali"))).StatusCode);
        await decider.PostAsync(page, $"{page}?handler=decide", ("Form.Putusan", "setuju"));

        Assert.Equal(CaseStatus.Rejected, (await world.ReadAsync(filed.Id)).Status);
        Assert.Contains("Alasan: NIK di KTP dan KK tidak sama. Yang bisa dilakukan: Betulkan di Dukcapil.", Assert.Single(await world.ToldAsync(filed.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Duplicates_are_shown_and_merged_and_a_case_goes_to_another_officer()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var (kept, twice) = (await world.CaseAsync(), await world.CaseAsync());
        await world.Database.ScalarAsync("update cases set reporter_id = $1 where id = $2", kept.ReporterId, twice.Id);
        var browser = await app.OpenAsync(rini);

        Assert.Contains(kept.Ticket, await browser.TextAsync($"/kasus/{twice.Ticket}"), StringComparison.Ordinal);
        await browser.PostAsync($"/kasus/{twice.Ticket}/gabung", $"/kasus/{twice.Ticket}/gabung", ("tiket", kept.Ticket));
        Assert.Equal(CaseStatus.Duplicate, (await world.ReadAsync(twice.Id)).Status);
        Assert.Contains(twice.Ticket, await browser.TextAsync($"/kasus/{kept.Ticket}"), StringComparison.Ordinal);
        Assert.Contains($"href=\"/kasus/{kept.Ticket}\"", await browser.TextAsync($"/kasus/{twice.Ticket}"), StringComparison.Ordinal);
        var sought = await browser.PostAsync("/kasus", "/kasus", ("cari", twice.Ticket));
        Assert.Equal($"/kasus/{twice.Ticket}", sought.Headers.Location!.OriginalString);

        var move = $"/kasus/{kept.Ticket}/pindah";
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync($"/kasus/{kept.Ticket}", move, ("tujuan", $"{DeskWorld.Jatibogor}/{rini.OfficerId}"), ("alasan", "Tugas"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await app.OpenAsync(endang)).PostAsync(move, move, ("tujuan", $"{DeskWorld.Jatibogor}/{rini.OfficerId}"), ("alasan", "Tugas"))).StatusCode);
        Assert.Equal(rini.OfficerId, (await world.ReadAsync(kept.Id)).OwnerId);
    }

    /// <summary>The smallest PNG: one pixel.</summary>
    internal const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
}
