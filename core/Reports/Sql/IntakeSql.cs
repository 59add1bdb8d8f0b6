namespace Puskesos.Core.Reports.Sql;

/// <summary>What came in (indicators 1 to 5). Each row: indicator, part, figure, confidential cases in it. Parameters <c>@from</c>, <c>@to</c>.</summary>
internal static class IntakeSql
{
    public const string Filed = """
        with filed as (select * from report_cases where filed_at >= @from and filed_at < @to)
        select 1, 'total', count(*)::float8, 0::bigint from filed
        union all select 1, 'channel:' || channel, count(*), count(*) filter (where secrecy = 1) from filed group by channel
        union all select 1, 'confidential', count(*) filter (where secrecy = 1), count(*) filter (where secrecy = 1) from filed
        union all select 3, 'persons', count(distinct person_id), 0 from filed
        union all
        select 5, 'on-time', 100.0 * count(*) filter (where f.checked_day - f.filed_day <= 1) / nullif(count(*), 0), 0
        from filed f join report_units u on u.unit_code = f.unit_code join report_calendars k on k.calendar = u.calendar
        where f.first_checked_at is not null or (f.closed_at is null and width_bucket(least(@to, @asof), k.closings) - f.filed_day > 1)
        union all select 5, 'checked', count(first_checked_at), 0 from filed
        """;

    public const string Needs = """
        with needs as (
            select i.category_code, i.programme, c.secrecy from report_items i join report_cases c on c.id = i.case_id
            where c.filed_at >= @from and c.filed_at < @to)
        select 2, 'category:' || category_code, count(*)::float8, count(*) filter (where secrecy = 1) from needs group by category_code
        union all
        select 2, 'programme:' || programme, count(*), count(*) filter (where secrecy = 1) from needs where programme is not null group by programme
        """;

    /// <summary>
    /// Who was helped: women and men, the old (60 years, UU 13/1998) and children (under 18, UU 35/2014) by what the NIK says, people with a
    /// disability by their need or kind. Nothing is guessed of people without a NIK.
    /// </summary>
    public const string People = """
        with helped as (select distinct person_id from report_cases where filed_at >= @from and filed_at < @to),
        known as (
            select p.is_woman, extract(year from (@to - interval '1 day') at time zone @zone)::int - p.birth_year as age
            from helped h join residents p on p.id = h.person_id where p.birth_year is not null)
        select 3, 'with-nik', count(*)::float8, 0::bigint from known
        union all select 3, 'women', case when count(*) > 0 then count(*) filter (where is_woman) end, 0 from known
        union all select 3, 'men', case when count(*) > 0 then count(*) filter (where not is_woman) end, 0 from known
        union all select 3, 'elderly', case when count(*) > 0 then count(*) filter (where age >= 60) end, 0 from known
        union all select 3, 'children', case when count(*) > 0 then count(*) filter (where age < 18) end, 0 from known
        union all
        select 3, 'disabled', count(distinct c.person_id), 0 from report_cases c
        where c.filed_at >= @from and c.filed_at < @to
            and (c.ppks_kind = 9 or c.id in (select i.case_id from report_items i where i.category_code = 'DISABILITAS'))
        union all
        select 4, 'kind:' || ppks_kind, count(distinct person_id), count(distinct person_id) filter (where secrecy = 1)
        from report_cases where filed_at >= @from and filed_at < @to and ppks_kind is not null group by ppks_kind
        """;

    /// <summary>Cases of each village.</summary>
    public const string Villages = """
        select village_code, count(*), count(*) filter (where secrecy = 1) from report_cases where filed_at >= @from and filed_at < @to group by village_code
        """;

    /// <summary>S1 in counts only, and only of whole regencies.</summary>
    public static string Secret(ReportScope scope) => scope.IsWholeRegency
        ? $"""
          select 1, 'secret', count(*)::float8, count(*) from cases c
          where {scope.CaseFilter("c")} and not c.is_test and c.secrecy = 2 and c.filed_at >= @from and c.filed_at < @to
          """
        : "select 1, 'secret', null::float8, 0::bigint where false";

    /// <summary>Questions about programmes, and those that the catalogue could not answer.</summary>
    public static string Questions(ReportScope scope) => scope.IsWholeRegency
        ? $"""
          with asked as (
              select coalesce(sum(q.times), 0) as times, coalesce(sum(q.times) filter (where q.programme_id is null), 0) as open from programme_questions q
              where {scope.RegencyFilter("q.regency_code")} and q.day >= (@from at time zone @zone)::date and q.day < (@to at time zone @zone)::date)
          select 23, 'questions', times::float8, 0::bigint from asked
          union all select 23, 'unanswered', open::float8, 0 from asked
          """
        : "select 23, 'questions', null::float8, 0::bigint where false";

    /// <summary>Persons who wrote, once a day each; a talk belongs to a regency, not to a unit.</summary>
    public static string Contacts(ReportScope scope) => scope.IsWholeRegency
        ? $"""
          select 1, 'contacts', count(*)::float8, 0::bigint from (
              select distinct m.conversation_id, (m.received_at at time zone @zone)::date
              from inbox_messages m join conversations t on t.id = m.conversation_id
              where m.received_at >= @from and m.received_at < @to and {scope.RegencyFilter("t.regency_code")}) as days
          """
        : "select 1, 'contacts', null::float8, 0::bigint where false";
}
