namespace Puskesos.Core.Language.Danger;

/// <summary>What kind of danger a message speaks of.</summary>
public enum DangerKind
{
    None,
    Danger,
    Suicidal,
}

/// <summary>A danger word in a message; it makes the bot ask whether somebody is in danger now, it never decides that.</summary>
/// <param name="Kind">None, danger to somebody, or suicidal words.</param>
/// <param name="Group">Which words: violence, sexual, threat, confined, madness, child, trafficking, medical, hunger, fire, disaster, cry (a call for help and nothing else), suicidal.</param>
/// <param name="Start">First UTF-16 unit of the words in the message.</param>
/// <param name="End">Last UTF-16 unit (inclusive).</param>
public readonly record struct DangerFinding(DangerKind Kind, string Group, int Start, int End)
{
    /// <summary>Nothing dangerous was written.</summary>
    public static DangerFinding None { get; } = new(DangerKind.None, "", -1, -1);
}
