using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Agencies;

public sealed class AgencyPagesTests
{
    private static readonly (string, string)[] Form =
        [("Form.Jenis", "CivilRegistry"), ("Form.Nama", "Dukcapil Slawi"), ("Form.Telepon", "(0283) 123456"), ("Form.Jam", "Senin–Jumat 08.00–15.00"), ("Form.Alamat", "Jalan Contoh 1"), ("Form.Aktif", "true")];

    [Fact]
    public async Task Dinsos_keeps_the_book_everybody_reads_it_and_a_referral_offers_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await world.CaseAsync(status: CaseStatus.Visit);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor), (Role.BackOffice, DeskWorld.Jatibogor)));

        Assert.Equal(HttpStatusCode.Redirect, (await dinsos.PostAsync("/instansi/baru", "/instansi/baru", Form)).StatusCode);
        var twice = await dinsos.PostAsync("/instansi/baru", "/instansi/baru", Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        var book = await rini.TextAsync("/instansi");
        foreach (var words in new[] { "Dukcapil Slawi", "href=\"tel:0283123456\"", "Jalan Contoh 1" }) Assert.Contains(words, book, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Dukcapil Slawi\">", await rini.TextAsync($"/kasus/{filed.Ticket}/rujukan"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rini.PostAsync("/instansi", "/instansi/baru", Form)).StatusCode);
    }

    [Fact]
    public async Task An_agency_that_is_switched_off_is_offered_no_more()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var slrt = await app.OpenAsync(await world.OfficerAsync("Pak Bayu", (Role.Slrt, DeskWorld.Tegal)));
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));
        await slrt.PostAsync("/instansi/baru", "/instansi/baru", Form);
        var id = await world.Database.ScalarAsync("select id from agencies");

        await slrt.PostAsync($"/instansi/{id}", $"/instansi/{id}", [.. Form.Where(field => field.Item1 != "Form.Aktif"), ("Form.Aktif", "false")]);

        Assert.DoesNotContain("Dukcapil Slawi", await rini.TextAsync("/instansi"), StringComparison.Ordinal);
        Assert.Contains("tidak dipakai", await slrt.TextAsync("/instansi"), StringComparison.Ordinal);
    }
}
