using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Tool.Demo;

/// <summary>Lets invented residents and officers act through the product itself: words go into the inbox, moves over the desk, news through the outbox. Only the clock is the story's.</summary>
/// <param name="services">Core, on the story's clock.</param>
/// <param name="setClock">Moves that clock.</param>
public sealed class StoryTeller(IServiceProvider services, Action<DateTimeOffset> setClock) : IDisposable
{
    /// <summary>Time to read a question and type its answer.</summary>
    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(9);

    /// <summary>News leave when they can no longer be taken back.</summary>
    private static readonly TimeSpan PastUndo = TimeSpan.FromSeconds(11);

    private readonly Dictionary<string, OfficerReach> reaches = [];
    private readonly InboxWorker turns = ActivatorUtilities.CreateInstance<InboxWorker>(services);
    private readonly OutboxWorker sending = ActivatorUtilities.CreateInstance<OutboxWorker>(services, (IEnumerable<IChannelSender>)[new ReadByNobody()]);
    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();

    /// <summary>Goes on to this moment; a moment that is past already changes nothing.</summary>
    public void GoOnTo(DateTimeOffset moment)
    {
        if (moment > time.GetUtcNow()) setClock(moment);
    }

    /// <summary>A resident writes in the web chat, message by message.</summary>
    public async Task SaysAsync(string resident, IEnumerable<string> messages, CancellationToken cancellationToken)
    {
        foreach (var text in messages)
        {
            setClock(time.GetUtcNow() + Thinks);
            var message = new IncomingMessage { Channel = Channel.WebChat, ExternalId = $"demo-{Guid.NewGuid():N}", Address = AddressOf(resident), Kind = IncomingKind.Text, Text = text };
            await services.GetRequiredService<Inbox>().StoreAsync(message, "{}"u8.ToArray(), cancellationToken);
            await turns.RunOnceAsync(cancellationToken);
            await sending.RunOnceAsync(cancellationToken);
        }
    }

    /// <summary>An officer does something with a resident's newest case, and the news go out.</summary>
    public async Task ActsAsync(string officer, string resident, Func<IServiceProvider, OfficerReach, string, Task<MoveResult>> act, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var reach = await ReachAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), officer, cancellationToken);
        var result = await act(scope.ServiceProvider, reach, await TicketAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), resident, cancellationToken));
        if (!result.IsDone) throw new InvalidOperationException($"The demo's story cannot go on: {officer} got {result.Answer}.");
        setClock(time.GetUtcNow() + PastUndo);
        await sending.RunOnceAsync(cancellationToken);
    }

    /// <summary>How far an officer of the demo reaches; nobody's duties change in a story.</summary>
    public async Task<OfficerReach> ReachAsync(BotDbContext database, string officer, CancellationToken cancellationToken)
    {
        if (reaches.TryGetValue(officer, out var known)) return known;
        return reaches[officer] = (await OfficerReach.LoadAsync(database, await IdAsync(database, officer, cancellationToken), cancellationToken))!;
    }

    /// <summary>The officer's id.</summary>
    public static Task<long> IdAsync(BotDbContext database, string officer, CancellationToken cancellationToken) =>
        database.Users.Where(row => row.Email == $"{officer}@example.id").Select(row => row.Id).SingleAsync(cancellationToken);

    public void Dispose()
    {
        turns.Dispose();
        sending.Dispose();
    }

    private static async Task<string> TicketAsync(BotDbContext database, string resident, CancellationToken cancellationToken) =>
        await database.Cases.Where(row => database.Residents.Any(one => one.Id == row.ReporterId && one.Name == resident)).OrderByDescending(row => row.Id).Select(row => row.Ticket).FirstAsync(cancellationToken);

    /// <summary>No browser has such a cookie, so nobody else reads the talk.</summary>
    private static string AddressOf(string resident) => $"demo {resident}";

    /// <summary>Stands where the web chat stands in the bot: a message lies there until somebody looks.</summary>
    private sealed class ReadByNobody : IChannelSender
    {
        public Channel Channel => Channel.WebChat;

        public Task<SendOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken) => Task.FromResult(SendOutcome.Sent($"demo-{delivery.OutboxId}"));
    }
}
