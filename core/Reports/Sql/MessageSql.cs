namespace Puskesos.Core.Reports.Sql;

/// <summary>Alarms and messages (indicators 22 and 26). Rows as in <see cref="IntakeSql"/>.</summary>
internal static class MessageSql
{
    /// <summary>Alarms of a whole regency, or those whose case lies in the area; numbers only.</summary>
    public static string Alarms(ReportScope scope) => $"""
        with alarms as (
            select extract(epoch from e.acknowledged_at - e.raised_at) / 60 as minutes
            from emergencies e left join cases c on c.id = e.case_id
            where e.raised_at >= @from and e.raised_at < @to and not coalesce(c.is_test, false)
                and {(scope.IsWholeRegency ? scope.RegencyFilter("e.regency_code") : scope.CaseFilter("c"))})
        select 22, 'alarms', count(*)::float8, count(*) from alarms
        union all select 22, 'minutes', percentile_cont(0.5) within group (order by minutes), 0 from alarms
        """;

    /// <summary>What did not reach anybody, and what sending cost.</summary>
    public static string Outgoing(ReportScope scope) => $"""
        with sent as (
            select o.channel, o.status, o.cost, k.unit_code from outbox_messages o
            {(scope.IsWholeRegency ? "join conversations t on t.id = o.conversation_id" : "join cases c on c.id = o.case_id")}
            left join cases k on k.id = o.case_id
            where o.created_at >= @from and o.created_at < @to and (o.status = 4 or o.cost is not null) and not coalesce(k.is_test, false)
                and {(scope.IsWholeRegency ? scope.RegencyFilter("t.regency_code") : scope.CaseFilter("c"))})
        select 26, 'failed:' || channel, count(*)::float8, 0::bigint from sent where status = 4 group by channel
        union all select 26, 'cost:' || channel, sum(cost)::float8, 0 from sent where cost is not null group by channel
        union all select 26, 'cost-unit:' || unit_code, sum(cost)::float8, 0 from sent where cost is not null and unit_code is not null group by unit_code
        """;
}
