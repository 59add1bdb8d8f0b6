using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders.Digests;

/// <summary>What a unit has before it this morning.</summary>
/// <param name="UnitCode">The unit.</param>
/// <param name="SubDistrictCode">The sub-district of the cases counted.</param>
/// <param name="New">Nobody has begun.</param>
/// <param name="Due">Due today.</param>
/// <param name="Late">Due before today.</param>
/// <param name="Visits">Waiting for a visit.</param>
/// <param name="Review">Referrals waiting for the TKSK.</param>
/// <param name="Above">Late and gone up to SLRT and Dinsos.</param>
/// <param name="AboveOrdinary">Those of them that are not confidential: SLRT does not open another unit's confidential cases.</param>
public sealed record UnitFigures(string UnitCode, string SubDistrictCode, int New, int Due, int Late, int Visits, int Review, int Above, int AboveOrdinary);

/// <summary>Counts the open cases of a regency by unit, once a morning and in one query each.</summary>
public static class DigestFigures
{
    /// <summary>A unit without an officer's act for so many working days counts as silent (DOMAIN, section 8, indicator 24).</summary>
    public const int SilentWorkingDays = 10;

    /// <summary>The figures of every unit that has an open case; secret and test cases are not counted.</summary>
    public static async Task<IReadOnlyList<UnitFigures>> OfUnitsAsync(
        BotDbContext database, string regencyCode, DateOnly today, IndonesianZone zone, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var (begins, ends) = (zone.At(today, TimeOnly.MinValue), zone.At(today.AddDays(1), TimeOnly.MinValue));
        return await database.Database.SqlQuery<UnitFigures>(
            $"""
            select unit_code as "UnitCode", left(village_code, 8) as "SubDistrictCode",
                (count(*) filter (where status in ('BARU', 'DIBUKA_LAGI')))::int as "New",
                (count(*) filter (where due_at >= {begins} and due_at < {ends}))::int as "Due",
                (count(*) filter (where due_at < {begins}))::int as "Late",
                (count(*) filter (where status = 'KUNJUNGAN'))::int as "Visits",
                (count(*) filter (where status = 'TELAAH_RUJUKAN'))::int as "Review",
                (count(*) filter (where due_at < {begins} and escalation_level >= {ReminderLadder.RegencyLevel}))::int as "Above",
                (count(*) filter (where due_at < {begins} and escalation_level >= {ReminderLadder.RegencyLevel} and secrecy = {(int)Secrecy.Ordinary}))::int as "AboveOrdinary"
            from cases
            where regency_code = {regencyCode} and not is_test and secrecy <> {(int)Secrecy.Secret}
                and status in ('BARU', 'DIBUKA_LAGI', 'PERLU_BERKAS', 'DIPERIKSA', 'KUNJUNGAN', 'DITANGANI', 'TELAAH_RUJUKAN', 'DIRUJUK')
            group by 1, 2
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The units of a regency, by sub-district, whose officers did nothing since a moment.</summary>
    public static async Task<IReadOnlyList<string>> SubDistrictsOfSilentUnitsAsync(
        BotDbContext database, string regencyCode, DateOnly today, DateTimeOffset since, CancellationToken cancellationToken) =>
        await database.Database.SqlQuery<string>(
            $"""
            select left(unit.area_code, 8) as "Value"
            from puskesos_units unit
            where unit.regency_code = {regencyCode} and not unit.is_test and length(unit.area_code) >= 8
                and unit.valid_from <= {today} and (unit.valid_to is null or unit.valid_to >= {today})
                and not exists (
                    select 1 from cases known join case_events line on line.case_id = known.id
                    where known.unit_code = unit.code and line.officer_id is not null and line.at >= {since})
            """).ToListAsync(cancellationToken);
}
