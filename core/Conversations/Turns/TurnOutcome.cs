using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>What a turn came to; written in one transaction.</summary>
public sealed record TurnOutcome
{
    /// <summary>The view as it ended: step, draft, language.</summary>
    public required TurnView View { get; init; }

    /// <summary>Words and deeds in their order; a deed may add words where it stands.</summary>
    public required IReadOnlyList<TurnPart> Parts { get; init; }

    /// <summary>How many of the messages were dealt with; the rest is read in the next turn.</summary>
    public required int Taken { get; init; }

    public required int Misunderstood { get; init; }

    /// <summary>Messages put aside until a question is answered.</summary>
    public required IReadOnlyList<long> Waiting { get; init; }

    /// <summary>Inbox rows whose raw request is blanked at once.</summary>
    public required IReadOnlySet<long> Blank { get; init; }
}

/// <summary>One thing said or done.</summary>
public abstract record TurnPart
{
    private TurnPart()
    {
    }

    public sealed record Words(Say Say) : TurnPart;

    /// <param name="Effect">What must happen.</param>
    /// <param name="View">The talk as it stood then.</param>
    /// <param name="Messages">The messages that caused it.</param>
    public sealed record Deed(TurnEffect Effect, TurnView View, IReadOnlyList<IncomingMessage> Messages) : TurnPart;
}
