using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.DataChecks;

/// <summary>Keeps what an officer read in the aid data (DTSEN) about the person of a case: never changed, a new look is a new row (DOMAIN §2 F20).</summary>
public sealed class DataCheckBook(BotDbContext database, TimeProvider time)
{
    /// <summary>The person whom a case is about: whoever is helped, else the reporter.</summary>
    public static long PersonOf(Case about)
    {
        ArgumentNullException.ThrowIfNull(about);
        return about.HelpedId ?? about.ReporterId;
    }

    /// <summary>Those who look people up: the desk, the village's data operator, and who stands in for them (DOMAIN §3).</summary>
    public static bool MayRecord(Actor officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return officer.HasAny(Role.FrontOffice, Role.BackOffice, Role.DataOperator, Role.Tksk, Role.Slrt, Role.Dinsos);
    }

    /// <summary>Every look at the person of this case, the newest first; those of earlier cases of the same person too.</summary>
    public Task<List<DataCheck>> HistoryAsync(Case about, CancellationToken cancellationToken)
    {
        var person = PersonOf(about);
        return database.DataChecks.AsNoTracking().Where(row => row.ResidentId == person).OrderByDescending(row => row.CheckedOn).ThenByDescending(row => row.Id).Take(MostShown).ToListAsync(cancellationToken);
    }

    /// <summary>Keeps a result; the same result of the same officer and day is kept once. <paramref name="today"/> is the day in the unit's zone.</summary>
    public async Task<MoveAnswer> RecordAsync(Case about, Actor officer, DataCheckForm form, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!MayRecord(officer) || officer.OfficerId is not { } by) return MoveAnswer.NotAllowed;
        if (!form.IsComplete(today)) return MoveAnswer.Incomplete;
        var person = PersonOf(about);
        var (listed, decile, day) = (form.IsListed!.Value, form.IsListed.Value ? form.Decile : null, form.CheckedOn!.Value);
        if (await database.DataChecks.AnyAsync(row => row.ResidentId == person && row.CheckedOn == day && row.CheckedBy == by && row.IsListed == listed && row.Decile == decile, cancellationToken)) return MoveAnswer.AlreadyDone;
        var now = time.GetUtcNow();
        database.DataChecks.Add(new DataCheck { ResidentId = person, CaseId = about.Id, IsListed = listed, Decile = decile, CheckedOn = day, RecordedAt = now, CheckedBy = by });
        database.CaseEvents.Add(new CaseEvent { CaseId = about.Id, At = now, Kind = CaseEventKind.DataChecked, OfficerId = by, ActorRole = officer.RoleCode });
        await database.SaveChangesAsync(cancellationToken);
        return MoveAnswer.Done;
    }

    /// <summary>Three years of quarterly looks.</summary>
    private const int MostShown = 12;
}

/// <summary>What the officer types.</summary>
/// <param name="IsListed">Found in the data or not; null = not chosen.</param>
/// <param name="Decile">1 to 10, 0 = listed but not ranked yet; null = not known.</param>
/// <param name="CheckedOn">The day of the look.</param>
public sealed record DataCheckForm(bool? IsListed, int? Decile, DateOnly? CheckedOn)
{
    /// <summary>An older look says nothing: the data has been renewed since.</summary>
    public const int OldestMonths = 12;

    /// <summary>A look lies in the past, and not so far that its result means nothing.</summary>
    public bool IsComplete(DateOnly today) =>
        IsListed is not null && CheckedOn is { } day && day <= today && day >= today.AddMonths(-OldestMonths) && Decile is null or (>= 0 and <= DataCheck.HighestDecile);
}
