using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Needs;

public sealed class NeedPagesTests
{
    private const string Page = "/kategori/BANSOS_USUL";

    private static readonly (string, string)[] Changed =
        [("Form.Versi", "0"), ("Form.Nama", "Usul bansos"), ("Form.Aktif", "true"), ("Form.Wajib", "KTP"), ("Form.Membantu", "SKTM"), ("Form.Alasan", "Nama lama disalahpahami")];

    [Fact]
    public async Task A_new_name_and_checklist_is_previewed_and_holds_without_a_restart()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        await world.CaseAsync();

        var preview = WebUtility.HtmlDecode(await (await dinsos.PostAsync(Page, $"{Page}?handler=preview", Changed)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from need_versions"));
        Assert.Equal(HttpStatusCode.Redirect, (await dinsos.PostAsync(Page, $"{Page}?handler=save", Changed)).StatusCode);
        await app.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(TestContext.Current.CancellationToken);

        foreach (var words in new[] { "Mohon kirim foto: KTP.", "1 kasus jenis ini masuk dalam 30 hari terakhir. 1 masih terbuka" }) Assert.Contains(words, preview, StringComparison.Ordinal);
        Assert.Matches("[1-5] Usul bansos", preview);
        var here = app.Services.GetRequiredService<CatalogueSnapshot>().Of(DeskWorld.Tegal);
        var elsewhere = app.Services.GetRequiredService<CatalogueSnapshot>().Of("33.29");
        Assert.Equal(("Usul bansos", "Ingin dapat bansos"), (here["BANSOS_USUL"].Label, elsewhere["BANSOS_USUL"].Label));
        Assert.Equal(["KTP"], here.RequiredDocuments(["BANSOS_USUL"]));
        Assert.Equal(["SKTM"], here.HelpfulDocuments(["BANSOS_USUL"]));
        Assert.Equal(["KTP", "KK"], elsewhere.RequiredDocuments(["BANSOS_USUL"]));
    }

    [Fact]
    public async Task A_need_switched_off_is_offered_to_nobody_and_its_cases_keep_their_name()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await world.CaseAsync(needs: "USAHA");
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        await dinsos.PostAsync("/kategori/USAHA", "/kategori/USAHA?handler=save", ("Form.Versi", "0"), ("Form.Nama", "Modal usaha / kerja"), ("Form.Wajib", "KTP"), ("Form.Alasan", "Anggaran habis"));
        await app.Services.GetRequiredService<CatalogueRefresh>().RefreshAsync(TestContext.Current.CancellationToken);

        var catalogue = app.Services.GetRequiredService<CatalogueSnapshot>().Of(DeskWorld.Tegal);
        Assert.False(catalogue.Offers("USAHA"));
        Assert.DoesNotContain(catalogue.Group(6), need => need.Code == "USAHA");
        Assert.DoesNotContain("value=\"USAHA\"", await rini.TextAsync("/loket"), StringComparison.Ordinal);
        Assert.Contains("Modal usaha / kerja", await rini.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUNGLI", "Jenis ini selalu ditawarkan", null)]
    [InlineData("DATA", null, "satu-satunya jenis di menunya")]
    public async Task Ways_past_the_village_and_the_last_need_of_a_menu_stay(string code, string? shown, string? refused)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var label = CatalogueIndex.Seed[code].Label;

        var page = await dinsos.TextAsync($"/kategori/{code}");
        var answer = await dinsos.PostAsync($"/kategori/{code}", $"/kategori/{code}?handler=save", ("Form.Versi", "0"), ("Form.Nama", label), ("Form.Wajib", "KTP"), ("Form.Wajib", "KK"), ("Form.Alasan", "Coba"));

        if (shown is not null) Assert.Contains(shown, page, StringComparison.Ordinal);
        if (refused is not null) Assert.Contains(refused, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from need_versions where not is_active"));
    }

    [Fact]
    public async Task Faults_are_told_a_late_save_loses_and_the_standard_comes_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var faulty = await dinsos.PostAsync(Page, $"{Page}?handler=save", ("Form.Versi", "0"), ("Form.Nama", "Bansos tidak cair"), ("Form.Aktif", "true"), ("Form.Wajib", "KTP"), ("Form.Membantu", "KTP"), ("Form.Alasan", ""));
        await dinsos.PostAsync(Page, $"{Page}?handler=save", Changed);
        var late = await dinsos.PostAsync(Page, $"{Page}?handler=save", Changed);
        var back = await dinsos.PostAsync(Page, $"{Page}?handler=back", ("Form.Versi", "1"), ("Form.Alasan", "Kembali"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.Redirect), (faulty.StatusCode, late.StatusCode, back.StatusCode));
        var told = WebUtility.HtmlDecode(await faulty.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var fault in new[] { "Nama ini sudah dipakai jenis lain.", "Berkas tidak boleh ditandai dua kali", "Tulis alasannya" }) Assert.Contains(fault, told, StringComparison.Ordinal);
        var page = await dinsos.TextAsync(Page);
        foreach (var words in new[] { "Ingin dapat bansos", "Versi 2", "Kembali", "Bu Dewi" }) Assert.Contains(words, page, StringComparison.Ordinal);
    }
}
