using Puskesos.Core.Cases;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Documents;
using Puskesos.Core.Documents.Cards;
using Puskesos.Core.Language.Lexicon;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>All that a turn may know, loaded before it starts; steps read it and do no I/O.</summary>
public sealed record TurnView
{
    public required long ConversationId { get; init; }

    public required Channel Channel { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required Regency Regency { get; init; }

    /// <summary>Every regency of this installation by its code; a talk moves to another when the resident lives there.</summary>
    public IReadOnlyDictionary<string, Regency> Served { get; init; } = new Dictionary<string, Regency>();

    public required CatalogueIndex Catalogue { get; init; }

    public required PlaceIndex Places { get; init; }

    /// <summary>The words by which this turn understands.</summary>
    public LanguageEdition Words { get; init; } = LanguageEdition.Seed;

    public required TextCatalog Texts { get; init; }

    public string Language { get; init; } = TextCatalog.Indonesian;

    /// <summary>The person chose the language by word (INDONESIA, JAWA …): the writing changes it no more.</summary>
    public bool LanguageChosen { get; init; }

    public Step Step { get; init; }

    public Draft Draft { get; init; } = Draft.Empty;

    public DateTimeOffset? DraftStartedAt { get; init; }

    /// <summary>The draft was erased because it was too old, and the person does not know yet.</summary>
    public bool DraftWasErased { get; init; }

    public DateTimeOffset? LastInboundAt { get; init; }

    public int Misunderstood { get; init; }

    /// <summary>Who is talking, when known.</summary>
    public KnownResident? Resident { get; init; }

    /// <summary>Others who have told their name at this address (a shared phone), the latest first.</summary>
    public IReadOnlyList<KnownPerson> OthersHere { get; init; } = [];

    /// <summary>The person's phone number is known, from the channel or as told.</summary>
    public bool PhoneKnown { get; init; }

    /// <summary>The person's own cases, oldest first: open ones and those closed within the time in which they may be reopened.</summary>
    public IReadOnlyList<CaseBrief> Cases { get; init; } = [];

    /// <summary>A case that somebody filed for the person at this address and that waits for a yes or no.</summary>
    public CaseBrief? HelpedCase { get; init; }

    /// <summary>Cases that a ticket number in the messages or the draft points to, with what is needed to check the code.</summary>
    public IReadOnlyList<LookedUpCase> LookedUp { get; init; } = [];

    /// <summary>Too many wrong codes from this address within a day.</summary>
    public bool LookupPaused { get; init; }

    /// <summary>Messages put aside until the open question is answered.</summary>
    public IReadOnlyList<IncomingMessage> Waiting { get; init; } = [];

    /// <summary>What is known of the files of these messages and of the draft: looked at already, or still on their way.</summary>
    public IReadOnlyDictionary<FileOfMessage, KnownFile> Files { get; init; } = new Dictionary<FileOfMessage, KnownFile>();

    /// <summary>The officer whose chat this is, when linked.</summary>
    public LinkedOfficer? Officer { get; init; }

    /// <summary>The officer whose one-time code was written just now.</summary>
    public LinkedOfficer? CodeOfficer { get; init; }

    public HeldChat? Held { get; init; }

    /// <summary>Notices were stopped by BERHENTI.</summary>
    public bool NoticesStopped { get; init; }

    /// <summary>News that waits for the window to open.</summary>
    public bool NewsWaiting { get; init; }

    /// <summary>An alarm of this chat is being dealt with.</summary>
    public bool InEmergency { get; init; }

    /// <summary>When an officer can answer: whether the office is open now, and else when it opens.</summary>
    public required OfficeHours Office { get; init; }

    /// <summary>The nudge was the last thing said: "1" and "2" answer it, words answer the open question.</summary>
    public bool WasNudged { get; init; }

    /// <summary>True for an answer to the nudge.</summary>
    public bool AnswersNudge(IncomingMessage message) =>
        WasNudged && (message.ChoiceId?.StartsWith(nameof(Step.AskResume), StringComparison.Ordinal) == true || message.Text?.Trim() is "1" or "2");

    /// <summary>Messages put aside are read now: who is talking is settled and danger was asked about.</summary>
    public bool IsReread { get; init; }

    public IEnumerable<CaseBrief> OpenCases => CaseBrief.Open(Cases);

    /// <summary>Somebody is known here, so it is worth asking who writes.</summary>
    public bool KnowsSomebody => Resident is { Name.Length: > 0 } || OthersHere.Count > 0;

    /// <summary>Several who share this phone have open cases: only they can say whose a message is.</summary>
    public bool OthersHaveOpenCases => OthersHere.Any(other => CaseBrief.Open(other.Cases).Any());

    /// <summary>Why this file does not count; none also while nobody has looked at it.</summary>
    public FileFault FaultOf(long inboxId, int index) => Files.TryGetValue(new FileOfMessage(inboxId, index), out var file) ? file.Fault : FileFault.None;

    /// <summary>Why this file does not count as the paper that is asked for.</summary>
    public FileFault PaperFaultOf(long inboxId, int index) => Files.TryGetValue(new FileOfMessage(inboxId, index), out var file) ? file.PaperFault : FileFault.None;

    /// <summary>The paper of the draft that came before, where none was asked for, and is sent once more as this file; null when it is no such one.</summary>
    public DraftDocument? EarlyCopy(long inboxId, int index) =>
        Files.TryGetValue(new FileOfMessage(inboxId, index), out var file) && file is { Fault: FileFault.SentBefore, Same: { } same }
            ? Draft.Documents.FirstOrDefault(paper => paper is { Kind: null, IsVoice: false, Fault: FileFault.None } && paper.InboxId == same.InboxId && paper.Index == same.Index) : null;

    /// <summary>The identity card of the draft, as far as it was read; null when none was.</summary>
    public CardReading? Card => Draft.SoundDocuments.Select(paper => CardOn(paper.InboxId, paper.Index)).FirstOrDefault(card => card is not null);

    /// <summary>What was read on a file as an identity card; null when nothing was.</summary>
    public CardReading? CardOn(long inboxId, int index) => Files.TryGetValue(new FileOfMessage(inboxId, index), out var file) && file.Card is { IsCard: true } card ? card : null;

    /// <summary>True when the person's consent to the current text holds at this address.</summary>
    public bool HasConsent => Resident is { Consented: true };

    /// <summary>The time of day where the regency lies.</summary>
    public DateTimeOffset LocalNow => TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById(Regency.TimeZoneId));
}

