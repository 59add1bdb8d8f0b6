namespace Puskesos.Core.Conversations;

/// <summary>One thing the bot says: a text key and what fills its gaps. Several of one turn go out as one message.</summary>
/// <param name="Key">Key of a text table.</param>
/// <param name="Gaps">Values of the gaps.</param>
public sealed record Say(string Key, params (string Gap, string Value)[] Gaps)
{
    /// <summary>Labels offered as answers, in the order of their numbers. Null = read from the text's own numbered lines.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>Command words offered as buttons (LEWATI, SELESAI).</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The ticket about which an officer may order on by a button or word under this.</summary>
    public string? OrdersFor { get; init; }

    /// <summary>Asks for an answer: dropped when a later message of the same turn was dealt with too.</summary>
    public bool IsQuestion { get; init; }

    public bool AsksLocation { get; init; }

    public bool AsksContact { get; init; }

    /// <summary>Numbered lines of <see cref="Options"/>, as they stand in the gap {options}.</summary>
    public static string Numbered(IEnumerable<string> options) => string.Join('\n', options.Select((label, at) => $"{at + 1} {label}"));

    /// <summary>A question whose options fill its gap {options}.</summary>
    public static Say Choose(string key, IReadOnlyList<string> options, params (string Gap, string Value)[] gaps) =>
        new(key, [.. gaps, ("options", Numbered(options))]) { Options = options, IsQuestion = true };

    /// <summary>A question.</summary>
    public static Say Ask(string key, params (string Gap, string Value)[] gaps) => new(key, gaps) { IsQuestion = true };
}
