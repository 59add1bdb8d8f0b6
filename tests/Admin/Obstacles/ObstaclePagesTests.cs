using System.Net;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Obstacles;

public sealed class ObstaclePagesTests
{
    private const string Words = "Sinyal di balai desa hilang terus";

    [Fact]
    public async Task An_obstacle_is_reported_answered_and_closed()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await world.CaseAsync();
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        await rini.PostAsync("/kendala", "/kendala", ("Form.Unit", DeskWorld.Jatibogor), ("Form.Jenis", "Equipment"), ("Form.Isi", Words), ("Form.Tiket", filed.Ticket));
        var id = $"{await world.Database.ScalarAsync("select id from obstacles")}";
        var seen = await dinsos.TextAsync("/kendala");
        await dinsos.PostAsync("/kendala", "/kendala?handler=answer", ("id", id), ("jawaban", "Dipasang penguat sinyal"), ("oleh", "Bidang Data"), ("sampai", "2026-12-01"));
        var told = await rini.TextAsync("/kendala");
        await rini.PostAsync("/kendala", "/kendala?handler=close", ("id", id), ("tutup", "true"));

        foreach (var words in new[] { Words, "Rini, Puskesos Jatibogor", filed.Ticket, "menunggu jawaban" }) Assert.Contains(words, seen, StringComparison.Ordinal);
        foreach (var words in new[] { "Dipasang penguat sinyal", "Bidang Data, sampai 1 Des 2026" }) Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from obstacles where closed_at is not null"));
        Assert.Equal(0L, await world.Database.ScalarAsync($"select count(*) from obstacles where position('Sinyal'::bytea in words) > 0"));
    }

    [Fact]
    public async Task Others_neither_see_nor_answer_it_and_a_strange_ticket_is_refused()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var far = await world.CaseAsync(DeskWorld.Yamansari, village: "33.28.06.2005");
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var tono = await app.OpenAsync(await world.OfficerAsync("Tono", (Role.FrontOffice, DeskWorld.Yamansari)));
        var tksk = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));

        var strange = await rini.PostAsync("/kendala", "/kendala", ("Form.Unit", DeskWorld.Jatibogor), ("Form.Jenis", "Rules"), ("Form.Isi", Words), ("Form.Tiket", far.Ticket));
        var other = await rini.PostAsync("/kendala", "/kendala", ("Form.Unit", DeskWorld.Yamansari), ("Form.Jenis", "Rules"), ("Form.Isi", Words));
        await rini.PostAsync("/kendala", "/kendala", ("Form.Unit", DeskWorld.Jatibogor), ("Form.Jenis", "Rules"), ("Form.Isi", Words));
        var id = $"{await world.Database.ScalarAsync("select id from obstacles")}";

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (strange.StatusCode, other.StatusCode));
        Assert.DoesNotContain(Words, await tono.TextAsync("/kendala"), StringComparison.Ordinal);
        Assert.Contains(Words, await tksk.TextAsync("/kendala"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tksk.PostAsync("/kendala", "/kendala?handler=answer", ("id", id), ("jawaban", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tono.PostAsync("/kendala", "/kendala?handler=close", ("id", id), ("tutup", "true"))).StatusCode);
    }
}
