using Puskesos.Admin.Texts;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Proposals;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Documents;
using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Admin.Pages.Cases;

/// <summary>All that the page of a case shows, read for one officer.</summary>
public sealed record CaseView
{
    public required Case Case { get; init; }

    public required Actor Reader { get; init; }

    public required PuskesosUnit Unit { get; init; }

    public required WorkingTime Working { get; init; }

    public required CatalogueIndex Catalogue { get; init; }

    public required string Village { get; init; }

    public required PersonView Reporter { get; init; }

    public PersonView? Helped { get; init; }

    public string? Owner { get; init; }

    /// <summary>The officer who has the resident's chat; null = the bot.</summary>
    public string? HeldBy { get; init; }

    public bool HeldByReader { get; init; }

    /// <summary>Until when free words reach the resident; null where the channel has no such limit.</summary>
    public DateTimeOffset? WindowUntil { get; init; }

    public bool WindowIsOpen { get; init; } = true;

    public required ClockText Clock { get; init; }

    public required Turn Turn { get; init; }

    public required IReadOnlyList<TalkLine> Talk { get; init; }

    public required IReadOnlyList<HistoryLine> History { get; init; }

    public required IReadOnlyList<Document> Documents { get; init; }

    public required IReadOnlyList<AwaitedDocument> Awaited { get; init; }

    /// <summary>What the reader may do now with one or more needs.</summary>
    public required IReadOnlySet<CaseMove> Moves { get; init; }

    /// <summary>The reader's last move while it can still be taken back.</summary>
    public CaseEvent? JustMoved { get; init; }

    public bool MayWrite { get; init; }

    /// <summary>It is about the reader or the family: somebody else handles it.</summary>
    public bool IsOwn => Reader.Roles.Count == 0;

    public required DateTimeOffset Now { get; init; }

    /// <summary>Looks at the aid data about the person concerned, the newest first.</summary>
    public IReadOnlyList<DataCheckLine> DataChecks { get; init; } = [];

    /// <summary>What was proposed for the ministry's data because of this case, the newest first.</summary>
    public IReadOnlyList<DataProposal> Proposals { get; init; } = [];

    /// <summary>How far a proposal has come, in words.</summary>
    public static string StageOf(DataProposal made) => AdminWords.T(made switch
    {
        { AnsweredAt: not null, WasAccepted: true } => AdminText.Proposals_Accepted,
        { AnsweredAt: not null } => AdminText.Proposals_Rejected,
        { EnteredAt: not null } => AdminText.ProposalStage_Entered,
        _ => AdminText.ProposalStage_Waiting,
    });

    public string DayOf(DateTimeOffset at) => IndonesianFormat.ShortDate(Working.Zone.DayOf(at));

    public bool MayPropose => ProposalList.MayPropose(Case, Reader.Roles);

    /// <summary>The day here.</summary>
    public DateOnly Today => Working.Zone.DayOf(Now);

    public IReadOnlyList<VisitLine> Visits { get; init; } = [];

    public IReadOnlyList<ReferralLine> Referrals { get; init; } = [];

    /// <summary>Tickets that may be the same complaint; only while it can still be merged.</summary>
    public IReadOnlyList<OtherTicket> Duplicates { get; init; } = [];

    /// <summary>Tickets merged into this one, and the one into which this was merged.</summary>
    public IReadOnlyList<OtherTicket> Merged { get; init; } = [];

    public string? MergedInto { get; init; }

    /// <summary>Tickets of everybody on the same family card.</summary>
    public IReadOnlyList<HouseholdLine> Household { get; init; } = [];

    public required IReadOnlyDictionary<long, string> Officers { get; init; }

    public required Func<DateTimeOffset, string> MomentOf { get; init; }

    public bool ProposesRefusal => Case.Items.Any(item => RefusalProposals.MayPropose(item, Reader));

    public bool DecidesRefusal => Case.Items.Any(item => RefusalProposals.MayDecide(item, Reader));

    /// <summary>The reader may write what became of a referral.</summary>
    public bool HearsBack => Referrals.Any(line => ReferralNews.MayHear(line.Referral, Reader));

    public bool MayTransfer => CaseTransfers.MayTransfer(Case, Reader);

    /// <summary>To whom it is referred, for the resident's sentence.</summary>
    public string? Agency => Referrals.FirstOrDefault(line => line.Referral.IsOutsideNow)?.Referral.Agency;

    /// <summary>An officer by name.</summary>
    public string NameOf(long? officer) => Officers.GetValueOrDefault(officer ?? 0, "");

    public IEnumerable<CaseItem> Items => Case.Items.OrderBy(item => item.Number);

    public string NeedLabel(CaseItem item) => Catalogue.Find(item.CategoryCode)?.Label ?? item.CategoryCode;

    /// <summary>Papers that can be asked for: first those that the needs call for, then all others of the catalogue.</summary>
    public IReadOnlyList<string> PapersToAsk =>
        [.. Catalogue.RequiredDocuments(Case.Items.Select(item => item.CategoryCode)).Concat(Catalogue.Kinds).Distinct()];

    /// <summary>The outcomes that the reader may choose: an examination alone ends only with three of them.</summary>
    public IReadOnlyList<Outcome> Outcomes =>
        Case.Items.Any(item => item.Status is CaseStatus.InProgress or CaseStatus.Referred) ? Enum.GetValues<Outcome>() : CaseMoves.OutcomesOfReview;
}

/// <summary>A person as the page shows one: numbers masked.</summary>
public sealed record PersonView(string Name, string? Nik, string? Phone, string? Address);

/// <summary>One bubble of the talk.</summary>
/// <param name="At">When.</param>
/// <param name="Moment">When, in words.</param>
/// <param name="Who">Who said it.</param>
/// <param name="Words">What was said.</param>
/// <param name="IsOut">Ours.</param>
/// <param name="Delivery">How far it came, for ours.</param>
/// <param name="HasFailed">It did not arrive.</param>
/// <param name="Documents">Files that came with it.</param>
public sealed record TalkLine(DateTimeOffset At, string Moment, string Who, string? Words, bool IsOut, string? Delivery, bool HasFailed, IReadOnlyList<Document> Documents)
{
    /// <summary>The shape beside the word of delivery.</summary>
    public string Icon { get; init; } = "check";

    /// <summary>The row it was read from: of the outbox for ours, else of the inbox.</summary>
    public long MessageId { get; init; }
}

/// <summary>One line of the history.</summary>
public sealed record HistoryLine(string Title, string? Words, string When, bool IsAutomatic);
