namespace Puskesos.Core.Reports.Sql;

/// <summary>How things stand at the end of the period beside the cases' lives (indicators 11, 18, 24). Rows as in <see cref="IntakeSql"/>.</summary>
internal static class StandingSql
{
    /// <summary>Papers that are awaited now; what was awaited at an earlier day is not kept.</summary>
    public static string Papers(ReportScope scope) => $"""
        with missing as (
            select a.case_id, a.kind, c.secrecy from awaited_documents a join cases c on c.id = a.case_id
            where {scope.ReportedFilter("c")} and c.filed_at < @to and a.document_id is null and a.asked_by_officer and c.closed_at is null)
        select 11, 'cases', count(distinct case_id)::float8, 0::bigint from missing
        union all select 11, 'paper:' || kind, count(distinct case_id), count(distinct case_id) filter (where secrecy = 1) from missing group by kind
        """;

    /// <summary>Villages with a unit of their own among all of the area.</summary>
    public static string Coverage(ReportScope scope)
    {
        const string unitArea = "(select area_code from puskesos_units where code = @area)";
        return $"""
            with places as (
                select v.code, exists (
                    select 1 from puskesos_units u where u.area_code = v.code and not u.is_test and u.valid_from <= @day and (u.valid_to is null or u.valid_to >= @day)) as has_unit
                from villages v join sub_districts s on s.code = v.sub_district_code
                where {scope.VillageFilter("v.code", unitArea)} and v.retired_on is null
                    and exists (select 1 from regencies r where r.code = s.regency_code and r.area_letters is not null))
            select 24, 'villages', count(*)::float8, 0::bigint from places
            union all select 24, 'with-unit', 100.0 * count(*) filter (where has_unit) / nullif(count(*), 0), 0 from places
            """;
    }

    /// <summary>Absences of the area's officers, cut to the period's days that are over (<c>@day</c>).</summary>
    public static string Absences(ReportScope scope) => $"""
        select a.officer_id, greatest(a.first_day, @first), least(a.last_day, @day) from officer_absences a join officers o on o.id = a.officer_id
        where a.last_day >= @first and a.first_day <= @day and {(scope.IsWholeRegency ? scope.RegencyFilter("o.regency_code") : $"""
            exists (select 1 from officer_roles r left join puskesos_units u on u.code = r.area_code
                where r.officer_id = o.id and {(scope.Kind == ScopeKind.Unit ? "r.area_code = @area" : scope.VillageFilter("coalesce(u.area_code, r.area_code)", ""))})
            """)}
        """;

    /// <summary>Village and sub-district units of the area where no officer did anything since <c>@silent</c>; the newest cases are asked first, since most units have a deed on one.</summary>
    public static string Silent(ReportScope scope) => $"""
        select 24, 'silent', count(*)::float8, 0::bigint from puskesos_units u
        where not u.is_test and length(u.area_code) >= 8 and u.valid_from <= @day and (u.valid_to is null or u.valid_to >= @day)
            and {(scope.Kind == ScopeKind.Unit ? "u.code = @area" : scope.VillageFilter("u.area_code", ""))}
            and (
                select true from (select c.id from cases c where c.unit_code = u.code and c.filed_at < @to order by c.filed_at desc) c
                where exists (select 1 from case_events e where e.case_id = c.id and e.at >= @silent and e.at < @to and e.officer_id is not null) limit 1) is null
        """;
}
