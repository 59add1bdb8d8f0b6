namespace Puskesos.Core.Storage;

/// <summary>The read-only schema <c>report</c> for reporting tools (CONTRACT §6): no name, phone, NIK or text of a person; S1 only in counts.</summary>
public static class ReportSchema
{
    public const string Drop = "drop schema if exists report cascade";

    private const string Channel = "case {0} when 1 then 'telegram' when 2 then 'whatsapp' when 3 then 'webchat' else 'counter' end";
    private const string Secrecy = "case c.secrecy when 0 then 'S0' when 1 then 'S2' else 'S1' end";

    public static readonly string Create = $"""
        create schema report;
        create view report.cases as
        select c.ticket, {Of(Channel, "c.channel")} as channel, i.category_code as category, i.programme, c.village_code, v.name as village,
               s.name as subdistrict, c.regency_code, c.unit_code, u.name as unit, c.status, {Secrecy} as secrecy, c.filed_at, c.first_checked_at,
               c.resolved_at, c.closed_at, c.reopened_count, c.escalation_level, c.rating as resident_rating
        from cases c
        join case_items i on i.case_id = c.id and i.number = 1
        left join villages v on v.code = c.village_code
        left join sub_districts s on s.code = v.sub_district_code
        left join puskesos_units u on u.code = c.unit_code
        where c.secrecy < 2 and not c.is_test;
        create view report.case_items as
        select c.ticket, i.number as item, i.category_code as category, i.programme, i.status, case when i.outcome is null then null else 'H' || i.outcome end as outcome
        from case_items i join cases c on c.id = i.case_id where c.secrecy < 2 and not c.is_test;
        create view report.case_events as
        select c.ticket, e.at, e.kind, e.from_status, e.to_status, e.actor_role
        from case_events e join cases c on c.id = e.case_id where c.secrecy < 2 and not c.is_test;
        create view report.messages as
        select o.created_at as at, 'out' as direction, {Of(Channel, "o.channel")} as channel,
               case o.status when 0 then 'waiting' when 1 then 'sending' when 2 then 'sent' when 3 then 'awaiting_window' when 4 then 'failed' else 'skipped' end as status,
               o.attempts, o.error_code
        from outbox_messages o
        union all
        select m.received_at, 'in', {Of(Channel, "m.channel")}, case when m.parked_at is not null then 'parked' when m.processed_at is null then 'unread' else 'read' end,
               m.attempts, m.error from inbox_messages m;
        create view report.secret_counts as
        select c.regency_code, date_trunc('month', c.filed_at) as month, count(*) as cases
        from cases c where c.secrecy = 2 and not c.is_test group by 1, 2;
        """;

    private static string Of(string pattern, string column) => pattern.Replace("{0}", column, StringComparison.Ordinal);
}
