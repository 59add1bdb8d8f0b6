using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Ppks;

/// <summary>An officer notes of which PPKS kind the person helped is; the report counts it, and some kinds make the case secret.</summary>
public sealed class PpksNoting(BotDbContext database, FieldCipher cipher, TimeProvider time)
{
    /// <summary>Those who know the person, and those who answer for the report.</summary>
    public static bool MayNote(Actor officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return officer.HasAny(Role.FrontOffice, Role.BackOffice, Role.Fasilitator, Role.Tksk, Role.Slrt, Role.Dinsos);
    }

    /// <summary>Writes the kind, or takes it away with null; the history keeps who wrote it in these words. A case becomes more secret by it, never less.</summary>
    public async Task<MoveResult> NoteAsync(long caseId, int? kind, string words, Actor officer, CancellationToken cancellationToken)
    {
        if (!MayNote(officer)) return new MoveResult(MoveAnswer.NotAllowed);
        if (kind is { } number && !PpksKinds.IsKind(number)) return new MoveResult(MoveAnswer.Incomplete);
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var about = await database.Cases.FromSql($"select *, xmin from cases where id = {caseId} for no key update").SingleAsync(cancellationToken);
        if (about.PpksKind == kind) return new MoveResult(MoveAnswer.Done);
        about.PpksKind = kind;
        if (kind is { } known && PpksKinds.LeastSecrecy(known) is var least && least > about.Secrecy) about.Secrecy = least;
        database.CaseEvents.Add(new CaseEvent
        {
            CaseId = about.Id,
            At = time.GetUtcNow(),
            Kind = CaseEventKind.Note,
            OfficerId = officer.OfficerId,
            ActorRole = officer.RoleCode,
            Words = cipher.Seal(words),
        });
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return new MoveResult(MoveAnswer.Done);
    }
}
