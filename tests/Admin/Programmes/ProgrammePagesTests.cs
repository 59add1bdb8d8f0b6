using System.Net;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Programmes;

public sealed class ProgrammePagesTests
{
    private const string New = "/program/baru";

    private static readonly (string, string)[] Filled =
    [
        ("Form.Versi", "0"), ("Form.Nama", "PKH"), ("Form.Kata", "program keluarga harapan, Keluarga Harapan"), ("Form.Ringkas", "bantuan tunai bersyarat."),
        ("Form.Syarat", "keluarga kurang mampu."), ("Form.Berkas", "KTP dan KK."), ("Form.Cara", "di Puskesos."), ("Form.Pemilik", "Dinas Sosial Kabupaten Tegal"), ("Form.Tanggal", "2026-10-15"),
    ];

    [Fact]
    public async Task Dinsos_previews_drafts_publishes_and_withdraws_with_history()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var preview = WebUtility.HtmlDecode(await (await dinsos.PostAsync(New, $"{New}?handler=preview", Filled)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var drafted = await dinsos.PostAsync(New, $"{New}?handler=draft", Filled);

        Assert.Contains(
            "PKH: bantuan tunai bersyarat.\nSyarat: keluarga kurang mampu.\nYang dibawa: KTP dan KK.\nCara mengurus: di Puskesos.\nGratis, tidak dipungut biaya.\n" +
            "Keterangan dari Dinas Sosial Kabupaten Tegal, diperiksa Kamis, 15 Oktober.", preview, StringComparison.Ordinal);
        var page = drafted.Headers.Location!.OriginalString;
        Assert.Empty(await ReadAsync(world));

        await dinsos.PostAsync(page, $"{page}?handler=publish", With("1", "bantuan tunai bersyarat dari Kemensos."));
        Assert.Equal(("PKH", "bantuan tunai bersyarat dari Kemensos."), Assert.Single(await ReadAsync(world)) is var told ? (told.Name, told.Summary) : default);
        Assert.Equal(["program keluarga harapan", "keluarga harapan"], Assert.Single(await ReadAsync(world)).Words);

        await dinsos.PostAsync(page, $"{page}?handler=draft", With("2", "isi yang belum selesai."));
        Assert.Equal("bantuan tunai bersyarat dari Kemensos.", Assert.Single(await ReadAsync(world)).Summary);
        var history = await dinsos.TextAsync(page);
        foreach (var line in new[] { "Versi 1: Draf", "Versi 2: Diterbitkan", "Versi 3: Draf", "Bu Dewi, ", "Pakai isi ini lagi" }) Assert.Contains(line, history, StringComparison.Ordinal);
        Assert.Contains("value=\"3\"", await dinsos.TextAsync($"{page}?versi=1"), StringComparison.Ordinal);

        await dinsos.PostAsync(page, $"{page}?handler=withdraw", ("Form.Versi", "3"));
        Assert.Empty(await ReadAsync(world));
    }

    [Fact]
    public async Task Second_officer_does_not_overwrite_the_first()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var page = (await dinsos.PostAsync(New, $"{New}?handler=publish", Filled)).Headers.Location!.OriginalString;

        await dinsos.PostAsync(page, $"{page}?handler=publish", With("1", "dari yang pertama."));
        var late = await dinsos.PostAsync(page, $"{page}?handler=publish", With("1", "dari yang kedua."));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("dari yang pertama.", Assert.Single(await ReadAsync(world)).Summary);
    }

    [Theory]
    [InlineData("Form.Nama", "")]
    [InlineData("Form.Ringkas", "")]
    [InlineData("Form.Pemilik", "")]
    [InlineData("Form.Tanggal", "2027-01-01")]
    [InlineData("Form.Nama", "Nama yang terlalu panjang untuk tombol")]
    public async Task Incomplete_entry_is_shown_again_and_not_saved(string field, string value)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var answer = await dinsos.PostAsync(New, $"{New}?handler=publish", [.. Filled.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("aria-invalid=\"true\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from programme_versions"));
    }

    [Fact]
    public async Task Others_read_what_residents_read_and_change_nothing()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var published = (await dinsos.PostAsync(New, $"{New}?handler=publish", Filled)).Headers.Location!.OriginalString;
        await dinsos.PostAsync(New, $"{New}?handler=draft", With("0", "belum untuk siapa pun."));
        await world.Database.ScalarAsync("insert into programme_questions (regency_code, programme_id, day, times) values ('33.28', null, '2026-11-10', 7)");
        var rini = await app.OpenAsync(await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var list = await rini.TextAsync("/program");

        Assert.Contains("bantuan tunai bersyarat.", list, StringComparison.Ordinal);
        Assert.Contains("7 pertanyaan dalam 30 hari belum ada jawabannya", list, StringComparison.Ordinal);
        Assert.DoesNotContain("belum untuk siapa pun", list, StringComparison.Ordinal);
        foreach (var path in new[] { published, New }) Assert.Equal(HttpStatusCode.NotFound, (await rini.GetAsync(path)).StatusCode);
        foreach (var handler in new[] { "preview", "draft", "publish", "withdraw" })
            Assert.Equal(HttpStatusCode.NotFound, (await rini.PostAsync("/akun", $"{published}?handler={handler}", With("1", "diubah."))).StatusCode);
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from programme_versions"));
    }

    private static (string, string)[] With(string version, string summary) =>
        [.. Filled.Select(one => one.Item1 switch { "Form.Versi" => (one.Item1, version), "Form.Ringkas" => (one.Item1, summary), _ => one })];

    private static async Task<IReadOnlyList<ProgrammeText>> ReadAsync(DeskWorld world)
    {
        await using var work = world.Open();
        return [.. (await ProgrammeEditing.PublishedAsync(work.Storage, TestContext.Current.CancellationToken)).Select(one => one.Text)];
    }
}
