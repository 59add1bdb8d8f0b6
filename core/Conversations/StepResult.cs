namespace Puskesos.Core.Conversations;

/// <summary>What a step made of a message: where to go, what was learnt, what to say and what must happen beyond the draft.</summary>
public sealed record StepResult(Trigger Trigger, Draft Draft)
{
    /// <summary>Said before the next question.</summary>
    public IReadOnlyList<Say> Says { get; init; } = [];

    /// <summary>Applied in the turn's transaction, in this order.</summary>
    public IReadOnlyList<TurnEffect> Effects { get; init; } = [];

    /// <summary>False when the message was no answer to the question.</summary>
    public bool Understood { get; init; } = true;

    /// <summary>False when what was said stands for the question: it is not asked again.</summary>
    public bool AsksNext { get; init; } = true;

    /// <summary>Messages put aside until then are dealt with (or erased) by this result.</summary>
    public bool FreesWaiting { get; init; }

    /// <summary>Messages put aside are read once more as if they came now, after the trigger.</summary>
    public bool RereadsWaiting { get; init; }

    /// <summary>This message is put aside until the next question is answered.</summary>
    public bool PutsAside { get; init; }

    /// <summary>The question has its answer.</summary>
    public static StepResult Answered(Draft draft, params Say[] says) => new(Trigger.Answered, draft) { Says = says };

    /// <summary>On by another trigger.</summary>
    public static StepResult Go(Trigger trigger, Draft draft, params Say[] says) => new(trigger, draft) { Says = says };

    /// <summary>Says something in place of the question; the step waits on.</summary>
    public static StepResult Again(Draft draft, params Say[] says) => new(Trigger.Stay, draft) { Says = says, AsksNext = false };

    /// <summary>Asks the same step once more with a changed draft (another list, another part).</summary>
    public static StepResult AskOn(Draft draft, params Say[] says) => new(Trigger.Stay, draft) { Says = says };

    /// <summary>The message was no answer: say so, count it, ask again.</summary>
    public static StepResult NotUnderstood(Draft draft) => new(Trigger.Stay, draft) { Understood = false };

    public StepResult With(params TurnEffect[] effects) => this with { Effects = [.. Effects, .. effects] };
}
