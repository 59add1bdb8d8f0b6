namespace Puskesos.Core.Reports.Sql;

/// <summary>What came in beside the cases (indicators 1, 23). Each row: indicator, part, figure, confidential cases in it. Parameters <c>@from</c>, <c>@to</c>.</summary>
internal static class IntakeSql
{
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
