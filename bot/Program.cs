using Puskesos.Bot.Jobs;
using Puskesos.Bot.Operations;
using Puskesos.Bot.Telegram;
using Puskesos.Bot.WebChat;
using Puskesos.Bot.WhatsApp;
using Puskesos.Core;
using Puskesos.Core.Conversations;
using Puskesos.Core.Documents;

namespace Puskesos.Bot;

/// <summary>The process that talks to residents and runs the jobs.</summary>
public sealed class Program
{
    private Program() { }

    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Host.UseDefaultServiceProvider(checks => checks.ValidateOnBuild = checks.ValidateScopes = true);
        builder.AddOperations();
        builder.AddCore();
        builder.AddTurns();
        builder.AddDocumentArrival();
        builder.AddTelegram().AddWhatsApp();
        builder.AddWebChat();
        builder.AddJobs();

        var app = builder.Build();
        app.MapOperations();
        app.MapTelegram().MapWhatsApp().MapWebChat().MapJobs();
        await app.RunAsync();
    }
}
