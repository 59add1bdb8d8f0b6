using Puskesos.Core.Messaging;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Conversations;

/// <summary>What effects of one turn share: the transaction's context, the talk, and what they say on top.</summary>
public sealed class TurnScope(BotDbContext database, TurnView view, TimeProvider time)
{
    public BotDbContext Database { get; } = database;

    /// <summary>The talk as it stood when the effect was decided.</summary>
    public TurnView View { get; private set; } = view;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public long ConversationId { get; } = view.ConversationId;

    public Channel Channel { get; } = view.Channel;

    /// <summary>Who is talking; changes when a person is made or switched.</summary>
    public long? ResidentId { get; set; } = view.Resident?.Id is 0 ? null : view.Resident?.Id;

    /// <summary>The case that the reply tells about, so that it is kept with the case.</summary>
    public long? CaseId { get; set; }

    public Priority Priority { get; set; } = Priority.Reply;

    /// <summary>Said by effects, in order.</summary>
    public List<Say> Says { get; } = [];

    /// <summary>Inbox rows whose raw request and content are blanked with this turn.</summary>
    public HashSet<long> BlankAll { get; } = [];

    /// <summary>The reply is not sent: the chat has fallen silent after these words.</summary>
    public bool FallsSilent { get; set; }

    /// <summary>The messages that caused the effect.</summary>
    public IReadOnlyList<IncomingMessage> Messages { get; private set; } = [];

    public void Enter(TurnPart.Deed deed)
    {
        View = deed.View;
        Messages = deed.Messages;
    }
}
