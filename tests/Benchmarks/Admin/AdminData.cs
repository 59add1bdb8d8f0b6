using System.Globalization;

namespace Puskesos.Benchmarks.Admin;

/// <summary>Cases over five years in the demo area: 200 open at the measured desk, the same at every other once there are enough, the rest closed.</summary>
internal static class AdminData
{
    /// <summary>Issue "Officers' desk": the queue is made for two hundred open.</summary>
    public const int OpenAtDesk = 200;

    /// <summary>The desk whose officers are measured (demo area).</summary>
    public const string Desk = "PKS-33.28.16.2007";

    /// <summary>Names that few people bear, the same number of them in both databases, so that a search gives the same rows.</summary>
    public const int RareNames = 20, PeopleOfRareName = 3;

    public const string RareName = "Wiryodimejo";

    /// <summary>Half as many people as cases: some come again.</summary>
    private const int CasesOfPerson = 2;

    /// <summary>The statements that fill a database with so many cases; the boxes are sealed words and a sealed message.</summary>
    public static IEnumerable<string> Statements(int cases, byte[] words, byte[] message) => Raw.Select(sql => sql
        .Replace("{cases}", Number(cases), StringComparison.Ordinal).Replace("{people}", Number(cases / CasesOfPerson), StringComparison.Ordinal)
        .Replace("{open}", Number(OpenAtDesk), StringComparison.Ordinal).Replace("{rare}", Number(RareNames), StringComparison.Ordinal).Replace("{rareName}", RareName, StringComparison.Ordinal)
        .Replace("{of}", Number(RareNames * PeopleOfRareName), StringComparison.Ordinal).Replace("{desk}", Desk, StringComparison.Ordinal)
        .Replace("{words}", $"'\\x{Convert.ToHexString(words)}'::bytea", StringComparison.Ordinal).Replace("{message}", $"'\\x{Convert.ToHexString(message)}'::bytea", StringComparison.Ordinal));

    private static readonly string[] Raw =
    [
        "set session_replication_role = replica",
        """
        insert into residents (id, regency_code, name, phone_last_four, created_at) overriding system value
        select n, '33.28', case when n <= {of} then '{rareName} ' || chr(65 + n % {rare})
            else (array['Sarinah','Kusmiyati','Tumini','Wagiyem','Darsono','Karsono','Slamet','Sutinah','Rukmini','Tarmini','Wasirah','Kartini','Suratmi','Daryati','Maryati','Casmadi','Ratmini','Turinah','Sopiyah','Warniti'])[1 + n % 20]
                || ' ' || (array['Wulandari','Setiawan','Rahayu','Prasetyo','Lestari','Hidayat','Astuti','Nugroho','Handayani','Santoso','Utami','Kurniawan','Susanti','Wibowo','Purwanti','Saputra','Widodo','Mulyani','Suryadi','Fitriani'])[1 + n / 20 % 20] end,
            lpad((n % 10000)::text, 4, '0'), now()
        from generate_series(1, {people}) n
        """,
        """
        insert into channel_addresses (id, channel, address_cipher, address_index, first_seen_at, last_inbound_at) overriding system value
        select n, 2, {words}, sha256(n::text::bytea), now(), now() from generate_series(1, {people}) n
        """,
        """
        insert into conversations (id, regency_code, step, resident_id, waiting, misunderstood, language, language_chosen)
        select n, '33.28', 'Greet', n, '{}', 0, 'id', false from generate_series(1, {people}) n
        """,
        """
        insert into cases (id, regency_code, ticket, check_code, channel, reporter_id, conversation_id, for_whom, helped_consent, village_code, unit_code, route_rule, owner_id, status,
            secrecy, is_emergency, story, filed_at, first_checked_at, resolved_at, closed_at, due_at, last_told_at, reopened_count, escalation_level, is_test) overriding system value
        select n, '33.28', 'TGL-' || to_char(f.at, 'YYMM') || '-' || lpad(n::text, 7, '0') || '-0', {words}, 1 + n % 4, p.id, p.id, 0, 0, u.village, u.code, 'own_village',
            case when u.code = '{desk}' and n % 2 = 0 then (select id from officers where email = 'agus.jatibogor@example.id') end,
            case when not o.is_open then 'DIKONFIRMASI' else (array['BARU','DIPERIKSA','DITANGANI','PERLU_BERKAS','DIRUJUK'])[1 + n % 5] end,
            (n % 50 = 0)::int, false, 'PKH tahap ini belum masuk, tetangga sudah semua', f.at, f.at + interval '20 hours',
            case when not o.is_open then f.at + interval '9 days' end, case when not o.is_open then f.at + interval '12 days' end, f.at + interval '8 days', f.at, 0, 0, false
        from generate_series(1, {cases}) n
        join (select code, coalesce((select min(v.code) from villages v where v.code like area_code || '%'), '33.28.16.2007') as village,
                row_number() over (order by code <> '{desk}', code) - 1 as place, count(*) over () as many from puskesos_units where regency_code = '33.28' and not is_test) u
            on u.place = case when n <= {open} then 0 else n % (select count(*) from puskesos_units where regency_code = '33.28' and not is_test) end
        cross join lateral (select n <= {open} or (u.place <> 0 and n > {open} and n / u.many <= {open} and {cases} > 100000) as is_open) o
        cross join lateral (select 1 + n % {people} as id) p
        cross join lateral (select now() - case when o.is_open then n % 20 * interval '1 day' else interval '30 days' + (n::bigint * 7919 % 150000000) * interval '1 second' end as at) f
        """,
        """
        insert into case_items (case_id, number, category_code, status, outcome)
        select id, 1, (array['BANSOS_USUL','KIS_MATI','SKTM','BANSOS_MACET','DATA','SEKOLAH'])[1 + id % 6], status, case when closed_at is not null then 1 + id % 4 end from cases
        """,
        """
        insert into outbox_messages (id, conversation_id, channel, case_id, lane, priority, text_key, body, created_at, not_before, status, attempts, sent_at, delivery) overriding system value
        select c.id * 4 + s, c.conversation_id, 2, c.id, 1, 3, 'CaseChecked_ToResident', {message}, c.filed_at + s * interval '1 day', c.filed_at, 2, 1, c.filed_at, 4 from cases c, generate_series(0, 2) s
        """,
        """
        insert into case_events (case_id, at, kind, from_status, to_status, actor_role, words)
        select c.id, c.filed_at + s.after, s.kind, s.old, s.new, s.role, case when s.kind in ('ResidentWrote', 'Note') then {words} end
        from cases c, (values
            (interval '0', 'Filed', null, 'BARU', 'resident'), (interval '20 hours', 'Moved', 'BARU', 'DIPERIKSA', 'front-office'), (interval '2 days', 'ResidentWrote', null, null, 'resident'),
            (interval '3 days', 'Note', null, null, 'back-office'), (interval '4 days', 'Moved', 'DIPERIKSA', 'DITANGANI', 'back-office')) s (after, kind, old, new, role)
        """,
        "set session_replication_role = origin",
        "vacuum analyze",
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
