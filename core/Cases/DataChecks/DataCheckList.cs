using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Cases.DataChecks;

/// <summary>Finds whose data must be looked up: open cases whose person was never looked up, or not for three months. Ordinary cases only.</summary>
public sealed class DataCheckList(BotDbContext database)
{
    /// <summary>Lines of one group: the day's work of a unit.</summary>
    public const int MostLines = 50;

    /// <summary>Cases whose person's newest look is three months old, the oldest look first.</summary>
    public Task<List<CheckToDo>> OverdueAsync(OfficerReach reach, DateOnly today, CancellationToken cancellationToken) =>
        Open(reach).Select(row => new
        {
            row.Ticket,
            Person = row.HelpedId ?? row.ReporterId,
            row.VillageCode,
            Last = database.DataChecks.Where(look => look.ResidentId == (row.HelpedId ?? row.ReporterId)).OrderByDescending(look => look.CheckedOn).Select(look => (DateOnly?)look.CheckedOn).FirstOrDefault(),
        })
        .Where(row => row.Last != null && row.Last.Value.AddMonths(DataCheck.ValidMonths) <= today)
        .OrderBy(row => row.Last).ThenBy(row => row.Ticket).Take(MostLines)
        .Select(row => new CheckToDo(row.Ticket, database.Residents.Where(person => person.Id == row.Person).Select(person => person.Name).First(), row.VillageCode, row.Last))
        .ToListAsync(cancellationToken);

    /// <summary>Cases whose person was never looked up, the oldest case first.</summary>
    public Task<List<CheckToDo>> NeverAsync(OfficerReach reach, CancellationToken cancellationToken) =>
        Open(reach).Where(row => !database.DataChecks.Any(look => look.ResidentId == (row.HelpedId ?? row.ReporterId)))
            .OrderBy(row => row.Id).Take(MostLines)
            .Select(row => new CheckToDo(row.Ticket, database.Residents.Where(person => person.Id == (row.HelpedId ?? row.ReporterId)).Select(person => person.Name).First(), row.VillageCode, null))
            .ToListAsync(cancellationToken);

    private IQueryable<Case> Open(OfficerReach reach) =>
        database.Cases.AsNoTracking().Where(CaseReach.Sees(reach)).Where(row => row.ClosedAt == null && row.ResolvedAt == null && row.Secrecy == Secrecy.Ordinary);
}

/// <summary>A case whose person must be looked up.</summary>
/// <param name="Ticket">The case.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="VillageCode">Where the person lives.</param>
/// <param name="LastOn">The newest look; null = none yet.</param>
public sealed record CheckToDo(string Ticket, string Person, string VillageCode, DateOnly? LastOn);
