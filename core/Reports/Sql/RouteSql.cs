namespace Puskesos.Core.Reports.Sql;

/// <summary>Referrals, the TKSK's reviews, visits, delays (indicators 8 to 10, 20). Rows as in <see cref="IntakeSql"/>.</summary>
internal static class RouteSql
{
    public const string Referrals = """
        with moves as (select * from report_moves where at >= @from and at < @to)
        select 8, 'sent', count(*) filter (where to_status = 'DIRUJUK')::float8, 0::bigint from moves
        union all select 8, 'answered', count(*) filter (where from_status = 'DIRUJUK' and to_status in ('SELESAI', 'DITOLAK')), 0 from moves
        union all select 8, 'returned', count(*) filter (where from_status = 'DIRUJUK' and to_status = 'DITANGANI'), 0 from moves
        union all
        select 8, 'wait', percentile_cont(0.5) within group (order by width_bucket(m.at, k.closings) - width_bucket(m.since, k.closings)), 0
        from moves m join report_cases c on c.id = m.case_id
        join report_units u on u.unit_code = c.unit_code join report_calendars k on k.calendar = u.calendar
        where m.from_status = 'DIRUJUK' and m.to_status in ('SELESAI', 'DITOLAK')
        union all
        select 9, 'waiting', count(*) filter (where to_status = 'TELAAH_RUJUKAN') - count(*) filter (where from_status = 'TELAAH_RUJUKAN'), 0
        from report_moves where at < @to
        union all
        select 9, 'returned', 100.0 * count(*) filter (where to_status = 'DITANGANI') / nullif(count(*), 0), 0 from moves where from_status = 'TELAAH_RUJUKAN'
        union all select 20, 'planned', count(*) filter (where to_status = 'KUNJUNGAN'), 0 from moves
        union all select 20, 'done', count(*) filter (where from_status = 'KUNJUNGAN' and to_status in ('DITANGANI', 'TELAAH_RUJUKAN')), 0 from moves
        """;

    /// <summary>What the letters, the visits and the refusals themselves record.</summary>
    public const string Records = """
        select 8, 'acknowledged', count(*)::float8, 0::bigint from referrals r join report_cases c on c.id = r.case_id where r.received_at >= @from and r.received_at < @to
        union all
        select 8, 'agency:' || r.kind, count(*), count(*) filter (where c.secrecy = 1)
        from referrals r join report_cases c on c.id = r.case_id where r.sent_at >= @from and r.sent_at < @to group by r.kind
        union all
        select 13, 'reason:T' || i.refusal_reason, count(*), count(*) filter (where c.secrecy = 1)
        from report_cases c join case_items i on i.case_id = c.id where i.refusal_decided_at >= @from and i.refusal_decided_at < @to group by i.refusal_reason
        union all select 20, 'missed', count(*), 0 from visits v join report_cases c on c.id = v.case_id where v.missed_at >= @from and v.missed_at < @to
        """;

    /// <summary>The TKSK's reviews that ended; the calculator of working time says how long each took.</summary>
    public const string Reviews = """
        select c.unit_code, m.since, m.at from report_moves m join report_cases c on c.id = m.case_id
        where m.from_status = 'TELAAH_RUJUKAN' and m.at >= @from and m.at < @to and m.since is not null
        """;

    /// <summary>Cases that went up in the period, by the highest level reached, and the units where most did.</summary>
    public const string Escalations = """
        with went as (
            select e.case_id, c.unit_code, max(coalesce((e.details ->> 'Level')::int, 1)) as level
            from case_events e join report_cases c on c.id = e.case_id
            where e.kind = 'Escalated' and e.at >= @from and e.at < @to group by 1, 2)
        select 10, 'cases', count(*)::float8, 0::bigint from went
        union all select 10, 'level:' || level, count(*), 0 from went group by level
        union all select 10, 'unit:' || unit_code, count(*), 0 from went group by unit_code
        """;
}
