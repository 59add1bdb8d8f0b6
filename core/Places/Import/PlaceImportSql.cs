namespace Puskesos.Core.Places.Import;

/// <summary>The statements of an import: lists go into temporary tables, and only what differs goes on from there.</summary>
internal static class PlaceImportSql
{
    /// <summary>One import at a time; the number is ours alone.</summary>
    public const string Lock = "select pg_advisory_xact_lock(7283041)";

    public const string TemporaryTables =
        """
        create temp table incoming_regencies (code text primary key, name text not null, short_name text not null, zone text not null)
            on commit drop;
        create temp table incoming_sub_districts (code text primary key, name text not null, latitude float8, longitude float8, named boolean not null)
            on commit drop;
        create temp table incoming_villages (code text primary key, sub_district_code text not null, name text not null, kind text not null,
            latitude float8, longitude float8) on commit drop;
        create temp table incoming_boundaries (village_code text primary key, geometry bytea not null, latitude float8 not null, longitude float8 not null)
            on commit drop;
        """;

    public const string Analyse = "analyze incoming_regencies; analyze incoming_sub_districts; analyze incoming_villages";

    public const string AddRegencies =
        """
        insert into regencies (code, name, short_name, time_zone_id, province_code, dinsos_name, office_address, office_hours, list_version)
        select code, name, short_name, zone, left(code, 2), 'Dinas Sosial ' || name, '', '', $1 from incoming_regencies i
        where not exists (select 1 from regencies r where r.code = i.code)
        """;

    public const string ChangeRegencies =
        """
        update regencies r set name = i.name, short_name = i.short_name, list_version = $1 from incoming_regencies i
        where r.code = i.code and r.name <> i.name
        """;

    public const string AddSubDistricts =
        """
        insert into sub_districts (code, regency_code, name, latitude, longitude, list_version)
        select code, left(code, 5), name, latitude, longitude, $1 from incoming_sub_districts i
        where not exists (select 1 from sub_districts s where s.code = i.code)
        """;

    public const string ChangeSubDistricts =
        """
        update sub_districts s set name = case when i.named then i.name else s.name end,
            latitude = coalesce(i.latitude, s.latitude), longitude = coalesce(i.longitude, s.longitude), retired_on = null, list_version = $1
        from incoming_sub_districts i
        where s.code = i.code and ((i.named and s.name <> i.name) or s.retired_on is not null
            or (i.latitude is not null and (s.latitude is distinct from i.latitude or s.longitude is distinct from i.longitude)))
        """;

    public const string RetireSubDistricts =
        """
        update sub_districts s set retired_on = $1, list_version = $2
        where s.retired_on is null and left(s.code, 5) = any($3) and not exists (select 1 from incoming_sub_districts i where i.code = s.code)
        """;

    public const string KeepEarlierSpellings =
        """
        insert into village_aliases (village_code, alias, origin, created_at)
        select v.code, v.name, 'EarlierSpelling', $1 from villages v join incoming_villages i on i.code = v.code
        where lower(v.name) <> lower(i.name) on conflict do nothing
        """;

    public const string ChangeVillages =
        """
        update villages v set name = i.name, kind = i.kind, sub_district_code = i.sub_district_code,
            latitude = coalesce(i.latitude, v.latitude), longitude = coalesce(i.longitude, v.longitude), retired_on = null, list_version = $1
        from incoming_villages i
        where v.code = i.code and (v.name <> i.name or v.kind <> i.kind or v.sub_district_code <> i.sub_district_code or v.retired_on is not null
            or (i.latitude is not null and (v.latitude is distinct from i.latitude or v.longitude is distinct from i.longitude)))
        """;

    public const string AddVillages =
        """
        insert into villages (code, sub_district_code, name, kind, latitude, longitude, list_version)
        select code, sub_district_code, name, kind, latitude, longitude, $1 from incoming_villages i
        where not exists (select 1 from villages v where v.code = i.code)
        """;

    /// <summary>Villages that would vanish and all that there are, per regency of the lists.</summary>
    public const string Vanishing =
        """
        select left(v.code, 5), count(*) filter (where i.code is null), count(*)
        from villages v left join incoming_villages i on i.code = v.code
        where v.retired_on is null and left(v.code, 5) = any($1)
        group by 1 having count(*) filter (where i.code is null) > 0 order by 1
        """;

    public const string RetireVillages =
        """
        update villages v set retired_on = $1, list_version = $2
        where v.retired_on is null and left(v.code, 5) = any($3) and not exists (select 1 from incoming_villages i where i.code = v.code)
        """;

    public const string UnknownBoundaries =
        """
        select b.village_code from incoming_boundaries b
        where not exists (select 1 from villages v where v.code = b.village_code) order by 1
        """;

    public const string PutBoundaries =
        """
        insert into village_boundaries (village_code, geometry, list_version)
        select village_code, geometry, $1 from incoming_boundaries
        on conflict (village_code) do update set geometry = excluded.geometry, list_version = excluded.list_version
        where village_boundaries.geometry <> excluded.geometry
        """;

    /// <summary>A village of which no list told the point gets one inside its border; the nearest unit is measured from it.</summary>
    public const string PointsFromBoundaries =
        """
        update villages v set latitude = b.latitude, longitude = b.longitude from incoming_boundaries b
        where v.code = b.village_code and v.latitude is null
        """;
}
