namespace Puskesos.Core.People;

/// <summary>A person's permission to keep and use what is told, per address and version of the text (UU 27/2022).</summary>
public sealed class Consent
{
    /// <summary>Version of <c>AskConsent_Question</c>; raise it when the meaning of the text changes, and everybody is asked again.</summary>
    public const string CurrentTextVersion = "2026-11";

    public long Id { get; init; }

    public long ResidentId { get; init; }

    /// <summary>The address where it was given; null when given at the counter on paper.</summary>
    public long? AddressId { get; init; }

    public required string TextVersion { get; init; }

    public DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}
