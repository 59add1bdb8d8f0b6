using System.Net;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Breaches;

/// <summary>The log of data breaches: three times twenty-four hours to tell the persons and the authority, and every change kept.</summary>
public sealed class BreachPagesTests : IAsyncLifetime
{
    private DeskWorld world = null!;
    private AdminApp app = null!;
    private Browser ratna = null!;
    private Browser dinsos = null!;

    public async ValueTask InitializeAsync()
    {
        world = await DeskWorld.CreateAsync();
        app = new AdminApp(world);
        ratna = await app.OpenAsync(await world.OfficerAsync("Bu Ratna", (Role.DataProtection, DeskWorld.Tegal)));
        dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_breach_is_recorded_told_and_every_change_stays_with_what_stood_there_before()
    {
        var made = await RecordAsync();
        var waiting = await ratna.TextAsync("/insiden");
        var start = await ratna.TextAsync("/kasus");
        world.Clock.Advance(TimeSpan.FromHours(80));
        var late = await ratna.TextAsync("/kasus");

        var saved = await ratna.PostAsync(made, made, [.. Filled(people: "12", version: "0"), ("Form.OrangTahu", "12-11-2026"), ("Form.OrangCara", "surat"), ("Form.LembagaTahu", "13-11-2026"), ("Form.LembagaSurat", "800/12/2026")]);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Sisa", waiting, StringComparison.Ordinal);
        Assert.Contains("Insiden data: 1 belum", start, StringComparison.Ordinal);
        Assert.Contains("1 lewat batas", late, StringComparison.Ordinal);
        var page = await dinsos.TextAsync(made);
        foreach (var words in new[] { "dari (kosong) menjadi 12", "dari (kosong) menjadi 12 Nov 2026", "dari (kosong) menjadi 800/12/2026", "Bu Ratna", "Semua sudah diberi tahu" }) Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(5L, await world.Database.ScalarAsync("select count(*) from breach_changes"));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from data_breaches where position('Laptop'::bytea in facts) > 0"));
        Assert.DoesNotContain("Insiden data", await ratna.TextAsync("/kasus"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_tab_changed_meanwhile_is_not_written_over()
    {
        var made = await RecordAsync();
        await ratna.PostAsync(made, made, Filled(people: "12", version: "0"));

        var second = await ratna.PostAsync(made, made, Filled(people: "99", version: "0"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("value=\"99\"", page, StringComparison.Ordinal);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from breach_changes"));
    }

    [Fact]
    public async Task The_letter_says_what_the_law_asks_for()
    {
        var made = await RecordAsync();

        var letter = await dinsos.TextAsync($"{made}/surat");

        foreach (var words in new[] { "Laptop kantor hilang di angkot", "foto KTP dan nomor HP", "Sandi diganti", "Bu Ratna", "KABUPATEN TEGAL" }) Assert.Contains(words, letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dinsos_reads_and_does_not_write_and_nothing_is_found_in_the_time_to_come()
    {
        var made = await RecordAsync();

        var changed = await dinsos.PostAsync("/insiden", made, Filled(people: "5", version: "0"));
        var recorded = await dinsos.PostAsync("/insiden", "/insiden", Filled());
        var future = await ratna.PostAsync("/insiden", "/insiden", [.. Filled().Where(field => field.Item1 != "Form.Hari"), ("Form.Hari", "01-11-2030")]);
        var missing = await ratna.PostAsync("/insiden", "/insiden", [.. Filled().Where(field => field.Item1 != "Form.Tindakan")]);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (changed.StatusCode, recorded.StatusCode));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (future.StatusCode, missing.StatusCode));
        Assert.DoesNotContain("Catat insiden", await dinsos.TextAsync("/insiden"), StringComparison.Ordinal);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from data_breaches"));
    }

    private async Task<string> RecordAsync()
    {
        var saved = await ratna.PostAsync("/insiden", "/insiden", Filled());
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        return saved.Headers.Location!.OriginalString;
    }

    private static (string, string)[] Filled(string people = "", string version = "0") =>
        [
            ("Form.Hari", "12-11-2026"), ("Form.Jam", "08.00"), ("Form.Kejadian", "Laptop kantor hilang di angkot"), ("Form.Data", "foto KTP dan nomor HP"), ("Form.Orang", people), ("Form.Tindakan", "Sandi diganti"), ("Form.Versi", version),
        ];
}
