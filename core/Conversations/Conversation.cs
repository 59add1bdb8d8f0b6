namespace Puskesos.Core.Conversations;

/// <summary>The talk at one address: which question waits, what was told so far, and whether a human has the chat. Its id is the address's id.</summary>
public sealed class Conversation
{
    public long Id { get; init; }

    public required string RegencyCode { get; set; }

    /// <summary>The question that waits; <see cref="Step.Greet"/> = nothing open.</summary>
    public Step Step { get; set; }

    /// <summary>Who is talking, once known; a shared phone has several.</summary>
    public long? ResidentId { get; set; }

    /// <summary>The <see cref="Draft"/>, sealed; null before consent and when nothing is open.</summary>
    public byte[]? DraftCipher { get; set; }

    /// <summary>When the complaint in the draft was begun; null without one.</summary>
    public DateTimeOffset? DraftStartedAt { get; set; }

    /// <summary>The person's last message: nudge, expiry and "older than a day" count from here.</summary>
    public DateTimeOffset? LastInboundAt { get; set; }

    /// <summary>When the open question was last asked.</summary>
    public DateTimeOffset? PromptedAt { get; set; }

    public DateTimeOffset? NudgedAt { get; set; }

    /// <summary>Inbox ids of messages put aside until a question is answered: nothing is dropped meanwhile.</summary>
    public long[] Waiting { get; set; } = [];

    /// <summary>How often in a row an answer did not fit.</summary>
    public int Misunderstood { get; set; }

    /// <summary>Language of the bot for this chat: <c>id</c>, <c>jv</c>, <c>jv-ngoko</c>, <c>su</c>.</summary>
    public string Language { get; set; } = "id";

    /// <summary>The language was chosen by word and is not changed by the person's writing.</summary>
    public bool LanguageChosen { get; set; }

    /// <summary>The officer who has the chat; null = the bot.</summary>
    public long? HeldBy { get; set; }

    /// <summary>The case that messages go to while held; null when held for a draft.</summary>
    public long? HeldCaseId { get; set; }

    /// <summary>Last message of either side while held; 24 h later the chat goes back to the bot.</summary>
    public DateTimeOffset? HeldTouchedAt { get; set; }

    /// <summary>Set by BANTU or the third misunderstanding until an officer takes the chat.</summary>
    public DateTimeOffset? HelpWantedAt { get; set; }

    /// <summary>The unit asked to help: the village's when known, else the SLRT.</summary>
    public string? HelpUnitCode { get; set; }
}
