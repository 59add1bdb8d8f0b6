using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Documents;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases;

/// <summary>An officer says what a file shows. That also accepts it: a photo that was called unclear counts when an officer can read it.</summary>
public sealed class PaperLabelling(CaseMoves moves, TimeProvider time)
{
    /// <summary>Length of a paper's name in the database.</summary>
    public const int LongestName = 40;

    /// <summary>Names the file, or takes its name away with null. Papers that it answered before are awaited again; when everything asked for has come, the needs go on.</summary>
    public async Task<MoveResult> NameAsync(BotDbContext database, Case about, long documentId, string? kind, Actor officer, CancellationToken cancellationToken)
    {
        var document = await database.Documents.SingleOrDefaultAsync(row => row.Id == documentId && row.CaseId == about.Id, cancellationToken);
        if (document is not { State: DocumentState.Stored }) return new MoveResult(MoveAnswer.NotFound);
        if (kind is { Length: > LongestName }) return new MoveResult(MoveAnswer.Incomplete);
        if (!officer.HasAny(Role.FrontOffice, Role.BackOffice, Role.Fasilitator, Role.Tksk, Role.Slrt, Role.Dinsos)) return new MoveResult(MoveAnswer.NotAllowed);
        var awaited = await database.AwaitedDocuments.Where(row => row.CaseId == about.Id).ToListAsync(cancellationToken);
        foreach (var row in awaited.Where(row => row.DocumentId == documentId && row.Kind != kind)) row.DocumentId = null;
        foreach (var row in awaited.Where(row => row.Kind == kind && row.DocumentId is null)) row.DocumentId = documentId;
        document.Kind = kind;
        database.CaseEvents.Add(new CaseEvent
        {
            CaseId = about.Id,
            At = time.GetUtcNow(),
            Kind = CaseEventKind.PaperNamed,
            OfficerId = officer.OfficerId,
            ActorRole = officer.RoleCode,
            DocumentId = documentId,
        });
        await database.SaveChangesAsync(cancellationToken);
        if (kind is null) return new MoveResult(MoveAnswer.Done);
        foreach (var item in about.Items.Where(item => item.Status == CaseStatus.NeedsDocuments && !awaited.Any(row => row.AskedByOfficer && row.DocumentId is null && row.ItemNumber == item.Number)).ToList())
            await moves.ApplyAsync(database, about, new MoveRequest(CaseMove.DocumentsCame) { Item = item.Number, Documents = [kind] }, officer, cancellationToken);
        return new MoveResult(MoveAnswer.Done);
    }
}
