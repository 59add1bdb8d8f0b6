using System.Globalization;
using System.Net;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Core.People;

namespace Puskesos.Tests.Admin.Cases;

/// <summary>The look into the aid data: result, decile, day and checker; three months later it is overdue and found (DOMAIN §2 F20).</summary>
public sealed class DataCheckTests
{
    [Fact]
    public async Task The_result_stands_on_the_case_with_day_and_checker()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var budi = await world.OfficerAsync("Budi", (Role.DataOperator, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(needs: "DATA");
        var browser = await app.OpenAsync(budi);
        var page = $"/kasus/{filed.Ticket}/data";

        Assert.Contains("Belum dicek.", await browser.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
        var saved = await browser.PostAsync(page, page, ("Form.Terdata", "true"), ("Form.Desil", "3"), ("Form.Tanggal", Days(world, 0)));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await browser.PostAsync(page, page, ("Form.Terdata", "true"), ("Form.Desil", "3"), ("Form.Tanggal", Days(world, 0)));

        var shown = await browser.TextAsync($"/kasus/{filed.Ticket}");
        Assert.Contains("Ditemukan, desil 3", shown, StringComparison.Ordinal);
        Assert.Contains(", Budi. Cek lagi mulai", shown, StringComparison.Ordinal);
        Assert.Contains("Data bantuan (DTSEN) dicek", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Lewat tiga bulan", shown, StringComparison.Ordinal);
        Assert.Equal(1, await world.Database.CountAsync("data_checks"));
        Assert.Single((await world.ReadAsync(filed.Id)).Events, line => line.Kind == CaseEventKind.DataChecked && line.OfficerId == budi.OfficerId);
    }

    [Fact]
    public async Task After_three_months_it_is_overdue_and_in_the_list()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Budi", (Role.DataOperator, DeskWorld.Jatibogor)));
        var (looked, never) = (await world.CaseAsync(), await world.CaseAsync());
        var secret = await world.CaseAsync(secrecy: Secrecy.Confidential);
        var page = $"/kasus/{looked.Ticket}/data";
        await browser.PostAsync(page, page, ("Form.Terdata", "true"), ("Form.Tanggal", Days(world, 0)));

        var before = await browser.TextAsync("/cek-data");
        world.Clock.Advance(TimeSpan.FromDays(93));
        var after = await (await app.OpenAsync(await world.OfficerAsync("Sari", (Role.DataOperator, DeskWorld.Jatibogor)))).TextAsync("/cek-data");

        Assert.Contains("Lewat tiga bulan: 0", before, StringComparison.Ordinal);
        Assert.Contains("Belum pernah dicek: 1", before, StringComparison.Ordinal);
        Assert.Contains(never.Ticket, before, StringComparison.Ordinal);
        Assert.Contains("Lewat tiga bulan: 1", after, StringComparison.Ordinal);
        Assert.Contains(looked.Ticket, after, StringComparison.Ordinal);
        Assert.DoesNotContain(secret.Ticket, after, StringComparison.Ordinal);
        Assert.Contains("Ditemukan, desil tidak diketahui", await browser.TextAsync($"/kasus/{looked.Ticket}"), StringComparison.Ordinal);
        Assert.Contains("Lewat tiga bulan, cek lagi", await browser.TextAsync($"/kasus/{looked.Ticket}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", "3", 1)]
    [InlineData("true", "11", 0)]
    [InlineData("true", "3", -400)]
    [InlineData("", "3", 0)]
    public async Task What_cannot_be_is_sent_back(string listed, string decile, int daysFromToday)
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var browser = await app.OpenAsync(await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();
        var page = $"/kasus/{filed.Ticket}/data";

        var answer = await browser.PostAsync(page, page, ("Form.Terdata", listed), ("Form.Desil", decile), ("Form.Tanggal", Days(world, daysFromToday)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await world.Database.CountAsync("data_checks"));
    }

    [Fact]
    public async Task Who_only_reads_the_case_records_nothing()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var app = new AdminApp(world);
        var head = await app.OpenAsync(await world.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();
        var page = $"/kasus/{filed.Ticket}/data";

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.PostAsync($"/kasus/{filed.Ticket}", page, ("Form.Terdata", "true"), ("Form.Tanggal", Days(world, 0)))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync("/cek-data")).StatusCode);
        Assert.DoesNotContain("Cek data bantuan", await head.TextAsync($"/kasus/{filed.Ticket}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_look_at_the_end_of_a_month_is_due_at_the_end_of_the_third()
    {
        var look = new DataCheck { ResidentId = 1, CaseId = 1, CheckedOn = new DateOnly(2026, 8, 31), RecordedAt = DateTimeOffset.UnixEpoch, CheckedBy = 1 };

        Assert.Equal(new DateOnly(2026, 11, 30), look.DueAgainOn);
        Assert.False(look.IsOverdue(new DateOnly(2026, 11, 29)));
        Assert.True(look.IsOverdue(new DateOnly(2026, 11, 30)));
    }

    /// <summary>A day counted from today, as the field is filled in.</summary>
    private static string Days(DeskWorld world, int fromToday) => DateOnly.FromDateTime(world.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime).AddDays(fromToday).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
