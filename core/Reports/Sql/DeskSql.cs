namespace Puskesos.Core.Reports.Sql;

/// <summary>What officers keep beside the cases (indicators 19 and 25). Rows as in <see cref="IntakeSql"/>.</summary>
internal static class DeskSql
{
    /// <summary>Data proposals typed into the ministry's application and answered in the period: months after their case was closed, often.</summary>
    public static string Proposals(ReportScope scope) => $"""
        with known as (
            select p.* from data_proposals p join cases c on c.id = p.case_id
            where {scope.ReportedFilter("c")})
        select 19, 'entered', count(*) filter (where entered_at >= @from and entered_at < @to)::float8, 0::bigint from known
        union all select 19, 'answered', count(*) filter (where answered_at >= @from and answered_at < @to), 0 from known
        """;

    /// <summary>Obstacles reported in the period, and those open at its end.</summary>
    public static string Obstacles(ReportScope scope) => $"""
        with known as (select o.* from obstacles o where {ObstacleFilter(scope)})
        select 25, 'obstacles', count(*) filter (where reported_at >= @from and reported_at < @to)::float8, 0::bigint from known
        union all
        select 25, 'obstacles-open', count(*) filter (where reported_at < least(@to, @asof) and (closed_at is null or closed_at >= least(@to, @asof))), 0 from known
        """;

    /// <summary>Officers who had not read a bulletin of the period by its end, one for each bulletin.</summary>
    public static string Bulletins(ReportScope scope) => scope.IsWholeRegency
        ? $"""
          select 25, 'bulletins', count(*)::float8, 0::bigint
          from bulletins b join officers f on f.regency_code = b.regency_code and f.is_active and f.id <> b.published_by
          where {scope.RegencyFilter("b.regency_code")} and b.published_at >= @from and b.published_at < @to and b.withdrawn_at is null
              and (b.area_code = b.regency_code or exists (
                  select 1 from officer_roles r left join puskesos_units u on u.code = r.area_code
                  where r.officer_id = f.id and (r.area_code = b.area_code or left(u.area_code, 8) = b.area_code)))
              and not exists (select 1 from bulletin_reads d where d.bulletin_id = b.id and d.officer_id = f.id and d.read_at < least(@to, @asof))
          """
        : "select 25, 'bulletins', null::float8, 0::bigint where false";

    private static string ObstacleFilter(ReportScope scope) => scope.Kind switch
    {
        ScopeKind.Unit => "o.unit_code = @area",
        ScopeKind.Village or ScopeKind.SubDistrict => "o.unit_code in (select code from puskesos_units where left(area_code, length(@area)) = @area)",
        _ => scope.RegencyFilter("o.regency_code"),
    };
}
