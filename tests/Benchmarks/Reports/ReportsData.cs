using System.Globalization;

namespace Puskesos.Benchmarks.Reports;

/// <summary>
/// A province of ten regencies with 305 units each, that files 40,000 cases a month and regency (the simulated month of issue "Clocks"), from June
/// to the end of October 2026. Three of ten cases never close.
/// </summary>
internal static class ReportsData
{
    /// <summary>Two million (issue "Clocks"), unless the run is only tried out.</summary>
    public static readonly int CasesOfProvince = BenchServer.Setting("BENCH_CASES", 2_000_000);

    public static readonly int CasesOfRegency = CasesOfProvince / Regencies;

    private const int Regencies = 10, Units = 305, SubDistricts = 18, People = 100_000;

    public static IEnumerable<string> Statements { get; } =
    [
        With("""
            insert into regencies (code, name, short_name, area_letters, time_zone_id, province_code, dinsos_name, office_address, office_hours, list_version)
            select '33.' || lpad(r::text, 2, '0'), 'Kabupaten ' || r, 'K' || r, 'AB' || chr(64 + r), 'Asia/Jakarta', '33', '', '', '', '' from generate_series(1, {regencies}) r
            """),
        With("""
            insert into sub_districts (code, name, regency_code, list_version)
            select r.code || '.' || lpad(n::text, 2, '0'), 'Kecamatan ' || n, r.code, '' from regencies r, generate_series(1, {sub}) n
            """),
        With("""
            insert into villages (code, sub_district_code, name, kind, list_version)
            select r.code || '.' || lpad((1 + n % {sub})::text, 2, '0') || '.' || (2000 + n), r.code || '.' || lpad((1 + n % {sub})::text, 2, '0'), 'Desa ' || n, 'Desa', ''
            from regencies r, generate_series(1, {units}) n
            """),
        With("""
            insert into puskesos_units (code, name, kind, area_code, regency_code, accepts_neighbours, valid_from, is_test)
            select 'U-' || code, name, 'Desa', code, left(code, 5), false, '2026-01-01', false from villages
            """),
        "insert into officers (id, name, regency_code, is_active, is_demo, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count) overriding system value values (1, 'Petugas', '33.01', true, true, false, false, false, false, 0)",
        With("insert into residents (id, regency_code, name, created_at) overriding system value select n, '33.01', 'Sarinah', now() from generate_series(1, {people}) n"),
        With("""
            insert into cases (id, regency_code, ticket, check_code, channel, reporter_id, for_whom, helped_consent, village_code, unit_code, route_rule, status,
                secrecy, is_emergency, story, filed_at, first_checked_at, resolved_at, closed_at, due_at, last_told_at, reopened_count, escalation_level, rating, is_test)
                overriding system value
            select n, left(v.code, 5), 'T-' || n, '\x00'::bytea, 1 + n % 4, 1 + n % {people}, 0, 0, v.code, 'U-' || v.code, 'own_village',
                case when n % 10 < 7 then 'DIKONFIRMASI' when n % 10 < 8 then 'SELESAI' else 'DITANGANI' end, (n % 50 = 0)::int, false, 'x',
                f.at, f.at + interval '20 hours', case when n % 10 < 8 then f.at + interval '9 days' end, case when n % 10 < 7 then f.at + interval '12 days' end,
                f.at + interval '8 days', f.at, 0, 0, case when n % 3 = 0 then 1 + n % 4 end, false
            from generate_series(1, {cases}) n
            join (select code, row_number() over (order by left(code, 5), code) - 1 as place from villages) v on v.place = (n % {regencies}) * {units} + (n / {regencies}) % {units}
            cross join lateral (select '2026-06-04 00:00+07'::timestamptz + n * (interval '150 days' / {cases}) as at) f
            """),
        "insert into case_items (case_id, number, category_code, programme, status, outcome) select id, 1, 'C' || id % 30, case when id % 4 = 0 then 'PKH' end, status, case when resolved_at is not null then 1 + id % 8 end from cases",
        """
        insert into case_events (case_id, item_number, at, kind, from_status, to_status, actor_role, officer_id)
        select c.id, case when s.step > 0 then 1 end, c.filed_at + s.after, s.kind, s.old, s.new, s.role, case when s.role not in ('resident', 'system') then 1 end
        from cases c, (values
            (0, interval '0', 'Filed', null, 'BARU', 'resident', 10, 0), (1, interval '20 hours', 'Moved', 'BARU', 'DIPERIKSA', 'front-office', 10, 0),
            (2, interval '2 days', 'Moved', 'DIPERIKSA', 'PERLU_BERKAS', 'front-office', 10, 5), (3, interval '4 days', 'Moved', 'PERLU_BERKAS', 'DIPERIKSA', 'system', 10, 5),
            (4, interval '5 days', 'Moved', 'DIPERIKSA', 'DITANGANI', 'back-office', 10, 0), (5, interval '6 days', 'Moved', 'DITANGANI', 'TELAAH_RUJUKAN', 'back-office', 10, 9),
            (6, interval '7 days', 'Moved', 'TELAAH_RUJUKAN', 'DIRUJUK', 'tksk', 10, 9), (7, interval '9 days', 'Moved', 'DIRUJUK', 'SELESAI', 'slrt', 8, 9),
            (8, interval '9 days', 'Moved', 'DITANGANI', 'SELESAI', 'back-office', 8, 10), (9, interval '12 days', 'Moved', 'SELESAI', 'DIKONFIRMASI', 'resident', 7, 0),
            (10, interval '3 days', 'Reminded', null, null, 'system', 10, 0)) s (step, after, kind, old, new, role, below, least)
        where c.id % 10 < s.below and (s.least = 0 or (s.least = 10 and c.id % 20 < 18) or (s.least < 10 and c.id % 20 >= 2 * s.least))
        order by c.filed_at + s.after, c.id, s.step
        """,
    ];

    private static string With(string sql) => sql
        .Replace("{regencies}", Number(Regencies), StringComparison.Ordinal).Replace("{units}", Number(Units), StringComparison.Ordinal)
        .Replace("{sub}", Number(SubDistricts), StringComparison.Ordinal).Replace("{people}", Number(People), StringComparison.Ordinal)
        .Replace("{cases}", Number(CasesOfProvince), StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
