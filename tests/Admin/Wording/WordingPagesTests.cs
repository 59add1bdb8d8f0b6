using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Officers;
using Puskesos.Core.Texts;

namespace Puskesos.Tests.Admin.Wording;

public sealed class WordingPagesTests
{
    private const string Page = "/teks/CaseChecked_ToResident?bahasa=id";
    private const string Own = "Kabar tiket {ticket}: {officer} di {unit} mulai memeriksa. Sabar ya, Bapak/Ibu.";

    [Fact]
    public async Task Own_wording_is_previewed_saved_used_without_a_restart_and_taken_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var preview = WebUtility.HtmlDecode(await (await dinsos.PostAsync(Page, $"{Page}&handler=preview", ("versi", "0"), ("teks", Own))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var saved = await dinsos.PostAsync(Page, $"{Page}&handler=save", ("versi", "0"), ("teks", Own));
        await app.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Kabar tiket TGL-2611-0042-7: Rini di Puskesos Jatibogor mulai memeriksa.", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.EndsWith("Sabar ya, Bapak/Ibu.", Assert.Single(await CheckedAsync(world, rini)), StringComparison.Ordinal);
        Assert.Contains("CaseChecked_ToResident", await dinsos.TextAsync("/teks"), StringComparison.Ordinal);

        await dinsos.PostAsync(Page, $"{Page}&handler=back", ("versi", "1"), ("teks", Own));
        await app.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Sabar ya", Assert.Single(await CheckedAsync(world, rini)), StringComparison.Ordinal);
        var history = await dinsos.TextAsync(Page);
        foreach (var line in new[] { "Versi 1", "Versi 2", "Kembali ke bawaan", "Bu Dewi, " }) Assert.Contains(line, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wording_of_one_regency_is_not_read_in_another()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        await dinsos.PostAsync(Page, $"{Page}&handler=save", ("versi", "0"), ("teks", Own));
        await app.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(TestContext.Current.CancellationToken);

        var texts = app.Services.GetRequiredService<TextCatalog>();
        Assert.Equal(Own, texts.For(DeskWorld.Tegal).Get("CaseChecked_ToResident"));
        Assert.Equal(TextCatalog.Default("CaseChecked_ToResident", "id"), texts.For("35.73").Get("CaseChecked_ToResident"));
    }

    [Fact]
    public async Task Wording_with_a_fault_or_upon_an_older_version_is_not_saved()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var faulty = await dinsos.PostAsync(Page, $"{Page}&handler=save", ("versi", "0"), ("teks", "Tiket sedang diperiksa {siapa}."));
        await dinsos.PostAsync(Page, $"{Page}&handler=save", ("versi", "0"), ("teks", Own));
        var late = await dinsos.PostAsync(Page, $"{Page}&handler=save", ("versi", "0"), ("teks", Own + " Lagi."));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (faulty.StatusCode, late.StatusCode));
        var words = WebUtility.HtmlDecode(await faulty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var problem in new[] { "Celah {ticket} hilang.", "Celah {siapa} tidak dikenal" }) Assert.Contains(problem, words, StringComparison.Ordinal);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from text_overrides"));
    }

    [Fact]
    public async Task Consent_officers_texts_and_other_roles_are_kept_out()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var tksk = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));

        Assert.DoesNotContain("<textarea", await dinsos.TextAsync("/teks/AskConsent_Question"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dinsos.PostAsync("/akun", "/teks/AskConsent_Question?handler=save", ("versi", "0"), ("teks", "Setuju?\n1 Ya\n2 Tidak"))).StatusCode);
        foreach (var path in new[] { "/teks/Emergency_EscalatedToOfficer", "/teks/TidakAda", "/teks/CaseChecked_ToResident?bahasa=xx" })
            Assert.Equal(HttpStatusCode.NotFound, (await dinsos.GetAsync(path)).StatusCode);
        foreach (var path in new[] { "/teks", Page }) Assert.Equal(HttpStatusCode.NotFound, (await tksk.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tksk.PostAsync("/akun", $"{Page}&handler=save", ("versi", "0"), ("teks", Own))).StatusCode);
    }

    private static async Task<IReadOnlyList<string>> CheckedAsync(DeskWorld world, Browser rini)
    {
        var filed = await world.CaseAsync();
        var version = await rini.VersionAsync(filed.Ticket);
        await rini.PostAsync($"/kasus/{filed.Ticket}", $"/kasus/{filed.Ticket}?handler=move", ("aksi", "StartCheck"), ("Form.Versi", version));
        return await world.ToldAsync(filed.Id);
    }
}
