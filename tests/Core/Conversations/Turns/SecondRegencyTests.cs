using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places.Learning;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Conversations.Turns;

/// <summary>Two regencies behind one number: each resident is served by the own one, and no officer sees anything of the other.</summary>
public sealed class SecondRegencyTests
{
    private const string Resident = "whatsapp:+6281200000777";

    [Fact]
    public async Task Resident_of_the_second_regency_gets_its_ticket_and_its_unit()
    {
        await using var world = await BothAsync();

        await FileFromBulakelorAsync(world);

        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var filed = await storage.Cases.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((JourneyPlaces.Brebes, JourneyPlaces.BulakelorUnit, "own_village"), (filed.RegencyCode, filed.UnitCode, filed.RouteRule));
        Assert.StartsWith("BBS-2611-0001-", filed.Ticket, StringComparison.Ordinal);
        Assert.Equal(JourneyPlaces.Brebes, (await storage.Residents.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken)).RegencyCode);
    }

    [Fact]
    public async Task Officers_of_one_regency_see_nothing_of_the_other()
    {
        await using var world = await BothAsync();
        await FileFromBulakelorAsync(world);
        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var misses = scope.ServiceProvider.GetRequiredService<AliasTeaching>();
        await SayAsync(world, "lapor", "1");

        var ofTegal = await ReachAsync(storage, DemoTegal, Role.Dinsos, DemoTegal);
        var ofBrebes = await ReachAsync(storage, JourneyPlaces.Brebes, Role.FrontOffice, JourneyPlaces.BulakelorUnit);

        Assert.Empty(await storage.Cases.Where(CaseReach.Sees(ofTegal)).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Single(await storage.Cases.Where(CaseReach.Sees(ofBrebes)).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await misses.MissesAsync(JourneyPlaces.Brebes, 10, TestContext.Current.CancellationToken));
        Assert.DoesNotContain((await new CoverageList(storage).ReadAsync(DemoTegal, new DateOnly(2026, 11, 12), TestContext.Current.CancellationToken)).Uncovered, village => village.Code == JourneyPlaces.Bulakelor);
    }

    [Fact]
    public async Task Officer_whose_role_names_an_area_elsewhere_still_sees_only_the_own_regency()
    {
        await using var world = await BothAsync();
        await FileFromBulakelorAsync(world);
        await using var scope = world.Services.CreateAsyncScope();
        var storage = scope.ServiceProvider.GetRequiredService<BotDbContext>();

        var reach = await ReachAsync(storage, DemoTegal, Role.FrontOffice, JourneyPlaces.BulakelorUnit);

        Assert.Empty(await storage.Cases.Where(CaseReach.Sees(reach)).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Danger_without_a_place_goes_to_the_slrt()
    {
        await using var world = await BothAsync();

        await SayAsync(world, "darurat", "1", "1", "tidak tahu di mana", "saya sendiri", "tidak usah");

        await using var scope = world.Services.CreateAsyncScope();
        var filed = await scope.ServiceProvider.GetRequiredService<BotDbContext>().Cases.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("SLRT-33.28", "slrt", DemoTegal), (filed.UnitCode, filed.RouteRule, filed.VillageCode));
    }

    private const string DemoTegal = "33.28";

    private static async Task<TalkWorld> BothAsync()
    {
        var world = await TalkWorld.CreateAsync();
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 12, 3, 0, 0, TimeSpan.Zero));
        await JourneyPlaces.SetAsync(world, "Kabupaten Brebes is served too");
        return world;
    }

    private static Task FileFromBulakelorAsync(TalkWorld world) =>
        SayAsync(world, "lapor", "1", "1", "Sutarjo", "bulakelor ketanggungan brebes", "ya", "1", "3", "1", "desil saya kok naik padahal tidak punya apa-apa", "selesai", "1", "lewati");

    private static async Task SayAsync(TalkWorld world, params string[] words)
    {
        foreach (var text in words)
        {
            await world.ReceiveAsync([new IncomingMessage { Channel = Channel.WhatsApp, ExternalId = "", Address = Resident, Kind = IncomingKind.Text, Text = text }]);
        }
    }

    private static async Task<OfficerReach> ReachAsync(BotDbContext storage, string regency, Role role, string area)
    {
        var name = Guid.NewGuid().ToString("N");
        var officer = new Officer { Name = name, RegencyCode = regency, UserName = name, NormalizedUserName = name.ToUpperInvariant(), SecurityStamp = name };
        officer.Roles.Add(new OfficerRole { Role = role, AreaCode = area });
        storage.Users.Add(officer);
        await storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (await OfficerReach.LoadAsync(storage, officer.Id, TestContext.Current.CancellationToken))!;
    }
}
