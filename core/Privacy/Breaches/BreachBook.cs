using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Privacy.Breaches;

/// <summary>The log of data breaches: the data-protection officer writes, Dinsos reads, every change of a fact is kept (DOMAIN §3, §4.6).</summary>
public sealed class BreachBook(BotDbContext database, RunningNumbers numbers, FieldCipher cipher, TimeProvider clock)
{
    /// <summary>The latest on the list; a regency has few.</summary>
    private const int MostShown = 100;

    /// <summary>Who writes the log.</summary>
    public static bool MayWrite(OfficerReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.AllRoles.Contains(Role.DataProtection);
    }

    /// <summary>Who reads it.</summary>
    public static bool MayRead(OfficerReach reach) => MayWrite(reach) || reach.AllRoles.Contains(Role.Dinsos);

    /// <summary>Those of whom somebody has still to be told first, then the latest.</summary>
    public Task<List<DataBreach>> ListAsync(OfficerReach by, CancellationToken cancellationToken) =>
        Of(by).AsNoTracking().OrderBy(row => row.PersonsToldOn != null && row.AuthorityToldOn != null).ThenByDescending(row => row.FoundAt).Take(MostShown).ToListAsync(cancellationToken);

    /// <summary>How many have still to be told of, and how many of them are late.</summary>
    public async Task<(int Waiting, int Late)> CountAsync(OfficerReach by, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - DataBreach.TellWithin;
        var found = await Of(by).Where(row => row.PersonsToldOn == null || row.AuthorityToldOn == null).Select(row => row.FoundAt).ToListAsync(cancellationToken);
        return (found.Count, found.Count(at => at < before));
    }

    /// <summary>One breach with its history; null for one of elsewhere.</summary>
    public Task<DataBreach?> FindAsync(OfficerReach by, long id, CancellationToken cancellationToken) =>
        Of(by).AsNoTracking().Include(row => row.Changes).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    /// <summary>The facts of a breach, opened.</summary>
    public BreachFacts FactsOf(DataBreach breach)
    {
        ArgumentNullException.ThrowIfNull(breach);
        return JsonSerializer.Deserialize<BreachFacts>(cipher.Open(breach.Facts))!;
    }

    /// <summary>A sealed word of the history, opened.</summary>
    public string? Open(byte[]? words) => words is null ? null : cipher.OpenText(words);

    /// <summary>Writes down a breach; null when something is missing, or it is said to be found in the time to come.</summary>
    public async Task<DataBreach?> RecordAsync(OfficerReach by, BreachFacts facts, Guid? once, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var now = clock.GetUtcNow();
        if (!MayWrite(by) || !facts.Fits || facts.FoundAt > now) return null;
        if (once is not null && await Of(by).SingleOrDefaultAsync(row => row.OnceKey == once, cancellationToken) is { } sent) return sent;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var month = IndonesianZone.OfArea(by.RegencyCode).DayOf(now).ToString("yyMM", CultureInfo.InvariantCulture);
        var number = await numbers.NextAsync(database, $"breach/{by.RegencyCode}/{month}", cancellationToken);
        var made = new DataBreach
        {
            RegencyCode = by.RegencyCode,
            Number = string.Create(CultureInfo.InvariantCulture, $"I-{month}-{number:00}"),
            FoundAt = facts.FoundAt,
            Facts = Sealed(facts),
            PersonsToldOn = facts.PersonsToldOn,
            AuthorityToldOn = facts.AuthorityToldOn,
            RecordedAt = now,
            RecordedBy = by.OfficerId,
            OnceKey = once,
        };
        database.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return made;
    }

    /// <summary>Changes facts; every one that differs is a line of the history. What another tab changed since <paramref name="version"/> is not written over.</summary>
    public async Task<BreachSaved> ChangeAsync(OfficerReach by, long id, BreachFacts facts, int version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!MayWrite(by) || !facts.Fits || facts.FoundAt > clock.GetUtcNow()) return BreachSaved.Incomplete;
        await using var together = await database.Database.BeginTransactionAsync(cancellationToken);
        var regency = by.RegencyCode;
        var found = await database.Set<DataBreach>().FromSql($"select * from data_breaches where id = {id} and regency_code = {regency} for update").SingleOrDefaultAsync(cancellationToken);
        if (found is null) return BreachSaved.Incomplete;
        if (await database.Set<BreachChange>().CountAsync(line => line.BreachId == id, cancellationToken) != version) return BreachSaved.ChangedMeanwhile;
        var before = FactsOf(found);
        foreach (var fact in Enum.GetValues<BreachFact>())
            if (Said(before, fact) is var was && Said(facts, fact) is var becomes && was != becomes)
                database.Add(new BreachChange { BreachId = id, At = clock.GetUtcNow(), OfficerId = by.OfficerId, Fact = fact, Before = Sealed(was), After = Sealed(becomes) });
        (found.FoundAt, found.Facts, found.PersonsToldOn, found.AuthorityToldOn) = (facts.FoundAt, Sealed(facts), facts.PersonsToldOn, facts.AuthorityToldOn);
        await database.SaveChangesAsync(cancellationToken);
        await together.CommitAsync(cancellationToken);
        return BreachSaved.Saved;
    }

    /// <summary>A fact as the history keeps it; null where nothing is said.</summary>
    private static string? Said(BreachFacts facts, BreachFact fact) => fact switch
    {
        BreachFact.What => Plain(facts.What),
        BreachFact.Happened => Plain(facts.Happened),
        BreachFact.FoundAt => facts.FoundAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        BreachFact.Data => Plain(facts.Data),
        BreachFact.People => facts.People?.ToString(CultureInfo.InvariantCulture),
        BreachFact.Measures => Plain(facts.Measures),
        BreachFact.PersonsToldOn => facts.PersonsToldOn?.ToString("O", CultureInfo.InvariantCulture),
        BreachFact.PersonsTold => Plain(facts.PersonsTold),
        BreachFact.AuthorityToldOn => facts.AuthorityToldOn?.ToString("O", CultureInfo.InvariantCulture),
        BreachFact.AuthorityTold => Plain(facts.AuthorityTold),
        _ => Plain(facts.PublicTold),
    };

    private static string? Plain(string? words) => words?.Trim() is { Length: > 0 } said ? said : null;

    private byte[] Sealed(BreachFacts facts) => cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(facts));

    private byte[]? Sealed(string? words) => words is null ? null : cipher.Seal(words);

    private IQueryable<DataBreach> Of(OfficerReach by)
    {
        var (regency, reads) = (by.RegencyCode, MayRead(by));
        return database.Set<DataBreach>().Where(row => reads && row.RegencyCode == regency);
    }
}

/// <summary>What became of a change.</summary>
public enum BreachSaved
{
    Saved,

    /// <summary>Something is missing, or it is not there.</summary>
    Incomplete,

    /// <summary>Another tab was faster: its change is shown first.</summary>
    ChangedMeanwhile,
}
