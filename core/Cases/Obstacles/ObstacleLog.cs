using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Obstacles;

/// <summary>Officers report what hinders them; Dinsos and SLRT answer and close. A TKSK reads those of the own units.</summary>
public sealed class ObstacleLog(BotDbContext database, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>Who answers.</summary>
    public static bool MayAnswer(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Overlaps([Role.Dinsos, Role.Slrt]);
    }

    /// <summary>Whether an officer has a unit or sub-district to report from.</summary>
    public static bool MayReport(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.OrdinaryUnits.Length > 0;
    }

    /// <summary>What an officer may see, open ones first, the newest first among each.</summary>
    public Task<List<Obstacle>> ListAsync(OfficerReach reach, int most, CancellationToken cancellationToken) =>
        database.Set<Obstacle>().AsNoTracking().Where(Sees(reach)).OrderBy(row => row.ClosedAt != null).ThenByDescending(row => row.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>Reports an obstacle; null for a unit or case out of reach, or without words.</summary>
    public async Task<Obstacle?> ReportAsync(OfficerReach by, string unitCode, ObstacleKind kind, string words, string? ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(words);
        if (!by.OrdinaryUnits.Contains(unitCode) || !Enum.IsDefined(kind) || words.Trim().Length is 0 or > Obstacle.LongestWords) return null;
        long? about = null;
        if (!string.IsNullOrWhiteSpace(ticket))
        {
            var written = Ticket.Find(ticket);
            about = await database.Cases.Where(CaseReach.Sees(by)).Where(row => row.Ticket == written).Select(row => (long?)row.Id).SingleOrDefaultAsync(cancellationToken);
            if (about is null) return null;
        }

        var made = new Obstacle { RegencyCode = by.RegencyCode, UnitCode = unitCode, Kind = kind, Words = cipher.Seal(words.Trim()), CaseId = about, ReportedAt = clock.GetUtcNow(), ReportedBy = by.OfficerId };
        database.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        return made;
    }

    /// <summary>Writes what is done about it, by whom and until when; false when it is not there or says nothing.</summary>
    public async Task<bool> AnswerAsync(OfficerReach by, long id, ObstacleAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (!MayAnswer(by) || !answer.Fits || await FindAsync(by, id, cancellationToken) is not { } found) return false;
        (found.Answer, found.Owner, found.DueOn) = (cipher.Seal(answer.Words!.Trim()), string.IsNullOrWhiteSpace(answer.Owner) ? null : answer.Owner.Trim(), answer.DueOn);
        (found.AnsweredAt, found.AnsweredBy) = (clock.GetUtcNow(), by.OfficerId);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Closes an answered one, or opens it again; whoever reported it may do both.</summary>
    public async Task<bool> CloseAsync(OfficerReach by, long id, bool isClosed, CancellationToken cancellationToken)
    {
        if (await FindAsync(by, id, cancellationToken) is not { } found || !(MayAnswer(by) || found.ReportedBy == by.OfficerId)) return false;
        found.ClosedAt = isClosed ? found.ClosedAt ?? clock.GetUtcNow() : null;
        found.ClosedBy = isClosed ? found.ClosedBy ?? by.OfficerId : null;
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The sealed words, opened.</summary>
    public string Open(byte[] words) => cipher.OpenText(words);

    private Task<Obstacle?> FindAsync(OfficerReach by, long id, CancellationToken cancellationToken) =>
        database.Set<Obstacle>().Where(Sees(by)).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    private static Expression<Func<Obstacle, bool>> Sees(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var (regency, officer, all) = (reach.RegencyCode, reach.OfficerId, MayAnswer(reach));
        var review = reach.OrdinaryUnits.Where(unit => reach.RolesAt(unit).Contains(Role.Tksk)).ToArray();
        return row => row.RegencyCode == regency && (all || row.ReportedBy == officer || review.Contains(row.UnitCode));
    }
}

/// <summary>What is done about an obstacle.</summary>
public sealed record ObstacleAnswer(string? Words, string? Owner, DateOnly? DueOn)
{
    /// <summary>Something is said and nothing is too long.</summary>
    public bool Fits => Words?.Trim() is { Length: > 0 and <= Obstacle.LongestWords } && Owner is null or { Length: <= Obstacle.LongestOwner };
}
