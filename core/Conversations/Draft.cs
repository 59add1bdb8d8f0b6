using System.Text.Json.Serialization;
using Puskesos.Core.Cases;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>What was told so far and not yet sent. Immutable; stored sealed with the conversation, erased after seven days.</summary>
public sealed record Draft
{
    /// <summary>How long an unfinished draft is kept (DOMAIN §4.6).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public static Draft Empty { get; } = new();

    public ForWhom? ForWhom { get; init; }

    /// <summary>A relative was named ("ibu saya") who may live elsewhere: it is asked whether in the same house.</summary>
    public bool ForWhomIsRelative { get; init; }

    public string? Name { get; init; }

    public string? HelpedName { get; init; }

    public HelpedPermission? HelpedPermission { get; init; }

    public string? HelpedReason { get; init; }

    /// <summary>E.164; empty when LEWATI was said.</summary>
    public string? HelpedPhone { get; init; }

    public string? VillageCode { get; init; }

    /// <summary>Read from a text, not yet confirmed.</summary>
    public string? GuessedVillage { get; init; }

    /// <summary>True when the guess is exact, so that the summary may confirm it.</summary>
    public bool GuessIsExact { get; init; }

    /// <summary>Village and sub-district share the name and only the name was told.</summary>
    public bool GuessSharesName { get; init; }

    /// <summary>The villages offered as a numbered list.</summary>
    public IReadOnlyList<string> VillageOptions { get; init; } = [];

    /// <summary>The list came from a pin.</summary>
    public bool OptionsFromPin { get; init; }

    /// <summary>The sub-district named so far, when only that.</summary>
    public string? InSubDistrict { get; init; }

    /// <summary>A sub-district told beside a guess that lies in another: where the village is looked for when the guess is not meant.</summary>
    public string? ToldSubDistrict { get; init; }

    /// <summary>The told place lies in another regency of this installation; waits for "Lanjutkan ke sana?".</summary>
    public DraftElsewhere? Elsewhere { get; init; }

    public GeoPoint? Pin { get; init; }

    /// <summary>Confirmed needs, in the order told.</summary>
    public IReadOnlyList<DraftNeed> Needs { get; init; } = [];

    /// <summary>Needs read from a text, waiting for "Maksudnya …?".</summary>
    public IReadOnlyList<DraftNeed> NeedGuess { get; init; } = [];

    /// <summary>True when the guesses are rivals (choose one), false when all are meant.</summary>
    public bool GuessIsChoice { get; init; }

    public int? NeedGroup { get; init; }

    /// <summary>Another need is being added to those confirmed.</summary>
    public bool AddsNeed { get; init; }

    /// <summary>The story in the resident's words, NIK and KK taken out; one paragraph a need.</summary>
    public string? Story { get; init; }

    /// <summary>Which message told the name and which the story: an edit of that message changes the same thing.</summary>
    public IReadOnlyList<DraftSource> Sources { get; init; } = [];

    /// <summary>A voice note tells the story, or part of it.</summary>
    public bool StoryIsVoice { get; init; }

    /// <summary>The need added last still wants its own story.</summary>
    public bool StoryWanted { get; init; }

    public IReadOnlyList<DraftDocument> Documents { get; init; } = [];

    /// <summary>Papers that come later ("menyusul").</summary>
    public IReadOnlyList<string> LaterDocuments { get; init; } = [];

    public bool DocumentsDone { get; init; }

    /// <summary>Said at the start that papers come later.</summary>
    public bool PapersFollow { get; init; }

    /// <summary>What the resident said about what was read on the identity card; null while not asked.</summary>
    public bool? CardIsRight { get; init; }

    /// <summary>The identity card of a filed case whose reading is being asked back.</summary>
    public FiledCard? FiledCard { get; init; }

    /// <summary>What is asked of the own data, waiting for "Ya".</summary>
    public Cases.Rights.RightsKind? Rights { get; init; }

    public string? AddressNote { get; init; }

    public string? Nik { get; init; }

    public string? Kk { get; init; }

    public string? Phone { get; init; }

    /// <summary>What was understood beside the need, as JSON without personal data.</summary>
    public string? Facts { get; init; }

    /// <summary>The questions answered so far, for KEMBALI.</summary>
    public IReadOnlyList<Step> Path { get; init; } = [];

    /// <summary>Where the talk was before DARURAT, BATAL, BERHENTI or MENU.</summary>
    public Step? ReturnTo { get; init; }

