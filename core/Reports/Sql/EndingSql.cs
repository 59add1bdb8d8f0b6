namespace Puskesos.Core.Reports.Sql;

/// <summary>How cases ended and how long it took (indicators 6, 7, 12 to 16, 19, 21). Rows as in <see cref="IntakeSql"/>.</summary>
internal static class EndingSql
{
    /// <summary>
    /// Working days from filing to the outcome. What the resident was waited for counts apart: of a case with several needs only
    /// so far as all of them waited.
    /// </summary>
    public const string Duration = """
        with resolved as (select * from report_cases where resolved_at >= @from and resolved_at < @to),
        waits as (
            select m.case_id, m.item, sum(width_bucket(m.at, k.closings) - width_bucket(m.since, k.closings)) as days
            from report_moves m join resolved c on c.id = m.case_id
            join report_units u on u.unit_code = c.unit_code join report_calendars k on k.calendar = u.calendar
            where m.from_status = 'PERLU_BERKAS' group by 1, 2),
        needs as (select case_id, count(*) as needs from report_items where case_id in (select case_id from waits) group by case_id),
        paused as (
            select w.case_id, case when bool_or(w.item = 0) or count(*) = max(n.needs) then min(w.days) else 0 end as days
            from waits w join needs n on n.case_id = w.case_id group by w.case_id),
        spent as (
            select greatest(r.resolved_day - r.filed_day - coalesce(p.days, 0), 0) as days, coalesce(p.days, 0) as waited
            from resolved r left join paused p on p.case_id = r.id)
        select 6, 'median', percentile_cont(0.5) within group (order by days), 0::bigint from spent
        union all select 6, 'ninetieth', percentile_cont(0.9) within group (order by days), 0 from spent
        union all select 6, 'paused', percentile_cont(0.5) within group (order by waited), 0 from spent where waited > 0
        """;

    public const string Resolved = """
        with resolved as (
            select c.*, exists (select 1 from report_moves m where m.case_id = c.id and m.to_status = 'DIRUJUK') as was_referred
            from report_cases c where c.resolved_at >= @from and c.resolved_at < @to)
        select 7, 'resolved', count(*)::float8, 0::bigint from resolved
        union all select 7, 'local', 100.0 * count(*) filter (where not was_referred) / nullif(count(*), 0), 0 from resolved
        union all select 16, 'answers', count(rating), 0 from resolved
        union all select 16, 'score', avg(rating)::float8, 0 from resolved
        union all select 21, 'trips', count(*) filter (where channel in (1, 2, 3)), 0 from resolved
        """;

    public const string Outcomes = """
        with ended as (
            select i.outcome, c.secrecy from report_items i join report_cases c on c.id = i.case_id
            where c.resolved_at >= @from and c.resolved_at < @to and i.outcome is not null)
        select 12, 'outcome:H' || outcome, count(*)::float8, count(*) filter (where secrecy = 1) from ended group by outcome
        union all select 12, 'received', 100.0 * count(*) filter (where outcome = 1) / nullif(count(*), 0), 0 from ended
        union all select 19, 'proposed', count(*) filter (where outcome = 2), 0 from ended
        """;

    public const string Answers = """
        with moves as (select m.*, c.resolved_at from report_moves m join report_cases c on c.id = m.case_id where m.at >= @from and m.at < @to),
        closed as (select count(*) as cases from report_cases where closed_at >= @from and closed_at < @to)
        select 13, 'rejected', count(*) filter (where to_status = 'DITOLAK')::float8, 0::bigint from moves
        union all select 13, 'objections', count(*) filter (where from_status = 'DITOLAK' and to_status = 'DIBUKA_LAGI'), 0 from moves
        union all select 13, 'upheld', count(*) filter (where from_status = 'DITOLAK' and to_status = 'DIBUKA_LAGI' and resolved_at > at), 0 from moves
        union all select 14, 'reopened', count(distinct case_id) filter (where to_status = 'DIBUKA_LAGI'), 0 from moves
        union all
        select 14, 'share', 100.0 * count(distinct m.case_id) filter (where m.to_status = 'DIBUKA_LAGI') / nullif(max(closed.cases), 0), 0 from closed left join moves m on true
        union all
        select 15, 'answered', 100.0 * count(*) filter (where actor_role = 'resident') / nullif(count(*), 0), 0 from moves where to_status = 'DIKONFIRMASI'
        union all
        select 15, 'automatic', 100.0 * count(*) filter (where actor_role = 'system') / nullif(count(*), 0), 0 from moves where to_status = 'DIKONFIRMASI'
        """;
}
