using System.Globalization;

namespace Puskesos.Benchmarks.Clocks;

/// <summary>A regency of 305 units with so many open cases, all filed on Thursday 12 November 2026 at 09.20 WIB.</summary>
internal static class ClocksData
{
    private const int Units = 305, SubDistricts = 18, Chats = 10_000;

    /// <summary>Officers' chats have numbers from here on.</summary>
    private const int OfficerChats = 100_000;

    /// <summary>When two working hours have passed.</summary>
    public static readonly DateTimeOffset FirstReminder = new(2026, 11, 12, 11, 20, 0, TimeSpan.FromHours(7));

    public static IEnumerable<string> Statements(int cases)
    {
        yield return
            """
            insert into regencies (code, name, short_name, area_letters, time_zone_id, province_code, dinsos_name, office_address, office_hours, list_version)
            values ('33.28', 'Kabupaten Tegal', 'Tegal', 'TGL', 'Asia/Jakarta', '33', '', '', '', '')
            """;
        yield return With(
            """
            insert into puskesos_units (code, name, kind, area_code, regency_code, accepts_neighbours, valid_from, is_test)
            select 'U' || n, 'Puskesos ' || n, 'Desa', '33.28.' || lpad((1 + n % {sub})::text, 2, '0') || '.' || (2000 + n), '33.28', false, '2026-01-01', false
            from generate_series(1, {units}) n
            """);
        yield return With(
            """
            insert into channel_addresses (id, channel, address_cipher, address_index, first_seen_at) overriding system value
            select n, 1, '\x00'::bytea, decode(lpad(to_hex(n), 16, '0'), 'hex'), now() from generate_series(1, {chats}) n
            union all
            select {officers} + n, 1, '\x00'::bytea, decode(lpad(to_hex({officers} + n), 16, '0'), 'hex'), now() from generate_series(1, {units} + {sub} + 2) n
            """);
        yield return "insert into conversations (id, regency_code, step, waiting, misunderstood, language) select id, '33.28', 'Greet', '{}', 0, 'id' from channel_addresses";
        yield return With(
            """
            insert into officers (id, name, regency_code, is_active, is_demo, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            overriding system value
            select n, 'Petugas ' || n, '33.28', true, true, false, false, false, false, 0 from generate_series(1, {units} + {sub} + 2) n
            """);
        yield return With(
            """
            insert into officer_roles (officer_id, role, area_code, on_duty)
            select n, case when n <= {units} then 1 when n <= {units} + {sub} then 6 else 8 end,
                case when n <= {units} then 'U' || n when n <= {units} + {sub} then '33.28.' || lpad((n - {units})::text, 2, '0') else '33.28' end, false
            from generate_series(1, {units} + {sub} + 2) n
            """);
        yield return With("insert into officer_links (officer_id, address_id, linked_at) select id, {officers} + id, now() from officers");
        yield return "insert into residents (id, regency_code, name, created_at) overriding system value values (1, '33.28', 'Sarinah', now())";
        yield return With(
            """
            insert into cases (id, regency_code, ticket, check_code, channel, reporter_id, conversation_id, for_whom, helped_consent, village_code, unit_code,
                route_rule, status, secrecy, is_emergency, story, filed_at, due_at, last_told_at, reopened_count, escalation_level, is_test) overriding system value
            select n, '33.28', 'TGL-2611-' || n || '-0', '\x00'::bytea, 1, 1, 1 + n % {chats}, 0, 0,
                '33.28.' || lpad((1 + (1 + n % {units}) % {sub})::text, 2, '0') || '.' || (2001 + n % {units}), 'U' || (1 + n % {units}),
                'own_village', 'BARU', 0, false, 'belum pernah dapat bantuan', '2026-11-12 09:20+07', '2026-11-13 15:00+07', '2026-11-12 09:20+07', 0, 0, false
            from generate_series(1, {cases}) n
            """, cases);
        yield return "insert into case_items (case_id, number, category_code, status) select id, 1, 'BANSOS_USUL', 'BARU' from cases";
        yield return "insert into case_events (case_id, at, kind, to_status, actor_role) select id, filed_at, 'Filed', 'BARU', 'resident' from cases";
        yield return
            """
            insert into due_reminders (case_id, item_number, clock, started_at, step, due_at)
            select id, 0, 1, filed_at, 1, filed_at + interval '30 days' from cases
            union all select id, 0, 6, filed_at, 1, '2026-11-19 09:00+07' from cases
            """;
    }

    private static string With(string sql, int cases = 0) => sql
        .Replace("{units}", Number(Units), StringComparison.Ordinal).Replace("{sub}", Number(SubDistricts), StringComparison.Ordinal)
        .Replace("{chats}", Number(Chats), StringComparison.Ordinal).Replace("{officers}", Number(OfficerChats), StringComparison.Ordinal)
        .Replace("{cases}", Number(cases), StringComparison.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
