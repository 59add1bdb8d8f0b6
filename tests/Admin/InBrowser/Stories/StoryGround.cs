using Microsoft.Playwright;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>Both processes on one database, with one clock that only the story moves; officers and residents come in windows of one Chromium.</summary>
public sealed class StoryGround : IAsyncLifetime
{
    /// <summary>A visible move goes out when it can no longer be taken back.</summary>
    private static readonly TimeSpan PastUndo = TimeSpan.FromSeconds(11);

    private AdminApp? admin;
    private BotSide? bot;
    private Uri? desk;

    public DeskWorld World { get; private set; } = null!;

    public BotSide Bot => bot!;

    public async ValueTask InitializeAsync()
    {
        World = await DeskWorld.CreateAsync();
        await using (var work = World.Open())
        {
            await DemoProgrammes.LoadAsync(work.Storage, World.Clock, default);
            await HolidaySeed.AddMissingYearsAsync(work.Storage, default);
            await work.Get<WorkCalendarBook>().RefreshAsync(work.Storage, default);
        }

        bot = await BotSide.StartAsync(World);
        admin = new AdminApp(World);
        desk = admin.Listen();
    }

    /// <summary>Windows of one story; they close with it. The story begins in the next working morning, so that no story meets another one's night.</summary>
    /// <param name="width">Of the officers' windows.</param>
    /// <param name="script">Whether their browsers run JavaScript.</param>
    /// <param name="chatWidth">Of the residents' windows; the same when not told.</param>
    public async Task<StoryStage> BeginAsync(int width, bool script = true, int? chatWidth = null)
    {
        var local = IndonesianZone.OfArea(DeskWorld.Tegal);
        var day = local.DayOf(World.Clock.GetUtcNow()).AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday or DayOfWeek.Friday) day = day.AddDays(1);
        World.Clock.SetUtcNow(local.At(day, new TimeOnly(8, 30)));
        return await StageAsync(width, script, chatWidth);
    }

    /// <summary>Windows at whatever moment the clock shows.</summary>
    public async Task<StoryStage> StageAsync(int width, bool script = true, int? chatWidth = null) =>
        new(this, await DeskBrowser.BeforeAsync(desk!), await DeskBrowser.BeforeAsync(Bot.Address), width, script, chatWidth ?? width);

    /// <summary>Ten seconds later the news are out.</summary>
    public async Task SendAsync()
    {
        World.Clock.Advance(PastUndo);
        await Bot.PumpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (admin is not null) await admin.DisposeAsync();
        if (bot is not null) await bot.DisposeAsync();
        await World.DisposeAsync();
    }
}

/// <summary>The windows of one story.</summary>
public sealed class StoryStage(StoryGround ground, DeskBrowser desk, DeskBrowser chat, int width, bool script, int chatWidth) : IAsyncDisposable
{
    public DeskWorld World => ground.World;

    /// <summary>An officer made for this story, signed in through the door.</summary>
    public async Task<DeskWindow> OfficerAsync(string name, params (Role Role, string Area)[] roles) => await ReturnAsync(await World.OfficerAsync(name, roles));

    /// <summary>An officer who is there already, at a browser of his or her own.</summary>
    public async Task<DeskWindow> ReturnAsync(OfficerReach officer) => new(await desk.OpenAsync(World, officer, width, script: script), this, officer);

    /// <summary>Somebody at the desk's door, not signed in.</summary>
    public Task<IPage> AtTheDoorAsync() => desk.OpenAsync(width, script: script);

    /// <summary>A resident who opens the web chat on a phone for the first time.</summary>
    public async Task<WebResident> ResidentAsync()
    {
        var page = await chat.OpenAsync(chatWidth);
        await page.GotoAsync("/");
        return new WebResident(page, ground);
    }

    /// <summary>Ten seconds later the news are out.</summary>
    public Task SendAsync() => ground.SendAsync();

    public Task ShootAsync(IPage page, string name) => DeskBrowser.ShootAsync(page, $"cerita-{name}-{width}{(script ? "" : "-tanpa-js")}");

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await chat.DisposeAsync();
    }
}
