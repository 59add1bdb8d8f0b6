using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Puskesos.Bot.WebChat;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Tests.Bot.WebChat;

/// <summary>The web chat on a real port and a real database, without the conversation engine: tests play the bot themselves.</summary>
public sealed class ChatHost : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-chat-").FullName;
    private readonly TestDatabase database = new();
    private WebApplication? app;

    private bool isAway;

    public FakeClock Clock { get; } = new();

    public Uri Address => new(app!.Urls.First());

    public IServiceProvider Services => app!.Services;

    public string StagedFolder => Path.Combine(folder, "documents", "staged");

    /// <summary>The chat while nobody answers at the database's address.</summary>
    public static async Task<ChatHost> WithoutDatabaseAsync()
    {
        var host = new ChatHost { isAway = true };
        await host.StartAsync("Host=127.0.0.1;Port=1;Database=gone;Username=nobody;Timeout=2");
        return host;
    }

    public async ValueTask InitializeAsync()
    {
        await database.InitializeAsync();
        await StartAsync(database.ConnectionString);
    }

    private async Task StartAsync(string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Puskesos"] = connectionString,
            ["Keys:Path"] = Path.Combine(folder, "keys.json"),
            ["Documents:Path"] = Path.Combine(folder, "documents"),
            ["WebChat:Enabled"] = "true",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddStorage().AddMessaging().AddDocuments().AddWebChat();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        if (!isAway) builder.Services.AddHostedService<SilentBot>();
        app = builder.Build();
        if (!isAway) await PrepareAsync();
        app.MapWebChat();
        await app.StartAsync();
    }

    /// <summary>A browser of its own: cookies kept, redirects shown.</summary>
    public HttpClient Browser() =>
        new(new LoopbackOnlyHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true })) { BaseAddress = Address };

    /// <summary>Everything received, in order.</summary>
    public async Task<List<IncomingMessage>> ReceivedAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var cipher = scope.ServiceProvider.GetRequiredService<FieldCipher>();
        var rows = await scope.ServiceProvider.GetRequiredService<BotDbContext>().Inbox.OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => JsonSerializer.Deserialize<IncomingMessage>(cipher.Open(row.Content!))! with { InboxId = row.Id })];
    }

    /// <summary>The bot deals with the newest message of this text and says this.</summary>
    public async Task AnswerAsync(string text, OutgoingMessage reply, OutboxStatus status = OutboxStatus.Sent, string textKey = "Test")
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var asked = (await ReceivedAsync()).Last(message => message.Text == text);
        var row = await context.Inbox.SingleAsync(row => row.Id == asked.InboxId);
        row.ProcessedAt = Clock.GetUtcNow();
        var outgoing = scope.ServiceProvider.GetRequiredService<Outbox>().Compose(new OutboxTarget(row.ConversationId!.Value, Channel.WebChat), reply, textKey, Priority.Reply);
        outgoing.Status = status;
        outgoing.SentAt = status == OutboxStatus.Sent ? Clock.GetUtcNow() : null;
        context.Add(outgoing);
        await context.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
        if (!isAway) await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task PrepareAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        context.Add(new Regency { Code = "33.28", Name = "Kabupaten Tegal", ShortName = "Tegal", AreaLetters = "TGL", TimeZoneId = "Asia/Jakarta" });
        await context.SaveChangesAsync();
    }

    /// <summary>Reads everything at once and says nothing, so that a POST does not wait for a reply that no test gives.</summary>
    private sealed class SilentBot(IServiceScopeFactory scopes, TimeProvider clock) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<BotDbContext>().Inbox.Where(row => row.ProcessedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.ProcessedAt, clock.GetUtcNow()), stoppingToken);
                await Task.Delay(30, stoppingToken);
            }
        }
    }
}