/// <summary>One of the files of a message, by its place in it.</summary>
public readonly record struct FileOfMessage(long InboxId, int Index);

/// <summary>A file that was announced.</summary>
/// <param name="IsThere">Fetched and looked at, or given up.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Card">What was read on it, when it is an identity card.</param>
/// <param name="MayBeRead">Stored, and nobody has tried to read it as a card.</param>
/// <param name="PaperFault">What is wrong with it as a paper that is asked for.</param>
/// <param name="Same">The earlier file of this talk with the same content.</param>
public readonly record struct KnownFile(bool IsThere, FileFault Fault, FileFault PaperFault, CardReading? Card = null, bool MayBeRead = false, FileOfMessage? Same = null);

/// <summary>A person known at this address.</summary>
public sealed record KnownResident(long Id, string Name, bool Consented);

/// <summary>One of those known at an address, with the own cases.</summary>
public sealed record KnownPerson(KnownResident Resident, bool HasPhone)
{
    public IReadOnlyList<CaseBrief> Cases { get; init; } = [];
}

/// <summary>An officer linked to this address, with the cases of the officer's units that can be taken or finished by chat.</summary>
public sealed record LinkedOfficer(long Id, string Name, string Place, IReadOnlyList<OfficerTask> Tasks);

/// <summary>A line of an officer's list.</summary>
public sealed record OfficerTask(long CaseId, string Ticket, CaseStatus Status, DateTimeOffset? DueAt);

/// <summary>A human has the chat.</summary>
public sealed record HeldChat(long OfficerId, string OfficerName, long? CaseId);

/// <summary>Office hours as a reply needs them, reckoned in the regency's zone.</summary>
public sealed record OfficeHours(bool IsOpen, DateTimeOffset NextOpening);

/// <summary>A case as the talk needs it.</summary>
public sealed record CaseBrief
{
    /// <summary>Those that go on and that a chat may name: S1 never.</summary>
    public static IEnumerable<CaseBrief> Open(IEnumerable<CaseBrief> cases) => cases.Where(known => known.Status.IsOpen() && known.Secrecy != Secrecy.Secret);

    public required long Id { get; init; }

    public required string Ticket { get; init; }

    public required CaseStatus Status { get; init; }

    public required string UnitName { get; init; }

    public Secrecy Secrecy { get; init; }

    public DateTimeOffset? NextNewsAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The sentence by which an officer finished it.</summary>
    public string OutcomeSentence { get; init; } = "";

    /// <summary>Papers still to come, in the order of asking.</summary>
    public IReadOnlyList<string> Awaited { get; init; } = [];

    /// <summary>To whom it was referred.</summary>
    public string? Agency { get; init; }

    /// <summary>Into which ticket it was merged.</summary>
    public string? OtherTicket { get; init; }

    /// <summary>A visit lies ahead.</summary>
    public VisitBrief? Visit { get; init; }

    /// <summary>One of its needs was refused, and an objection is possible.</summary>
    public bool IsRefused { get; init; }

    public string ReporterName { get; init; } = "";

    public string HelpedName { get; init; } = "";

    /// <summary>The name, as told, of the person whom the case is about.</summary>
    public string AboutName { get; init; } = "";
}

/// <summary>A visit that lies ahead, as the talk needs it.</summary>
public sealed record VisitBrief(string Officer, DateTimeOffset StartsAt);

/// <summary>A case found by its ticket number, for a person who may be a stranger.</summary>
public sealed record LookedUpCase(CaseBrief Case, string CheckCode, string? PhoneLastFour, bool IsPaused);
