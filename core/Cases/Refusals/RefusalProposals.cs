using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Refusals;

/// <summary>Proposes a refusal and takes it back; approving is the move <see cref="CaseMove.Reject"/>. Runs inside the caller's transaction, with the case locked.</summary>
public sealed class RefusalProposals(CaseClock clock, FieldCipher cipher)
{
    /// <summary>From here a refusal can be proposed (DOMAIN §6).</summary>
    private static readonly CaseStatus[] Open = [CaseStatus.UnderReview, CaseStatus.InProgress, CaseStatus.Referred];

    /// <summary>True when this officer may propose to refuse this need now; after an objection not again whoever made the refusal, but the third person who looks at it.</summary>
    public static bool MayPropose(CaseItem item, Actor by) => Open.Contains(item.Status) && item.Refusal switch
    {
        null => by.HasAny(Role.BackOffice),
        { IsOpen: true } => false,
        var decided => !decided.WasMadeBy(by.OfficerId) && by.HasAny(Role.BackOffice, Role.Tksk, Role.Slrt, Role.Dinsos),
    };

    /// <summary>True when this officer decides about the proposal: never the proposer.</summary>
    public static bool MayDecide(CaseItem item, Actor by) =>
        item.Refusal is { IsOpen: true } refusal && refusal.ProposedBy != by.OfficerId && by.HasAny(Role.Tksk, Role.Slrt);

    /// <summary>The back office proposes; the TKSK has one working day (DESIGN §16). The resident hears nothing yet.</summary>
    public async Task<MoveResult> ProposeAsync(BotDbContext database, Case about, int? item, RefusalForm form, Actor by, CancellationToken cancellationToken)
    {
        var able = about.Items.Where(row => (item is null || row.Number == item) && MayPropose(row, by)).ToList();
        if (able.Count == 0) return new MoveResult(about.Items.Exists(row => IsRepeat(row, form, by)) ? MoveAnswer.AlreadyDone : MoveAnswer.NotAllowed);
        if (!form.IsComplete) return new MoveResult(MoveAnswer.Incomplete);
        var around = await CaseSurroundings.LoadAsync(database, about, cancellationToken);
        foreach (var row in able)
            row.Refusal = new Refusal
            {
                Reason = form.Reason!.Value,
                Words = form.Words!.Trim(),
                NextStep = form.NextStep!.Trim(),
                ProposedBy = by.OfficerId ?? 0,
                ProposedAt = clock.Now,
                DueAt = clock.CheckDue(around.Unit),
            };
        return Write(database, about, Line(about, able, by, CaseEventKind.RefusalProposed, $"T{(int)form.Reason!.Value}: {form.Words!.Trim()}"));
    }

    /// <summary>The TKSK returns the proposal with a note.</summary>
    public MoveResult Return(BotDbContext database, Case about, int? item, string? note, Actor by)
    {
        var able = about.Items.Where(row => (item is null || row.Number == item) && MayDecide(row, by)).ToList();
        if (able.Count == 0) return new MoveResult(MoveAnswer.NotAllowed);
        if (string.IsNullOrWhiteSpace(note) || note.Length > MoveRequest.LongestWords) return new MoveResult(MoveAnswer.Incomplete);
        foreach (var row in able) row.Refusal = null;
        return Write(database, about, Line(about, able, by, CaseEventKind.RefusalReturned, note));
    }

    /// <summary>The same proposal of the same officer came before: a form that a weak signal sent twice.</summary>
    private static bool IsRepeat(CaseItem item, RefusalForm form, Actor by) =>
        item.Refusal is { IsOpen: true } open && open.ProposedBy == by.OfficerId && open.Reason == form.Reason && open.Words == form.Words?.Trim() && open.NextStep == form.NextStep?.Trim();

    private static MoveResult Write(BotDbContext database, Case about, CaseEvent line)
    {
        database.CaseEvents.Add(line);
        database.Entry(about).Property(row => row.LastToldAt).IsModified = true;
        return new MoveResult(MoveAnswer.Done, line);
    }

    private CaseEvent Line(Case about, List<CaseItem> items, Actor by, CaseEventKind kind, string words) => new()
    {
        CaseId = about.Id,
        ItemNumber = items.Count == 1 ? items[0].Number : null,
        At = clock.Now,
        Kind = kind,
        OfficerId = by.OfficerId,
        ActorRole = by.RoleCode,
        Words = cipher.Seal(words.Trim()),
    };
}
