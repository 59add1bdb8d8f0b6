namespace Puskesos.Core.Catalogue;

/// <summary>That somebody asked about a programme, and whether the catalogue had an answer: what it lacks is seen in the report (DOMAIN §8, 23). No words, no person.</summary>
public sealed class InfoQuestion
{
    public long Id { get; init; }

    public required string RegencyCode { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public bool IsAnswered { get; init; }
}
