using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Rights;

/// <summary>The data-protection officer's list of requests: found, noted, answered, each step in the request's history.</summary>
public sealed class RightsDesk(BotDbContext database, FieldCipher cipher, RightsFiling filing, RightsAnswer answers, TimeProvider clock)
{
    /// <summary>Closed requests that stay on the list.</summary>
    private const int ClosedShown = 50;

    /// <summary>Who answers requests (DOMAIN §3).</summary>
    public static bool Holds(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.DataProtection);
    }

    /// <summary>Open ones by the time left, the late ones first; then the latest closed.</summary>
    public async Task<IReadOnlyList<RightsRequest>> ListAsync(OfficerReach by, CancellationToken cancellationToken)
    {
        var mine = Of(by).AsNoTracking();
        var open = await mine.Where(row => row.ClosedAt == null).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var closed = await mine.Where(row => row.ClosedAt != null).OrderByDescending(row => row.ClosedAt).Take(ClosedShown).ToListAsync(cancellationToken);
        return [.. open, .. closed];
    }

    /// <summary>How many wait for an answer, and how many of them are late.</summary>
    public async Task<(int Open, int Late)> CountAsync(OfficerReach by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await Of(by).Where(row => row.ClosedAt == null).Select(row => row.DueAt).ToListAsync(cancellationToken);
        return (due.Count, due.Count(at => at < now));
    }

    /// <summary>One request with its history; null for one of elsewhere.</summary>
    public Task<RightsRequest?> FindAsync(OfficerReach by, long id, CancellationToken cancellationToken) =>
        Of(by).AsNoTracking().Include(row => row.Events).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>Takes down a letter or a visit; null when a ticket or NIK is named that leads to nobody here.</summary>
    public async Task<RightsRequest?> RecordAsync(OfficerReach by, RightsWish wish, RightsPerson who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        var person = await FindPersonAsync(by, who, cancellationToken);
        if (who.IsNamed && person is null) return null;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var filed = await filing.FileAsync(database, wish with { ResidentId = person }, cancellationToken);
        await together.CommitAsync(cancellationToken);
        return filed;
    }

    /// <summary>Says whose data a request is about; false when nobody is found.</summary>
    public async Task<bool> LinkAsync(OfficerReach by, long id, RightsPerson who, CancellationToken cancellationToken) =>
        await FindPersonAsync(by, who, cancellationToken) is { } person
        && await ChangeAsync(by, id, RightsStep.Found, null, found => (found.ResidentId, found.IdentityCheckedAt) = (person, null), cancellationToken);

    /// <summary>A note for those who come after; false without words.</summary>
    public Task<bool> NoteAsync(OfficerReach by, long id, string? words, CancellationToken cancellationToken) =>
        Said(words) is { } note ? ChangeAsync(by, id, RightsStep.Noted, note, _ => { }, cancellationToken) : Task.FromResult(false);

    /// <summary>It is sure that the data is the person's own; false when nobody says how.</summary>
    public async Task<bool> CheckIdentityAsync(OfficerReach by, long id, string? how, CancellationToken cancellationToken) =>
        Said(how) is { } words && await FindAsync(by, id, cancellationToken) is { ResidentId: not null }
        && await ChangeAsync(by, id, RightsStep.IdentityChecked, words, found => found.IdentityCheckedAt = clock.GetUtcNow(), cancellationToken);

    /// <summary>Writes down that the copy was opened; false before the identity is checked.</summary>
    public async Task<bool> CopiedAsync(OfficerReach by, RightsRequest of, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(of);
        if (of is not { ResidentId: not null, IdentityCheckedAt: not null, ClosedAt: null }) return false;
        return await ChangeAsync(by, of.Id, RightsStep.Copied, null, _ => { }, cancellationToken);
    }

    /// <summary>Puts right what is kept of the person; false before the identity is checked or when nothing fits.</summary>
    public async Task<bool> CorrectAsync(OfficerReach by, long id, RightsCorrection right, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(right);
        if (!right.Fits || await FindAsync(by, id, cancellationToken) is not { Kind: RightsKind.Correction, ResidentId: { } person, IdentityCheckedAt: not null }) return false;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var kept = await database.Residents.SingleAsync(row => row.Id == person, cancellationToken);
        (kept.Name, kept.AddressNote) = (right.Name!.Trim(), string.IsNullOrWhiteSpace(right.AddressNote) ? null : right.AddressNote.Trim());
        if (right.Phone is { } phone) HelpedPerson.KeepPhone(kept, phone, cipher);
        if (!await ChangeAsync(by, id, RightsStep.Corrected, null, _ => { }, cancellationToken)) return false;
        await together.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Ends the request; who asked in the chat is told there. False without words or an outcome, or when it is closed already.</summary>
    public async Task<bool> CloseAsync(OfficerReach by, long id, RightsOutcome? outcome, string? words, CancellationToken cancellationToken)
    {
        if (outcome is not { } ended || !Enum.IsDefined(ended) || Said(words) is not { } answer) return false;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var isClosed = await ChangeAsync(by, id, RightsStep.Closed, answer, found => (found.ClosedAt, found.ClosedBy, found.Outcome) = (clock.GetUtcNow(), by.OfficerId, ended), cancellationToken);
        if (!isClosed) return false;
        await answers.TellAsync(database, await database.Set<RightsRequest>().SingleAsync(row => row.Id == id, cancellationToken), answer, cancellationToken);
        await together.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The sealed words, opened.</summary>
    public string? Open(byte[]? words) => words is null ? null : cipher.OpenText(words);

    /// <summary>An open request is changed with its line of history; a closed one no more.</summary>
    private async Task<bool> ChangeAsync(OfficerReach by, long id, RightsStep step, string? words, Action<RightsRequest> change, CancellationToken cancellationToken)
    {
        var regency = by.RegencyCode;
        if (!Holds(by)) return false;
        var mine = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(cancellationToken) : null;
        await using (mine)
        {
            // Two tabs at once: the second waits here and then finds what the first did.
            var found = await database.Set<RightsRequest>().FromSql($"select * from rights_requests where id = {id} and regency_code = {regency} for update").SingleOrDefaultAsync(cancellationToken);
            if (found is not { ClosedAt: null }) return false;
            change(found);
            database.Add(new RightsEvent { RequestId = id, At = clock.GetUtcNow(), Step = step, OfficerId = by.OfficerId, Words = words is null ? null : cipher.Seal(words) });
            await database.SaveChangesAsync(cancellationToken);
            if (mine is not null) await mine.CommitAsync(cancellationToken);
            return true;
        }
    }

    private async Task<long?> FindPersonAsync(OfficerReach by, RightsPerson who, CancellationToken cancellationToken)
    {
        if (who.Nik is { } nik)
        {
            var index = cipher.Index(NikKeeping.Purpose, nik);
            return await database.Residents.Where(row => row.RegencyCode == by.RegencyCode && row.NikIndex == index && row.ErasedAt == null).OrderBy(row => row.Id).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken);
        }

        if (who.Ticket is not { } written || Ticket.Find(written) is not { } ticket) return null;
        var about = await database.Cases.AsNoTracking().Where(row => row.RegencyCode == by.RegencyCode && row.Ticket == ticket).Select(row => new { row.ReporterId, row.HelpedId }).SingleOrDefaultAsync(cancellationToken);
        return who.IsHelped ? about?.HelpedId : about?.ReporterId;
    }

    private IQueryable<RightsRequest> Of(OfficerReach by)
    {
        ArgumentNullException.ThrowIfNull(by);
        var (regency, holds) = (by.RegencyCode, Holds(by));
        return database.Set<RightsRequest>().Where(row => holds && row.RegencyCode == regency);
    }

    private static string? Said(string? words) => words?.ReplaceLineEndings("\n").Trim() is { Length: > 0 and <= RightsRequest.LongestWords } said ? said : null;
}

/// <summary>What leads to the person: a NIK, or a ticket and whether its reporter or who is helped.</summary>
public sealed record RightsPerson(string? Nik, string? Ticket, bool IsHelped = false)
{
    /// <summary>Something was named.</summary>
    public bool IsNamed => Nik is not null || Ticket is not null;
}

/// <summary>What is kept of a person, put right.</summary>
/// <param name="Name">As it should be.</param>
/// <param name="Phone">E.164; null = as it was.</param>
/// <param name="AddressNote">RT, RW and landmarks.</param>
public sealed record RightsCorrection(string? Name, string? Phone, string? AddressNote)
{
    /// <summary>A name, and nothing too long.</summary>
    public bool Fits => Name?.Trim() is { Length: > 0 and <= RightsRequest.LongestName } && AddressNote is null or { Length: <= RightsRequest.LongestWords };
}
