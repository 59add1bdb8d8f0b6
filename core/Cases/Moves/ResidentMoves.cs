using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Documents;
using Puskesos.Core.Language.Identity;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Cases.Moves;

/// <summary>
/// What a resident does with a filed case. Runs inside the turn's transaction, which holds the locks conversation → case;
/// gives back what the chat says, and tells the other person of the case and the officers by the outbox.
/// </summary>
public sealed class ResidentMoves(CaseMoves moves, DeskNotices desk, FieldCipher cipher, TimeProvider time)
{
    /// <summary>"Sudah": the case is confirmed; the question for a rating follows.</summary>
    public Task<MoveResult> ConfirmAsync(BotDbContext database, Case confirmed, CancellationToken cancellationToken) =>
        moves.ApplyAsync(database, confirmed, new MoveRequest(CaseMove.Confirm), Actor.Resident, cancellationToken);

    /// <summary>The rating, 1 to 4, and what was added to it.</summary>
    public async Task RateAsync(BotDbContext database, Case rated, int rating, string? suggestion, CancellationToken cancellationToken)
    {
        rated.Rating = Math.Clamp(rating, 1, 4);
        rated.Suggestion = string.IsNullOrWhiteSpace(suggestion) ? rated.Suggestion : suggestion.Trim();
        database.CaseEvents.Add(Line(rated, CaseEventKind.Rated, suggestion));
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>"Belum", "Buka lagi" or an awaited paper after the closing: opened again within thirty days, checked by the owner or, the second time, by the TKSK.</summary>
    public async Task<MoveResult> ReopenAsync(
        BotDbContext database, Case reopened, string? reason, long? inboxId, long fromConversation, CancellationToken cancellationToken)
    {
        var checker = reopened.ReopenedCount > 0
            ? await TkskOfAsync(database, reopened, cancellationToken)
            : await database.Users.Where(officer => officer.Id == reopened.OwnerId).Select(officer => officer.Name).SingleOrDefaultAsync(cancellationToken);
        var request = new MoveRequest(CaseMove.Reopen) { Words = Short(reason), InboxId = inboxId, RepliedTo = fromConversation, CheckedBy = checker };
        var result = await moves.ApplyAsync(database, reopened, request, Actor.Resident, cancellationToken);
        if (result.Answer == MoveAnswer.Done) await TellOfficersAsync(database, reopened, OfficerMessages.CaseReopened_ToOfficer, result.Event!.Id, cancellationToken);
        return result;
    }

    /// <summary>The resident takes the whole case back; never a secret one, where an officer must see that nobody is in danger.</summary>
    public Task<MoveResult> CancelAsync(BotDbContext database, Case cancelled, string? reason, long? fromConversation, CancellationToken cancellationToken) =>
        moves.ApplyAsync(database, cancelled, new MoveRequest(CaseMove.Cancel) { Words = Short(reason), RepliedTo = fromConversation }, Actor.Resident, cancellationToken);

    /// <summary>A paper has come: it answers every need that asked for it. When all have come, the needs go back to where they were, and the clock runs again.</summary>
    public async Task<DocumentArrival> DocumentArrivedAsync(
        BotDbContext database, Case awaiting, Document document, string kind, long fromConversation, CancellationToken cancellationToken)
    {
        document.Kind ??= kind;
        document.CaseId = awaiting.Id;
        var awaited = await database.AwaitedDocuments.Where(row => row.CaseId == awaiting.Id).ToListAsync(cancellationToken);
        foreach (var row in awaited.Where(row => row.Kind == kind && row.DocumentId is null)) row.DocumentId = document.Id;
        database.CaseEvents.Add(Line(awaiting, CaseEventKind.DocumentArrived, null, document.InboxId, document.Id));
        await database.SaveChangesAsync(cancellationToken);

        var around = await CaseSurroundings.LoadAsync(database, awaiting, cancellationToken);
        var label = around.Catalogue.DocumentLabel(kind);
        if (awaiting.Items.Any(item => item.Status == CaseStatus.ClosedNoDocuments))
        {
            var reopened = await ReopenAsync(database, awaiting, null, document.InboxId, fromConversation, cancellationToken);
            if (reopened.Answer == MoveAnswer.Done) return new DocumentArrival(reopened.Told, [], Resumed: false, Reopened: true);
        }

        // What an officer asked for counts; what is only "menyusul" counts when nobody has asked yet.
        var open = awaited.Where(row => row.DocumentId is null).ToList();
        var asked = open.Where(row => row.AskedByOfficer).ToList();
        var missing = (asked.Count > 0 || awaited.Any(row => row.AskedByOfficer) ? asked : open).Select(row => around.Catalogue.DocumentLabel(row.Kind)).Distinct().ToList();
        var complete = awaiting.Items.Where(item => item.Status == CaseStatus.NeedsDocuments && asked.All(row => row.ItemNumber != item.Number)).ToList();
        var resumed = false;
        foreach (var item in complete)
            resumed |= (await moves.ApplyAsync(database, awaiting, new MoveRequest(CaseMove.DocumentsCame) { Item = item.Number }, Actor.System, cancellationToken)).Answer == MoveAnswer.Done;
        if (resumed) await TellOfficersAsync(database, awaiting, OfficerMessages.DocumentsArrived_ToOfficer, around.LastEventId, cancellationToken);
        var told = missing.Count == 0
            ? new Notice(CaseUpdates.CaseDocumentsComplete_ToResident, ("documents", label), ("ticket", awaiting.Ticket))
            : new Notice(CaseUpdates.CaseDocumentArrived_ToResident, ("document", label), ("ticket", awaiting.Ticket), ("missing", string.Join(", ", missing)));
        return new DocumentArrival(told, missing, resumed, Reopened: false);
    }

    /// <summary>Words or files for an open case go into its history; the owner is told without their content, once until he or she has written.</summary>
    public async Task AppendAsync(BotDbContext database, Case extended, long? inboxId, string? words, IReadOnlyList<Document> documents, CancellationToken cancellationToken)
    {
        foreach (var document in documents) document.CaseId = extended.Id;
        var line = Line(extended, CaseEventKind.ResidentWrote, words, inboxId, documents.Count > 0 ? documents[0].Id : null);
        database.CaseEvents.Add(line);
        await database.SaveChangesAsync(cancellationToken);
        if (extended.OwnerId is null) return;
        var since = await CaseAnswers.LastWordsOfOfficerAsync(database, extended.Id, cancellationToken);
        await TellOfficersAsync(database, extended, OfficerMessages.ResidentReplied_ToOfficer, since, cancellationToken);
    }

    private async Task TellOfficersAsync(BotDbContext database, Case about, string key, long occasion, CancellationToken cancellationToken)
    {
        var around = await CaseSurroundings.LoadAsync(database, about, cancellationToken);
        IReadOnlyCollection<long> officers = about.OwnerId is { } owner ? [owner] : await desk.AtDeskAsync(database, around.Unit, cancellationToken);
        var notice = new Notice(key, ("date", about.DueAt is { } due ? IndonesianFormat.Date(moves.DayOf(around.Unit, due)) : ""));
        await desk.TellAsync(database, officers, notice, new CaseLink(about.Ticket, around.Unit), $"{key}/{about.Id}/{occasion}", cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private static async Task<string?> TkskOfAsync(BotDbContext database, Case reopened, CancellationToken cancellationToken)
    {
        var unit = (await CaseSurroundings.LoadAsync(database, reopened, cancellationToken)).Unit;
        return await database.OfficerRoles.Where(role => role.Role == Role.Tksk && unit.AreaCode.StartsWith(role.AreaCode))
            .Join(database.Users.Where(officer => officer.IsActive), role => role.OfficerId, officer => officer.Id, (_, officer) => officer)
            .OrderBy(officer => officer.Id).Select(officer => officer.Name).FirstOrDefaultAsync(cancellationToken);
    }

    private CaseEvent Line(Case about, CaseEventKind kind, string? words, long? inboxId = null, long? documentId = null) => new()
    {
        CaseId = about.Id,
        At = time.GetUtcNow(),
        Kind = kind,
        ActorRole = Actor.Resident.RoleCode,
        Words = string.IsNullOrWhiteSpace(words) ? null : cipher.Seal(IdentityNumberReader.Mask(words.Trim())),
        InboxId = inboxId,
        DocumentId = documentId,
    };

    private static string? Short(string? words) => words is { Length: > MoveRequest.LongestWords } ? words[..MoveRequest.LongestWords] : words;
}

/// <summary>What became of a paper that came.</summary>
/// <param name="Told">What the chat says.</param>
/// <param name="Missing">Names of papers still awaited.</param>
/// <param name="Resumed">The clock runs again.</param>
/// <param name="Reopened">The case had been closed for missing papers and is open again.</param>
public sealed record DocumentArrival(Notice? Told, IReadOnlyList<string> Missing, bool Resumed, bool Reopened);
