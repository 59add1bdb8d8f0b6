using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Moves;

/// <summary>What the resident reads of a move (DOMAIN §6, column Message); null for the silent ones.</summary>
public sealed class MoveTexts(TextCatalog texts, CaseClock clock)
{
    /// <summary>Closed and refused cases may be reopened so long (DOMAIN §6).</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(30);

    /// <summary>The text of a move that has just been written into the case.</summary>
    public Notice? Of(Case moved, IReadOnlyList<CaseItem> items, MoveRequest request, Actor actor, CaseSurroundings around, MoveFacts? made = null)
    {
        var facts = made ?? MoveFacts.None;
        var unit = around.Unit;
        if (request.Move is CaseMove.StartCheck or CaseMove.Resolve or CaseMove.Reject && IsOneOfSeveral(moved, items, request.Move)) return OneOfSeveral(moved, items[0], around);
        return request.Move switch
        {
            CaseMove.StartCheck or CaseMove.AgencyReturned => new Notice(CaseUpdates.CaseChecked_ToResident, ("ticket", moved.Ticket), ("officer", actor.Name), ("unit", unit.Name)),
            CaseMove.PlanVisit => new Notice(CaseUpdates.CaseVisit_ToResident,
                ("ticket", moved.Ticket), ("officer", facts.Visitor!), ("date", Date(unit, facts.VisitAt!.Value)), ("time", Time(unit, facts.VisitAt.Value))),
            CaseMove.Refer => new Notice(CaseUpdates.CaseReferred_ToResident,
                ("ticket", moved.Ticket), ("agency", facts.Agency!), ("date", Date(unit, clock.Now)), ("answerDate", Date(unit, facts.AnswerDueAt!.Value))),
            CaseMove.Reject => Rejected(moved, items),
            CaseMove.Merge => new Notice(CaseUpdates.CaseDuplicate_ToResident, ("ticket", moved.Ticket), ("other", facts.OtherTicket!)),
            CaseMove.Unmerge => new Notice(CaseUpdates.CaseUnmerged_ToResident, ("ticket", moved.Ticket), ("unit", unit.Name)),
            CaseMove.AskDocuments => NeedsDocuments(moved, items, request, around),
            CaseMove.CloseForDocuments => new Notice(CaseUpdates.CaseClosedDocuments_ToResident,
                ("ticket", moved.Ticket), ("documents", Labels(request.Documents, around)), ("date", ReopenUntil(unit))),
            CaseMove.DocumentsCame when actor.IsOfficer => new Notice(CaseUpdates.CaseDocumentsComplete_ToResident,
                ("ticket", moved.Ticket), ("documents", Labels(request.Documents, around))),
            CaseMove.Resolve => Resolved(moved),
            CaseMove.Confirm when actor == Actor.System => new Notice(Questions.AskResolved_ClosedSilently, ("ticket", moved.Ticket), ("date", ReopenUntil(unit))),
            CaseMove.Reopen or CaseMove.Object => new Notice(
                request.Move == CaseMove.Object ? CaseUpdates.CaseObjected_ToResident : CaseUpdates.CaseReopened_ToResident,
                ("ticket", moved.Ticket), ("officer", request.CheckedBy ?? unit.Name), ("date", Date(unit, moved.DueAt ?? clock.CheckDue(unit)))),
            CaseMove.Cancel => new Notice(CaseUpdates.CaseCancelled_ToResident, ("ticket", moved.Ticket), ("date", ReopenUntil(unit))),
            _ => null,
        };
    }

    /// <summary>The question that the numbers in the text answer.</summary>
    public static string? StepOf(Notice told) => told.Key switch
    {
        Questions.AskResolved_Question => "AskResolved",
        CaseUpdates.CaseVisit_ToResident => "AskVisit",
        _ => null,
    };

    /// <summary>What a resident reads for a state.</summary>
    public string Status(CaseStatus status, string language = TextCatalog.Indonesian) => texts.Get($"CaseStatus_{status}", language);

    /// <summary>The papers' names in one line.</summary>
    public static string Labels(IEnumerable<string> codes, CaseSurroundings around) => string.Join(", ", codes.Select(around.Catalogue.DocumentLabel));

