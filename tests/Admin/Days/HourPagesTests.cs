using System.Net;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Days;

public sealed class HourPagesTests
{
    private const string Hours = "/kalender/jam";

    [Fact]
    public async Task The_dinsos_sets_ramadan_and_says_who_works_on_cuti_bersama()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        Assert.Equal(HttpStatusCode.Redirect, (await dinsos.PostAsync(Hours, $"{Hours}?handler=ramadan", ("dari", "2027-02-08"), ("sampai", "2027-03-09"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await dinsos.PostAsync(Hours, $"{Hours}?handler=leave", ("unit", ""), ("kerja", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await dinsos.PostAsync(Hours, $"{Hours}?handler=leave", ("unit", DeskWorld.Jatibogor), ("kerja", "false"))).StatusCode);

        var page = await dinsos.TextAsync(Hours);
        foreach (var words in new[] { "8 Feb", "9 Mar", "Semua kantor", "Puskesos Jatibogor", "tetap bekerja" }) Assert.Contains(words, page, StringComparison.Ordinal);
        var id = await world.Database.ScalarAsync("select id from work_hours_profiles where first_day is not null");
        Assert.Equal(HttpStatusCode.Redirect, (await dinsos.PostAsync(Hours, $"{Hours}?handler=remove", ("id", $"{id}"))).StatusCode);
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from work_hours_profiles where first_day is null"));
        Assert.Equal(4L, await world.Database.ScalarAsync("select version from calendar_versions"));
    }

    [Theory]
    [InlineData("ramadan", "sampai", "2027-05-09", HttpStatusCode.UnprocessableEntity)]
    [InlineData("ramadan", "dari", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("leave", "kerja", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("leave", "unit", "PKS-35.73.01.1001", HttpStatusCode.NotFound)]
    [InlineData("remove", "id", "999", HttpStatusCode.NotFound)]
    public async Task Hours_that_make_no_sense_are_not_saved(string handler, string field, string value, HttpStatusCode answer)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        (string, string)[] filled = [("dari", "2027-02-08"), ("sampai", "2027-03-09"), ("unit", DeskWorld.Jatibogor), ("kerja", "true"), ("id", "1")];

        Assert.Equal(answer, (await dinsos.PostAsync(Hours, $"{Hours}?handler={handler}", [.. filled.Where(one => one.Item1 != field), (field, value)])).StatusCode);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from work_hours_profiles"));
    }
}
