using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;

namespace Puskesos.Tests.Admin.Places;

public sealed class PlacePagesTests
{
    private const string TheNames = "/wilayah/nama";

    [Fact]
    public async Task Coverage_shows_the_own_area_and_who_serves_each_village()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var tksk = await app.OpenAsync(await world.OfficerAsync("Fajar", (Role.Tksk, DeskWorld.Suradadi)));

        var whole = await dinsos.TextAsync("/wilayah");
        var own = await tksk.TextAsync("/wilayah");
        var csv = await dinsos.GetAsync("/wilayah?handler=csv");

        Assert.Contains("22 dari 287 desa", whole, StringComparison.Ordinal);
        Assert.Contains("Kecamatan Lebaksiu", whole, StringComparison.Ordinal);
        Assert.Contains("Kecamatan Suradadi", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Kecamatan Lebaksiu", own, StringComparison.Ordinal);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        var rows = Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n");
        Assert.Equal(1 + 287 - 22, rows.Length);
        Assert.Contains(rows, row => row == "\"33.28.16.2001\",\"Karangwuluh\",\"Suradadi\",\"Puskesos Kecamatan Suradadi\",\"subdistrict\"");
    }

    [Theory]
    [InlineData(Role.FrontOffice, DeskWorld.Jatibogor)]
    [InlineData(Role.BackOffice, DeskWorld.Jatibogor)]
    [InlineData(Role.Fasilitator, DeskWorld.Jatibogor)]
    [InlineData(Role.VillageHead, DeskWorld.Jatibogor)]
    [InlineData(Role.Pkh, DeskWorld.Suradadi)]
    [InlineData(Role.DataProtection, DeskWorld.Tegal)]
    public async Task Pages_about_places_are_not_there_for_others(Role role, string area)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var miss = await MissAsync(world, "jatibogr suradi");
        var browser = await app.OpenAsync(await world.OfficerAsync("A", (role, area)));

        foreach (var page in new[] { "/wilayah", "/wilayah?handler=csv", TheNames })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/akun", $"{TheNames}?handler=teach", ("id", $"{miss}"), ("kode", "33.28.16.2007"))).StatusCode);
    }

    [Fact]
    public async Task Name_is_taught_by_one_click_and_known_without_a_restart()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await RefreshAsync(app);
        var miss = await MissAsync(world, "jatiobor pantura", times: 4);
        var tksk = await app.OpenAsync(await world.OfficerAsync("Fajar", (Role.Tksk, DeskWorld.Suradadi)));

        var before = await tksk.TextAsync(TheNames);
        var taught = await tksk.PostAsync(TheNames, $"{TheNames}?handler=teach", ("id", $"{miss}"), ("kode", "33.28.16.2007"));
        await RefreshAsync(app);

        Assert.Contains("“jatiobor pantura”", before, StringComparison.Ordinal);
        Assert.Contains("4 kali", before, StringComparison.Ordinal);
        Assert.Contains("Jatibogor, Suradadi</button>", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, taught.StatusCode);
        var found = app.Services.GetRequiredService<LivePlaceIndex>().Current.Find("saya di jatiobor pantura bu", PlaceScope.OfRegency(DeskWorld.Tegal));
        Assert.Equal(["33.28.16.2007"], found.Candidates.Select(village => village.Code));
        Assert.DoesNotContain("4 kali", await tksk.TextAsync(TheNames), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taught_name_can_be_taken_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await RefreshAsync(app);
        var miss = await MissAsync(world, "balai bambu");
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        await dinsos.PostAsync(TheNames, $"{TheNames}?handler=teach", ("id", $"{miss}"), ("desa", "yamansari, lebaksiu"));
        var id = (long)(await world.Database.ScalarAsync("select id from village_aliases where alias = 'balai bambu' and village_code = '33.28.06.2005'"))!;

        var answer = await dinsos.PostAsync(TheNames, $"{TheNames}?handler=forget", ("id", $"{id}"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from village_aliases where alias = 'balai bambu'"));
    }

    [Fact]
    public async Task Field_without_a_village_asks_again()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        await RefreshAsync(app);
        var miss = await MissAsync(world, "balai bambu");
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var answer = await dinsos.PostAsync(TheNames, $"{TheNames}?handler=teach", ("id", $"{miss}"), ("desa", "entah"));

        Assert.Contains("Pilih desa dari daftar", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tksk_teaches_only_in_the_own_sub_district_and_nobody_in_another_regency()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using (var work = world.Open())
        {
            await JourneyPlaces.AddBrebesAsync(work.Storage, TestContext.Current.CancellationToken);
        }

        await using var app = new AdminApp(world);
        var here = await MissAsync(world, "balai bambu");
        var there = await MissAsync(world, "rumah kapal", regency: JourneyPlaces.Brebes);
        var tksk = await app.OpenAsync(await world.OfficerAsync("Fajar", (Role.Tksk, DeskWorld.Suradadi)));
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var page = await dinsos.TextAsync(TheNames);
        HttpResponseMessage[] refused =
        [
            await tksk.PostAsync(TheNames, $"{TheNames}?handler=teach", ("id", $"{here}"), ("kode", "33.28.06.2005")),
            await dinsos.PostAsync(TheNames, $"{TheNames}?handler=teach", ("id", $"{here}"), ("kode", JourneyPlaces.Bulakelor)),
            await dinsos.PostAsync(TheNames, $"{TheNames}?handler=teach", ("id", $"{there}"), ("kode", "33.28.06.2005")),
            await dinsos.PostAsync(TheNames, $"{TheNames}?handler=dismiss", ("id", $"{there}")),
        ];

        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.DoesNotContain("rumah kapal", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bulakelor", await dinsos.TextAsync("/wilayah"), StringComparison.Ordinal);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from village_aliases"));
    }

    [Fact]
    public async Task Form_without_the_token_of_its_page_is_refused()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var miss = await MissAsync(world, "balai bambu");
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var answer = await dinsos.PostBareAsync($"{TheNames}?handler=dismiss", ("id", $"{miss}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from place_misses"));
    }

    [Fact]
    public async Task Pin_on_the_case_page_is_exact_only_for_who_visits()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var filed = await world.CaseAsync();
        await world.Database.ScalarAsync("update cases set pin_cipher = $1 where id = $2", new CasePin(world.Cipher).Seal(new MapPoint(-6.872345, 109.251234)), filed.Id);
        var visitor = await app.OpenAsync(await world.OfficerAsync("Wawan", (Role.Fasilitator, DeskWorld.Jatibogor)));
        var desk = await app.OpenAsync(await world.OfficerAsync("Sri", (Role.FrontOffice, DeskWorld.Jatibogor)));

        var house = await visitor.TextAsync($"/kasus/{filed.Ticket}");
        var around = await desk.TextAsync($"/kasus/{filed.Ticket}");

        Assert.Contains("-6.872345, 109.251234", house, StringComparison.Ordinal);
        Assert.Contains("sekitar -6.87, 109.25", around, StringComparison.Ordinal);
        Assert.DoesNotContain("-6.8723", around, StringComparison.Ordinal);
    }

    private static async Task<long> MissAsync(DeskWorld world, string words, int times = 1, string regency = DeskWorld.Tegal)
    {
        await using var work = world.Open();
        var miss = new PlaceMiss { RegencyCode = regency, Words = words, Kind = MissKind.NotFound, Times = times, FirstAt = world.Clock.GetUtcNow(), LastAt = world.Clock.GetUtcNow() };
        work.Storage.Add(miss);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return miss.Id;
    }

    private static Task RefreshAsync(AdminApp app) => app.Services.GetRequiredService<LivePlaceIndex>().RefreshAsync(TestContext.Current.CancellationToken);
}
