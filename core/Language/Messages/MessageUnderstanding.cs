using Microsoft.Recognizers.Text;
using Puskesos.Core.Language.Complaints;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Language.Speech;

namespace Puskesos.Core.Language.Messages;

/// <summary>All that one message says, read in one pass; the conversation asks only the rest and confirms every guess.</summary>
public sealed record MessageUnderstanding
{
    /// <summary>The categories it may be about, programme and issue.</summary>
    public required ComplaintReading Complaint { get; init; }

    /// <summary>Codes of the needs: one, or two when a second one is as clear as the first; empty when nothing is clear.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>The edition of the lexicon that understood it.</summary>
    public string? Edition { get; init; }

    /// <summary>Words of danger, or none.</summary>
    public required DangerFinding Danger { get; init; }

    /// <summary>Language of the writing and what to do about it.</summary>
    public required LanguageGuess Language { get; init; }

    /// <summary>The place it names.</summary>
    public required PlaceReading Place { get; init; }

    /// <summary>The writer's own name, ready to be shown; null when not told.</summary>
    public string? Name { get; init; }

    /// <summary>For whom, only when clearly said.</summary>
    public ForWhom ForWhom { get; init; }

    /// <summary>"KTP sama KK nyusul".</summary>
    public bool PapersFollow { get; init; }

    /// <summary>Only a greeting, a form of address, an emoji.</summary>
    public bool IsGreetingOnly { get; init; }

    /// <summary>A question about a programme, without a trouble of the writer's own: answered from the catalogue, no case.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Since when the trouble lasts: first day of the period, with the precision of <see cref="SinceTimex"/>.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The period as TIMEX, "2026-03".</summary>
    public string? SinceTimex { get; init; }

    /// <summary>First amount of money in rupiah.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Every entity in the shape of Microsoft.Recognizers.Text, in the order of writing.</summary>
    public required IReadOnlyList<ModelResult> Entities { get; init; }

    /// <summary>Telephone numbers.</summary>
    public required IReadOnlyList<PhoneNumber> Phones { get; init; }

    /// <summary>NIK and KK numbers; stored apart, never echoed.</summary>
    public required IReadOnlyList<IdentityNumber> Identities { get; init; }

    /// <summary>RT and RW.</summary>
    public NeighbourhoodNumber? Neighbourhood { get; init; }

    /// <summary>The message without greeting, name, place, for whom, papers and numbers of a person; empty when nothing is left.</summary>
    public required string Story { get; init; }
}
