using System.Net;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Cases;

/// <summary>A weak signal sends a form again whose answer was lost: it counts once.</summary>
public sealed class OnceOnlyTests
{
    [Fact]
    public async Task A_note_and_an_answer_sent_twice_are_kept_and_told_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var page = $"/kasus/{filed.Ticket}";
        var (note, answer) = ($"{Guid.NewGuid()}", $"{Guid.NewGuid()}");

        for (var time = 1; time <= 2; time++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(page, $"{page}?handler=note", ("Form.Balas", "Sudah ditelepon."), ("Form.Sekali", note))).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(page, $"{page}?handler=write", ("Form.Balas", "Sejak kapan, Bu?"), ("Form.Sekali", answer))).StatusCode);
        }

        var kept = (await world.ReadAsync(filed.Id)).Events;
        Assert.Single(kept, line => line.Kind == CaseEventKind.Note);
        Assert.Single(kept, line => line.Kind == CaseEventKind.OfficerWrote);
        Assert.Single(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task Six_copies_at_the_same_moment_are_one()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);
        var line = new WrittenLine("Sudah ditelepon.", Guid.NewGuid());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var work = world.Open();
            return await work.Desk.NoteAsync(rini, filed.Ticket, line, default);
        }));

        Assert.Single((await world.ReadAsync(filed.Id)).Events, kept => kept.Kind == CaseEventKind.Note);
    }

    [Fact]
    public async Task A_walk_in_sent_twice_is_one_case_and_its_lost_photo_comes_with_the_second()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        (string, string)[] form =
        [
            ("Form.Nama", "Kusmiyati"), ("Form.Desa", "33.28.16.2007"), ("Form.Keperluan", "BANSOS_USUL"), ("Form.Cerita", "PKH belum masuk"), ("Form.Izin", "true"), ("Form.Sekali", $"{Guid.NewGuid()}"),
        ];

        var first = await browser.PostAsync("/loket", "/loket", form);
        var second = await browser.PostFilesAsync("/loket", "/loket", [("KTP", Convert.FromBase64String(MovePagesTests.Pixel))], form);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        await using var work = world.Open();
        var filed = await work.Storage.Cases.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal("KTP", (await work.Storage.Documents.SingleAsync(row => row.CaseId == filed.Id, TestContext.Current.CancellationToken)).Kind);
    }
}
