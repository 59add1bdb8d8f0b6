using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Puskesos.Core.Cases;
using Puskesos.Core.Officers;
using Puskesos.Tool.Demo;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>The demo's cases at the desk: eight residents with a past, and a queue of ten new and two hundred open (DOMAIN F14).</summary>
public sealed class QueueStoriesTests
{
    /// <summary>What a phone with a weak signal may have to fetch before an officer can work (issue 6, item 8).</summary>
    private const long MostBytes = 60_000;

    private static readonly (string Resident, CaseStatus Status)[] Told =
    [
        ("Sarinah", CaseStatus.InProgress), ("Warsito", CaseStatus.Referred), ("Kusmiyati", CaseStatus.Confirmed), ("Taryono", CaseStatus.NeedsDocuments),
        ("Suminah", CaseStatus.Reopened), ("Ratinah", CaseStatus.UnderReview), ("Darsono", CaseStatus.Visit), ("Mistun", CaseStatus.UnderReview),
    ];

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_busy_queue_is_small_is_searched_and_keeps_its_place()
    {
        await using var ground = new StoryGround();
        await ground.InitializeAsync();
        var world = ground.World;
        var signIns = await LoadAsync(world, withVolume: true);

        foreach (var width in new[] { 360, 1280 })
        {
            await using var stage = await ground.StageAsync(width);
            var rini = await stage.AtTheDoorAsync();
            await EnterAsync(rini, signIns, "rini");
            var bytes = await DeskBrowser.GoAsync(rini, "/kasus?daftar=unit");
            await stage.ShootAsync(rini, "antrean-penuh");
            Assert.InRange(bytes, 1, MostBytes);
            Assert.Empty(await DeskBrowser.ViolationsAsync(rini));
            var count = int.Parse(await rini.Locator(".tabs a").Nth(2).Locator("b").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
            Assert.InRange(count, DemoVolume.Open + DemoVolume.New, DemoVolume.Open + DemoVolume.New + Told.Length);
            await rini.ClickAsync("text=Berikutnya");
            await rini.WaitForURLAsync("**hal=2**");
            await rini.Keyboard.PressAsync("j");
            await rini.Keyboard.PressAsync("j");
            await rini.Keyboard.PressAsync("k");
            await rini.Keyboard.PressAsync("Enter");
            await rini.WaitForURLAsync("**/kasus/TGL-**");
            var opened = new Uri(rini.Url).Segments[^1];
            await rini.ClickAsync("main a:has-text('Antrean')");
            await rini.WaitForURLAsync("**hal=2**");
            await rini.Keyboard.PressAsync("j");
            await rini.Keyboard.PressAsync("k");
            Assert.Equal($"/kasus/{opened}", await rini.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
            await rini.FillAsync("#cari", "suminah");
            await rini.Keyboard.PressAsync("Enter");
            await Assertions.Expect(rini.Locator(".queue")).ToContainTextAsync("Suminah");
            await rini.ClickAsync(".queue a:has-text('Suminah')");
            await Assertions.Expect(rini.Locator("main")).ToContainTextAsync("kantor desanya tutup terus pak");
            await stage.ShootAsync(rini, "kasus-suminah");
        }
    }

    [Fact]
    public async Task Eight_residents_have_come_as_far_as_their_stories_say()
    {
        await using var world = await DeskWorld.CreateAsync();

        await LoadAsync(world, withVolume: false);

        await using var work = world.Open();
        foreach (var (resident, status) in Told)
        {
            var filed = await work.Storage.Cases.Include(row => row.Events).SingleAsync(row => work.Storage.Residents.Any(one => one.Id == row.ReporterId && one.Name == resident), Stop);
            Assert.Equal((resident, status), (resident, filed.Status));
            Assert.True(filed.Events.Zip(filed.Events.Skip(1)).All(pair => pair.First.At <= pair.Second.At), resident);
            Assert.True(filed.FiledAt < world.Clock.GetUtcNow(), resident);
        }

        Assert.False(await DemoCases.LoadAsync(world.Services, world.Clock.SetUtcNow, world.Clock.GetUtcNow(), withVolume: true, Stop));
    }

    private static async Task<IReadOnlyList<DemoSignIn>> LoadAsync(DeskWorld world, bool withVolume)
    {
        await using var work = world.Open();
        var signIns = await DemoOfficers.LoadAsync(work.Storage, Stop);
        Assert.True(await DemoCases.LoadAsync(world.Services, world.Clock.SetUtcNow, world.Clock.GetUtcNow(), withVolume, Stop));
        return signIns;
    }

    private static async Task EnterAsync(IPage page, IReadOnlyList<DemoSignIn> signIns, string officer)
    {
        var signIn = signIns.First(one => one.Email == $"{officer}@example.id");
        await page.GotoAsync("/masuk");
        await page.FillAsync("#email", signIn.Email);
        await page.FillAsync("#sandi", signIn.Password);
        await page.ClickAsync("main button.main");
        await page.WaitForURLAsync("**/kasus**");
    }
}
