using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Puskesos.Bot.WebChat;
using Puskesos.Core;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Admin.InBrowser.Stories;

/// <summary>The residents' side of a story: the web chat on a port of its own with the whole talk behind it, on the desk's database, keys and clock. Its workers are the product's.</summary>
public sealed class BotSide : IAsyncDisposable
{
    private readonly WebApplication app;

    private BotSide(WebApplication app) => this.app = app;

    /// <summary>Where residents' browsers go.</summary>
    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    public static async Task<BotSide> StartAsync(DeskWorld world)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Puskesos"] = world.ConnectionString,
            ["Keys:Path"] = "held in memory",
            ["Documents:Path"] = world.Database.Folder,
            ["WebChat:Enabled"] = "true",
            ["Admin:PublicBaseUrl"] = "https://admin.example",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(world.Clock);
        builder.AddCore().AddTurns().AddDocumentArrival().AddWebChat();
        builder.Services.AddSingleton(world.Keys);
        var app = builder.Build();
        app.MapWebChat();
        await app.StartAsync();
        return new BotSide(app);
    }

    /// <summary>Reads and sends all that is due now, as the workers do within a second.</summary>
    public async Task PumpAsync()
    {
        await Services.GetRequiredService<InboxWorker>().RunOnceAsync(default);
        await Services.GetRequiredService<OutboxWorker>().RunOnceAsync(default);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
