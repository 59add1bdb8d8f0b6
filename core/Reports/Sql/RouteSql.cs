namespace Puskesos.Core.Reports.Sql;

/// <summary>What referrals, visits, refusals and delays record beside the case's moves (indicators 8, 10, 13, 20). Rows as in <see cref="IntakeSql"/>.</summary>
internal static class RouteSql
{
    /// <summary>What the letters, the visits and the refusals themselves record.</summary>
    public static string Records(ReportScope scope) => $"""
        select 8, 'acknowledged', count(*)::float8, 0::bigint from referrals r join cases c on c.id = r.case_id
        where {scope.ReportedFilter("c")} and r.received_at >= @from and r.received_at < @to
        union all
        select 8, 'agency:' || r.kind, count(*), count(*) filter (where c.secrecy = 1)
        from referrals r join cases c on c.id = r.case_id where {scope.ReportedFilter("c")} and r.sent_at >= @from and r.sent_at < @to group by r.kind
        union all
        select 13, 'reason:T' || i.refusal_reason, count(*), count(*) filter (where c.secrecy = 1)
        from cases c join case_items i on i.case_id = c.id where {scope.ReportedFilter("c")} and i.refusal_decided_at >= @from and i.refusal_decided_at < @to group by i.refusal_reason
        union all
        select 20, 'missed', count(*), 0 from visits v join cases c on c.id = v.case_id where {scope.ReportedFilter("c")} and v.missed_at >= @from and v.missed_at < @to
        """;

    /// <summary>Cases that went up in the period, by the highest level reached, and the units where most did.</summary>
    public static string Escalations(ReportScope scope) => $"""
        with went as (
            select e.case_id, c.unit_code, c.secrecy, max(coalesce((e.details ->> 'Level')::int, 1)) as level
            from case_events e join cases c on c.id = e.case_id
            where {scope.ReportedFilter("c")} and e.kind = 'Escalated' and e.at >= @from and e.at < @to group by 1, 2, 3)
        select 10, 'cases', count(*)::float8, 0::bigint from went
        union all select 10, 'level:' || level, count(*), count(*) filter (where secrecy = 1) from went group by level
        union all select 10, 'unit:' || unit_code, count(*), count(*) filter (where secrecy = 1) from went group by unit_code
        """;
}
