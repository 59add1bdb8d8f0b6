using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.ClosedUnits;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Cases.ClosedUnits;

public sealed class ClosedUnitJobTests
{
    private const string SubDistrictUnit = "PKS-33.28.16";

    [Fact]
    public async Task Open_case_of_a_closed_unit_goes_to_the_one_that_serves_now()
    {
        await using var world = await DeskWorld.CreateAsync();
        var officer = await world.OfficerAsync("Sri Lestari", (Role.FrontOffice, SubDistrictUnit));
        await LinkAsync(world, officer.OfficerId);
        var open = await world.CaseAsync();
        await CloseAsync(world, DeskWorld.Jatibogor, endedDaysAgo: 1);

        var moved = await RunAsync(world);
        var again = await RunAsync(world);

        var after = await world.ReadAsync(open.Id);
        Assert.Equal((1, 0), (moved, again));
        Assert.Equal((SubDistrictUnit, "subdistrict"), (after.UnitCode, after.RouteRule));
        Assert.Null(after.OwnerId);
        Assert.Single(after.Events, line => line is { Kind: CaseEventKind.Routed, ActorRole: "system", Words: not null });
        Assert.Equal([$"Kabar tiket {open.Ticket}: Puskesos Jatibogor sudah tutup. Sekarang diurus oleh Puskesos Kecamatan Suradadi. Tidak perlu lapor lagi."], await world.ToldAsync(open.Id));
        Assert.Equal(1L, await world.Database.ScalarAsync("select count(*) from outbox_messages where text_key = 'CaseUnitClosed_ToOfficer'"));
    }

    [Theory]
    [InlineData(0, CaseStatus.New)]
    [InlineData(1, CaseStatus.Confirmed)]
    public async Task Case_stays_on_the_last_day_and_when_it_is_closed_itself(int endedDaysAgo, CaseStatus status)
    {
        await using var world = await DeskWorld.CreateAsync();
        var kept = await world.CaseAsync(status: status);
        await CloseAsync(world, DeskWorld.Jatibogor, endedDaysAgo);

        var moved = await RunAsync(world);

        Assert.Equal(0, moved);
        Assert.Equal(DeskWorld.Jatibogor, (await world.ReadAsync(kept.Id)).UnitCode);
    }

    [Fact]
    public async Task Complaint_about_pungli_never_falls_to_a_village_when_its_office_closes()
    {
        await using var world = await DeskWorld.CreateAsync();
        var guarded = await world.CaseAsync(unit: DeskWorld.Dinsos, secrecy: Secrecy.Confidential, needs: "PUNGLI");
        await CloseAsync(world, DeskWorld.Dinsos, endedDaysAgo: 3);

        await RunAsync(world);

        var after = await world.ReadAsync(guarded.Id);
        Assert.Equal((DeskWorld.Slrt, "bypass"), (after.UnitCode, after.RouteRule));
    }

    [Fact]
    public async Task Secret_case_moves_and_nobody_is_told_in_a_chat()
    {
        await using var world = await DeskWorld.CreateAsync();
        var secret = await world.CaseAsync(unit: SubDistrictUnit, secrecy: Secrecy.Secret, needs: "KEKERASAN");
        await CloseAsync(world, SubDistrictUnit, endedDaysAgo: 1);

        await RunAsync(world);

        Assert.Equal(DeskWorld.Dinsos, (await world.ReadAsync(secret.Id)).UnitCode);
        Assert.Empty(await world.ToldAsync(secret.Id));
    }

    private static async Task<int> RunAsync(DeskWorld world)
    {
        await using var work = world.Open();
        return await work.Get<ClosedUnitJob>().RunAsync(TestContext.Current.CancellationToken);
    }

    private static async Task CloseAsync(DeskWorld world, string code, int endedDaysAgo)
    {
        await using var work = world.Open();
        var unit = await work.Storage.Set<PuskesosUnit>().SingleAsync(row => row.Code == code, TestContext.Current.CancellationToken);
        unit.ValidTo = ClosedUnitMove.TodayIn("Asia/Jakarta", world.Clock).AddDays(-endedDaysAgo);
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static async Task LinkAsync(DeskWorld world, long officerId)
    {
        var chat = await world.ChatAsync();
        await using var work = world.Open();
        work.Storage.OfficerLinks.Add(new OfficerLink { OfficerId = officerId, AddressId = chat, LinkedAt = world.Clock.GetUtcNow() });
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
