using System.Net;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;

namespace Puskesos.Tests.Admin.Units;

public sealed class UnitPagesTests
{
    /// <summary>A village of the demo area without a Puskesos of its own.</summary>
    private const string Area = "33.28.16.2001";

    private const string Page = $"/unit/PKS-{Area}";

    private static readonly (string, string)[] Card = [("wilayah", Area), ("Form.Nama", "Puskesos Baru"), ("Form.Alamat", "Balai desa"), ("Form.Tetangga", "true")];

    [Fact]
    public async Task A_unit_is_opened_step_by_step_and_gets_cases_from_the_last_step_on()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var before = await RouteAsync(world);

        var begun = await dinsos.PostAsync("/unit", "/unit", Card);
        var early = await dinsos.PostAsync(Page, $"{Page}?handler=open");
        await dinsos.PostAsync(Page, $"{Page}?handler=hours", ("buka", "08:00"), ("tutup", "14:00"));
        var invited = WebUtility.HtmlDecode(await (await dinsos.PostAsync(Page, $"{Page}?handler=invite", ("Officer.Nama", "Siti"), ("Officer.Email", "siti@example.id"), ("Officer.Peran", "FrontOffice"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var tried = WebUtility.HtmlDecode(await (await dinsos.PostAsync(Page, $"{Page}?handler=try", ("pesan", "kis ibu saya mati mau berobat"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var untouched = await RouteAsync(world);
        var opened = await dinsos.PostAsync(Page, $"{Page}?handler=open");

        Assert.Equal((HttpStatusCode.Redirect, Page), (begun.StatusCode, begun.Headers.Location?.OriginalString));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (early.StatusCode, opened.StatusCode));
        Assert.Contains("/undangan/", invited, StringComparison.Ordinal);
        foreach (var words in new[] { "KIS/BPJS gratis mati", "Puskesos Baru (sekarang:" }) Assert.Contains(words, tried, StringComparison.Ordinal);
        Assert.Equal(before, untouched);
        Assert.Equal(new RouteDecision($"PKS-{Area}", "Puskesos Baru", UnitKind.Desa, RouteRule.OwnVillage), await RouteAsync(world));
    }

    [Fact]
    public async Task A_place_has_one_unit_and_only_dinsos_opens_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var tksk = await app.OpenAsync(await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi)));

        await dinsos.PostAsync("/unit", "/unit", Card);
        var twice = await dinsos.PostAsync("/unit", "/unit", Card);
        var taken = await dinsos.PostAsync("/unit", "/unit", [("wilayah", "33.28.16.2007"), .. Card.Skip(1)]);
        var hours = await dinsos.PostAsync(Page, $"{Page}?handler=hours", ("buka", "15:00"), ("tutup", "08:00"));

        Assert.All([twice, taken, hours], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(1L, await world.Database.ScalarAsync($"select count(*) from puskesos_units where area_code = '{Area}'"));
        Assert.Equal(HttpStatusCode.NotFound, (await tksk.PostAsync("/akun", "/unit", Card)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tksk.PostAsync("/akun", $"{Page}?handler=open")).StatusCode);
    }

    private static async Task<RouteDecision> RouteAsync(DeskWorld world)
    {
        await using var work = world.Open();
        return await new PuskesosRouter(work.Storage).RouteAsync(Area, RouteBypass.None, null, DateOnly.FromDateTime(world.Clock.GetUtcNow().Date), TestContext.Current.CancellationToken);
    }
}
