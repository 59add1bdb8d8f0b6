using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Check;

/// <summary>`check`: the main job once from end to end against the running service; exit 1 when a line fails.</summary>
public static class CheckVerb
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var verb = new Command("check", "Files a complaint through the web chat of the running service, answers it as an officer, sees the resident told, erases it all.");
        verb.SetAction(async (_, cancellationToken) =>
        {
            await using var scope = services().CreateAsyncScope();
            var provider = scope.ServiceProvider;
            var database = provider.GetRequiredService<BotDbContext>();
            var clock = provider.GetRequiredService<TimeProvider>();
            var erasure = new CheckErasure(database, provider.GetRequiredService<Inbox>(), clock);
            var check = new SelfCheck(database, new CheckGround(database, clock), erasure, CheckAddresses.FromEnvironment());
            return await check.RunAsync(cancellationToken) ? 0 : 1;
        });
        return verb;
    }
}