    /// <summary>Tickets offered as a numbered list, or the one that the open question is about.</summary>
    public IReadOnlyList<string> Tickets { get; init; } = [];

    /// <summary>The ticket asked about with AskTicket.</summary>
    public string? TicketAsked { get; init; }

    /// <summary>A question about a programme, as far as it was asked.</summary>
    public DraftInfo? Info { get; init; }

    /// <summary>What a linked officer is ordering by chat.</summary>
    public DraftOrder? Order { get; init; }

    /// <summary>What was said in the danger questions.</summary>
    public DraftDanger? Danger { get; init; }

    /// <summary>True when a complaint was begun: worth keeping and worth a question before it is dropped.</summary>
    public bool HasComplaint =>
        ForWhom is not null || Needs.Count > 0 || NeedGuess.Count > 0 || Story is not null || VillageCode is not null || GuessedVillage is not null
        || Documents.Count > 0 || HelpedName is not null || NeedGroup is not null;

    /// <summary>The files that count: not those with a fault.</summary>
    [JsonIgnore]
    public IEnumerable<DraftDocument> SoundDocuments => Documents.Where(paper => paper.Fault == FileFault.None);

    /// <summary>True when this paper has come and can be read.</summary>
    public bool HasPaper(string kind) => SoundDocuments.Any(paper => paper.Kind == kind);

    /// <summary>The draft without its complaint; who talks and small talk stay.</summary>
    public Draft WithoutComplaint() => Empty with { Name = Name, Phone = Phone };
}

/// <summary>A place in another served regency.</summary>
/// <param name="RegencyCode">The regency that serves it.</param>
/// <param name="Place">Its name as told.</param>
/// <param name="VillageCode">The village when it is known.</param>
public sealed record DraftElsewhere(string RegencyCode, string Place, string? VillageCode);

/// <summary>A question about a programme.</summary>
public sealed record DraftInfo
{
    /// <summary>Programmes offered as a numbered list.</summary>
    public IReadOnlyList<long> Offered { get; init; } = [];

    /// <summary>The programme told about last.</summary>
    public long? Told { get; init; }

    /// <summary>"Mau ditanyakan ke petugas?" waits.</summary>
    public bool IsUnanswered { get; init; }
}

/// <summary>An officer's order by chat, as far as it was told.</summary>
public sealed record DraftOrder(string Ticket)
{
    public Outcome? Outcome { get; init; }

    public string? Sentence { get; init; }

    /// <summary>Carried out: BATAL takes it back while nobody has read of it.</summary>
    public bool IsDone { get; init; }
}

/// <summary>Where an answer came from.</summary>
/// <param name="Step">The question that it answered; <see cref="Step.Greet"/> for a story told in the first message.</param>
/// <param name="MessageId">The provider's number of the message.</param>
/// <param name="Words">The part of the story that it told; empty for a name.</param>
public sealed record DraftSource(Step Step, string MessageId, string Words = "");

/// <summary>One need in a draft.</summary>
public sealed record DraftNeed(string Category, string? Programme = null, string? Issue = null);

/// <summary>A file that came with the draft.</summary>
/// <param name="InboxId">The message that brought it.</param>
/// <param name="Index">Which file of that message.</param>
/// <param name="Kind">The paper it is taken for, or null.</param>
/// <param name="IsVoice">A voice note, not a paper.</param>
/// <param name="Fault">Why it does not count as that paper.</param>
public sealed record DraftDocument(long InboxId, int Index, string? Kind, bool IsVoice = false, FileFault Fault = FileFault.None);

/// <summary>A photo of an identity card that was sent for a case already filed.</summary>
/// <param name="CaseId">The case that waited for it.</param>
/// <param name="InboxId">The message that brought it.</param>
/// <param name="Index">Which file of that message.</param>
public sealed record FiledCard(long CaseId, long InboxId, int Index);

/// <summary>The danger questions' answers.</summary>
public sealed record DraftDanger(bool IsSuicidal, bool IsSelf, bool AlarmRaised = false, string? Place = null, string? Who = null, string? CallTo = null)
{
    /// <summary>An answer to the danger question was neither yes nor no; the next one counts as yes.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>A message here is itself a danger; the next one that comes is answered once, without a word of what it is about.</summary>
    public bool IsUnsafeHere { get; init; }
}

/// <summary>What the person helped said to the reporter.</summary>
public enum HelpedPermission
{
    Agreed,
    NotAskedYet,
    CannotBeAsked,
}
