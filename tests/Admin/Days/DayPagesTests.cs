using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.Days;

public sealed class DayPagesTests
{
    private const string Calendar = "/kalender";

    [Fact]
    public async Task Local_holiday_and_closure_move_due_days_without_a_restart()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var book = app.Services.GetRequiredService<WorkCalendarBook>();
        var office = new Office(DeskWorld.Tegal, DeskWorld.Jatibogor);
        var before = book.Current.For(office).DueAfterWorkingDays(world.Clock.GetUtcNow(), 1);

        await dinsos.PostAsync(Calendar, $"{Calendar}?handler=holiday", ("hari", "2026-11-13"), ("nama", "Hari jadi kabupaten"));
        await dinsos.PostAsync(Calendar, $"{Calendar}?handler=close", ("unit", DeskWorld.Jatibogor), ("dari", "2026-11-16"), ("sampai", "2026-11-17"), ("alasan", "Banjir"));
        await using (var work = world.Open()) await book.RefreshAsync(work.Storage, TestContext.Current.CancellationToken);

        var after = book.Current.For(office).DueAfterWorkingDays(world.Clock.GetUtcNow(), 1);
        Assert.Equal((new DateOnly(2026, 11, 13), new DateOnly(2026, 11, 18)), (before, after));
        var page = await dinsos.TextAsync(Calendar);
        foreach (var words in new[] { "Hari jadi kabupaten · libur daerah", "Puskesos Jatibogor", "Banjir" }) Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_free_day_shows_its_effect_before_it_is_saved()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));

        var effect = await EffectAsync(dinsos, "2026-11-13");
        var yesterday = await dinsos.PostAsync(Calendar, $"{Calendar}?handler=preview", ("aksi", "holiday"), ("hari", "2026-11-11"), ("nama", "Kemarin"));
        var strange = await dinsos.PostAsync(Calendar, $"{Calendar}?handler=preview", ("aksi", "remove"), ("id", "999"));

        foreach (var words in new[] { "0 pengingat bergeser", "action=\"/kalender?handler=holiday\"", "name=\"hari\" value=\"2026-11-13\"" }) Assert.Contains(words, effect, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound), (yesterday.StatusCode, strange.StatusCode));
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from holidays where regency_code is not null"));
    }

    private static async Task<string> EffectAsync(Browser dinsos, string day)
    {
        var answer = await dinsos.PostAsync(Calendar, $"{Calendar}?handler=preview", ("aksi", "holiday"), ("hari", day), ("nama", "Hari jadi kabupaten"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Own_days_are_taken_back_and_the_decree_stays()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        await using (var work = world.Open())
        {
            work.Storage.Add(new Holiday { Day = new DateOnly(2026, 12, 25), Kind = HolidayKind.National, Name = "Natal" });
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await dinsos.PostAsync(Calendar, $"{Calendar}?handler=holiday", ("hari", "2026-11-13"), ("nama", "Hari jadi"));
        var own = await world.Database.ScalarAsync("select id from holidays where regency_code = '33.28'");
        var decree = await world.Database.ScalarAsync("select id from holidays where regency_code is null");

        Assert.Equal(HttpStatusCode.NotFound, (await dinsos.PostAsync(Calendar, $"{Calendar}?handler=remove", ("id", $"{decree}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await dinsos.PostAsync(Calendar, $"{Calendar}?handler=remove", ("id", $"{own}"))).StatusCode);
        Assert.Equal("Natal", await world.Database.ScalarAsync("select name from holidays"));
    }

    [Theory]
    [InlineData("holiday", "hari", "2020-01-01")]
    [InlineData("holiday", "nama", "")]
    [InlineData("close", "sampai", "2026-11-01")]
    [InlineData("close", "alasan", "")]
    public async Task Days_that_make_no_sense_are_not_saved(string handler, string field, string value)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        (string, string)[] filled = [("hari", "2026-11-13"), ("nama", "Hari jadi"), ("unit", DeskWorld.Jatibogor), ("dari", "2026-11-16"), ("sampai", "2026-11-17"), ("alasan", "Banjir")];

        var answer = await dinsos.PostAsync(Calendar, $"{Calendar}?handler={handler}", [.. filled.Where(one => one.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0L, await world.Database.ScalarAsync("select (select count(*) from holidays) + (select count(*) from unit_closures)"));
    }

    [Fact]
    public async Task Only_dinsos_closes_offices_and_only_its_own()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var dinsos = await app.OpenAsync(await world.OfficerAsync("Bu Dewi", (Role.Dinsos, DeskWorld.Tegal)));
        var slrt = await app.OpenAsync(await world.OfficerAsync("Bu Lestari", (Role.Slrt, DeskWorld.Tegal)));
        (string, string)[] closure = [("unit", "PKS-35.73.01.1001"), ("dari", "2026-11-16"), ("sampai", "2026-11-17"), ("alasan", "Banjir")];

        Assert.Equal(HttpStatusCode.NotFound, (await dinsos.PostAsync(Calendar, $"{Calendar}?handler=close", closure)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await slrt.GetAsync(Calendar)).StatusCode);
        foreach (var handler in new[] { "holiday", "close", "remove", "reopen" })
            Assert.Equal(HttpStatusCode.NotFound, (await slrt.PostAsync("/akun", $"{Calendar}?handler={handler}", closure)).StatusCode);
    }
}