    private Notice NeedsDocuments(Case moved, IReadOnlyList<CaseItem> items, MoveRequest request, CaseSurroundings around)
    {
        var told = new Notice(CaseUpdates.CaseNeedsDocuments_ToResident, ("ticket", moved.Ticket), ("date", Date(around.Unit, items[0].DocumentsDueAt!.Value)));
        var labels = Labels(request.Documents, around);
        var own = request.Documents.Any(code => !around.Catalogue.Knows(code));
        return own ? told.WithPersons("documents", labels) : told with { Gaps = [.. told.Gaps, new NoticeGap("documents", labels)] };
    }

    private static Notice Resolved(Case moved)
    {
        var sentences = moved.Items.Where(item => item.Status == CaseStatus.Resolved).Select(item => Sentence(item.OutcomeSentence)).Distinct();
        return new Notice(Questions.AskResolved_Question, ("ticket", moved.Ticket)).WithPersons("outcome", string.Join(' ', sentences));
    }

    /// <summary>M16: another unit or officer has the case now.</summary>
    public static Notice Transferred(Case moved, string? officer, PuskesosUnit unit) =>
        new(CaseUpdates.CaseChecked_ToResident, ("ticket", moved.Ticket), ("officer", officer ?? "petugas"), ("unit", unit.Name));

    private static Notice Rejected(Case moved, IReadOnlyList<CaseItem> items)
    {
        var refusals = items.Select(item => item.Refusal).OfType<Refusals.Refusal>().ToList();
        return new Notice(CaseUpdates.CaseRejected_ToResident, ("ticket", moved.Ticket))
            .WithPersons("reason", string.Join(' ', refusals.Select(refusal => Sentence(refusal.Words)).Distinct()))
            .WithPersons("nextStep", string.Join(' ', refusals.Select(refusal => Sentence(refusal.NextStep)).Distinct()));
    }

    private Notice OneOfSeveral(Case moved, CaseItem item, CaseSurroundings around)
    {
        var told = new Notice(CaseUpdates.CaseItemMoved_ToResident, ("ticket", moved.Ticket), ("item", around.NeedLabel(item)));
        return item.Status == CaseStatus.Resolved
            ? told.WithPersons("status", TextFill.Fill(texts.For(moved.RegencyCode).Get(CaseUpdates.CaseStatus_ResolvedWith), ("outcome", Sentence(item.OutcomeSentence).TrimEnd('.'))))
            : item is { Status: CaseStatus.Rejected, Refusal: { } refusal }
            ? told.WithPersons("status", TextFill.Fill(texts.For(moved.RegencyCode).Get(CaseUpdates.CaseStatus_RejectedWith), ("reason", Sentence(refusal.Words)), ("nextStep", Sentence(refusal.NextStep).TrimEnd('.'))))
            : told with { Gaps = [.. told.Gaps, new NoticeGap("status", texts.For(moved.RegencyCode).Get($"CaseStatus_{item.Status}"))] };
    }

    /// <summary>A finished need is news of its own only while others are open: the last one asks whether all is well.</summary>
    private static bool IsOneOfSeveral(Case moved, IReadOnlyList<CaseItem> items, CaseMove move) =>
        move is CaseMove.Resolve or CaseMove.Reject ? moved.Items.Any(item => item.Status < CaseStatus.Resolved) : items.Count == 1 && moved.Items.Count > 1;

    /// <summary>A whole sentence with its full stop, on one line as template review demands.</summary>
    private static string Sentence(string? words)
    {
        var line = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 || line[^1] is '.' or '!' or '?' ? line : line + ".";
    }

    private string ReopenUntil(PuskesosUnit unit) => Date(unit, clock.Now + ReopenWithin);

    private string Time(PuskesosUnit unit, DateTimeOffset at)
    {
        var zone = clock.Of(unit).Zone;
        return IndonesianFormat.Time(zone.TimeOf(at), zone.Name);
    }

    private string Date(PuskesosUnit unit, DateTimeOffset at) => IndonesianFormat.Date(clock.DayOf(unit, at));
}
