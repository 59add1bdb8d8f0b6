using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Puskesos.Core.Storage.Migrations
{
    /// <inheritdoc />
    public partial class InitialCreate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agencies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    phone = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    hours = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_versions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_versions",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalogue_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "channel_addresses",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    address_cipher = table.Column<byte[]>(type: "bytea", nullable: false),
                    address_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    alt_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_last_four = table.Column<string>(type: "text", nullable: true),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_inbound_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    unreachable_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    notices_stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    silent_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_addresses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "channel_paces",
                columns: table => new
                {
                    channel = table.Column<int>(type: "integer", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    second = table.Column<long>(type: "bigint", nullable: false),
                    in_second = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    templates_today = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channel_paces", x => x.channel);
                });

            migrationBuilder.CreateTable(
                name: "clock_settings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    values = table.Column<int[]>(type: "integer[]", nullable: false),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "demo_clocks",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    offset = table.Column<TimeSpan>(type: "interval", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demo_clocks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document_kinds",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_kinds", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conversation_id = table.Column<long>(type: "bigint", nullable: true),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    inbox_id = table.Column<long>(type: "bigint", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<byte[]>(type: "bytea", nullable: true),
                    forget_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    forget_attempts = table.Column<int>(type: "integer", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: true),
                    store_key = table.Column<string>(type: "text", nullable: true),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    visit_id = table.Column<long>(type: "bigint", nullable: true),
                    pin_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    content_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    thumbnail_key = table.Column<string>(type: "text", nullable: true),
                    marks = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reading = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "emergencies",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "text", nullable: false),
                    conversation_id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    number = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_suicidal = table.Column<bool>(type: "boolean", nullable: false),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acknowledged_by = table.Column<long>(type: "bigint", nullable: true),
                    alarmed_minutes = table.Column<int>(type: "integer", nullable: false),
                    resident_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergencies", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_cases = table.Column<int>(type: "integer", nullable: false),
                    unfinished_talks = table.Column<int>(type: "integer", nullable: false),
                    withdrawn = table.Column<int>(type: "integer", nullable: false),
                    kept_secret = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "holidays",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holidays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    error_kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    duration = table.Column<TimeSpan>(type: "interval", nullable: true),
                    instance = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "key_ring",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    application = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_ring", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lexicon_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    before = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true),
                    after = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lexicon_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "lexicon_entries",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sort_order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    topic = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    weight = table.Column<double>(type: "double precision", nullable: true),
                    words = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    unless = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    edited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lexicon_entries", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "missed_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    words = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    chosen_category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    times = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_missed_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "need_categories",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    menu_group = table.Column<int>(type: "integer", nullable: false),
                    sort_order = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    document_need = table.Column<int>(type: "integer", nullable: false),
                    required_documents = table.Column<string[]>(type: "text[]", nullable: false),
                    helpful_documents = table.Column<string[]>(type: "text[]", nullable: false),
                    secrecy = table.Column<int>(type: "integer", nullable: false),
                    bypass_to = table.Column<string>(type: "text", nullable: true),
                    local_working_days = table.Column<int>(type: "integer", nullable: false),
                    names_programme = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_categories", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "number_counters",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_counters", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    regency_code = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    absent_until = table.Column<DateOnly>(type: "date", nullable: true),
                    substitute_id = table.Column<long>(type: "bigint", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_list_version",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_list_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_misses",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    words = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_misses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "regencies",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    short_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    area_letters = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    time_zone_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    province_code = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    dinsos_name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    office_address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    office_hours = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    list_version = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    village_heads_read = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_regencies", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "residents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    nik_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    nik_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    nik_last_four = table.Column<string>(type: "text", nullable: true),
                    birth_year = table.Column<int>(type: "integer", nullable: true),
                    is_woman = table.Column<bool>(type: "boolean", nullable: true),
                    kk_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    kk_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    kk_last_four = table.Column<string>(type: "text", nullable: true),
                    phone_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", nullable: true),
                    phone_last_four = table.Column<string>(type: "text", nullable: true),
                    village_code = table.Column<string>(type: "text", nullable: true),
                    address_note = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    erase_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_residents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scam_reports",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "text", nullable: false),
                    conversation_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scam_reports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scheduled_jobs",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    interval = table.Column<TimeSpan>(type: "interval", nullable: true),
                    daily_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    zone_id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scheduled_jobs", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "status_lookups",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conversation_id = table.Column<long>(type: "bigint", nullable: false),
                    ticket = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    matched = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_status_lookups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "talk_leavings",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_leavings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "text_overrides",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_text_overrides", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unit_closures",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_closures", x => x.id);
                    table.CheckConstraint("ck_unit_closures_days", "last_day >= first_day and last_day - first_day < 366");
                });

            migrationBuilder.CreateTable(
                name: "used_codes",
                columns: table => new
                {
                    code_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_used_codes", x => x.code_index);
                });

            migrationBuilder.CreateTable(
                name: "work_hours_profiles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: true),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    week = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    works_on_joint_leave = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_hours_profiles", x => x.id);
                    table.CheckConstraint("ck_work_hours_profiles_days", "(first_day is null) = (last_day is null) and (first_day is null or last_day >= first_day)");
                });

            migrationBuilder.CreateTable(
                name: "document_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    document_id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_views_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "need_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    is_standard = table.Column<bool>(type: "boolean", nullable: false),
                    label = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    required_documents = table.Column<string[]>(type: "text[]", nullable: false),
                    helpful_documents = table.Column<string[]>(type: "text[]", nullable: false),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_need_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_need_versions_need_categories_category_code",
                        column: x => x.category_code,
                        principalTable: "need_categories",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bulletins",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    area_code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    words = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<long>(type: "bigint", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletins", x => x.id);
                    table.ForeignKey(
                        name: "fk_bulletins_officers_published_by",
                        column: x => x.published_by,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clock_setting_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<int[]>(type: "integer[]", nullable: true),
                    after = table.Column<int[]>(type: "integer[]", nullable: true),
                    note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clock_setting_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_clock_setting_changes_officers_changed_by",
                        column: x => x.changed_by,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "data_breaches",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    facts = table.Column<byte[]>(type: "bytea", nullable: false),
                    persons_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    authority_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<long>(type: "bigint", nullable: false),
                    once_key = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_breaches", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_breaches_officers_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    token_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "job_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    requested_by = table.Column<long>(type: "bigint", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_job_requests_officers_requested_by",
                        column: x => x.requested_by,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "link_codes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    code_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_link_codes_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "morning_digests",
                columns: table => new
                {
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    was_told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_morning_digests", x => new { x.officer_id, x.day });
                    table.ForeignKey(
                        name: "fk_morning_digests_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_absences",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_officer_absences_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_officer_claims_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_links",
                columns: table => new
                {
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    address_id = table.Column<long>(type: "bigint", nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_links", x => new { x.officer_id, x.address_id });
                    table.ForeignKey(
                        name: "fk_officer_links_channel_addresses_address_id",
                        column: x => x.address_id,
                        principalTable: "channel_addresses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_officer_links_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_officer_logins_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_passkeys",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", maxLength: 1023, nullable: false),
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_passkeys", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_officer_passkeys_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_roles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    area_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on_duty = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_roles", x => x.id);
                    table.ForeignKey(
                        name: "fk_officer_roles_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    device = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_officer_sessions_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "officer_tokens",
                columns: table => new
                {
                    user_id = table.Column<long>(type: "bigint", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_officer_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_officer_tokens_officers_user_id",
                        column: x => x.user_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "setting_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    subject = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_setting_changes_officers_changed_by",
                        column: x => x.changed_by,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    changed_by = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    role = table.Column<int>(type: "integer", nullable: true),
                    area_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_changes_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_questions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    programme_id = table.Column<long>(type: "bigint", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_questions_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "programme_versions",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    programme_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    words = table.Column<string[]>(type: "text[]", nullable: false),
                    summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    conditions = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    papers = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    register = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    owner = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_versions_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "puskesos_units",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area_code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    regency_code = table.Column<string>(type: "character varying(13)", nullable: false),
                    accepts_neighbours = table.Column<bool>(type: "boolean", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    address = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    opens = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    closes = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    is_test = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_puskesos_units", x => x.code);
                    table.ForeignKey(
                        name: "fk_puskesos_units_regencies_regency_code",
                        column: x => x.regency_code,
                        principalTable: "regencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sub_districts",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    regency_code = table.Column<string>(type: "character varying(13)", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    list_version = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sub_districts", x => x.code);
                    table.ForeignKey(
                        name: "fk_sub_districts_regencies_regency_code",
                        column: x => x.regency_code,
                        principalTable: "regencies",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "text", nullable: false),
                    ticket = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    check_code = table.Column<byte[]>(type: "bytea", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    reporter_id = table.Column<long>(type: "bigint", nullable: false),
                    conversation_id = table.Column<long>(type: "bigint", nullable: true),
                    for_whom = table.Column<int>(type: "integer", nullable: false),
                    helped_id = table.Column<long>(type: "bigint", nullable: true),
                    helped_conversation_id = table.Column<long>(type: "bigint", nullable: true),
                    helped_consent = table.Column<int>(type: "integer", nullable: false),
                    helped_reason = table.Column<string>(type: "text", nullable: true),
                    helper_role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    village_code = table.Column<string>(type: "text", nullable: false),
                    unit_code = table.Column<string>(type: "text", nullable: false),
                    route_rule = table.Column<string>(type: "text", nullable: false),
                    owner_id = table.Column<long>(type: "bigint", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    secrecy = table.Column<int>(type: "integer", nullable: false),
                    is_emergency = table.Column<bool>(type: "boolean", nullable: false),
                    ppks_kind = table.Column<int>(type: "integer", nullable: true),
                    story = table.Column<string>(type: "text", nullable: false),
                    address_note = table.Column<string>(type: "text", nullable: true),
                    pin_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    facts = table.Column<string>(type: "jsonb", nullable: true),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    clock_left = table.Column<TimeSpan>(type: "interval", nullable: true),
                    first_checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    merged_into_id = table.Column<long>(type: "bigint", nullable: true),
                    reopened_count = table.Column<int>(type: "integer", nullable: false),
                    escalation_level = table.Column<int>(type: "integer", nullable: false),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    suggestion = table.Column<string>(type: "text", nullable: true),
                    is_test = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                    table.ForeignKey(
                        name: "fk_cases_residents_helped_id",
                        column: x => x.helped_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cases_residents_reporter_id",
                        column: x => x.reporter_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    resident_id = table.Column<long>(type: "bigint", nullable: false),
                    address_id = table.Column<long>(type: "bigint", nullable: true),
                    text_version = table.Column<string>(type: "text", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_channel_addresses_address_id",
                        column: x => x.address_id,
                        principalTable: "channel_addresses",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_consents_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    regency_code = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    resident_id = table.Column<long>(type: "bigint", nullable: true),
                    draft_cipher = table.Column<byte[]>(type: "bytea", nullable: true),
                    draft_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_inbound_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    prompted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    nudged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waiting = table.Column<long[]>(type: "bigint[]", nullable: false),
                    misunderstood = table.Column<int>(type: "integer", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    language_chosen = table.Column<bool>(type: "boolean", nullable: false, defaultValue: false),
                    held_by = table.Column<long>(type: "bigint", nullable: true),
                    held_case_id = table.Column<long>(type: "bigint", nullable: true),
                    held_touched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    help_wanted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    help_unit_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conversations", x => x.id);
                    table.ForeignKey(
                        name: "fk_conversations_channel_addresses_id",
                        column: x => x.id,
                        principalTable: "channel_addresses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conversations_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "data_checks",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    resident_id = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false),
                    decile = table.Column<int>(type: "integer", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    checked_by = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_checks_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resident_addresses",
                columns: table => new
                {
                    resident_id = table.Column<long>(type: "bigint", nullable: false),
                    address_id = table.Column<long>(type: "bigint", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resident_addresses", x => new { x.address_id, x.resident_id });
                    table.ForeignKey(
                        name: "fk_resident_addresses_channel_addresses_address_id",
                        column: x => x.address_id,
                        principalTable: "channel_addresses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_resident_addresses_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rights_requests",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    resident_id = table.Column<long>(type: "bigint", nullable: true),
                    conversation_id = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<byte[]>(type: "bytea", nullable: true),
                    contact = table.Column<byte[]>(type: "bytea", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<long>(type: "bigint", nullable: true),
                    identity_checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erasure_started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<long>(type: "bigint", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    once_key = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rights_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_rights_requests_channel_addresses_conversation_id",
                        column: x => x.conversation_id,
                        principalTable: "channel_addresses",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_rights_requests_officers_recorded_by",
                        column: x => x.recorded_by,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rights_requests_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "bulletin_reads",
                columns: table => new
                {
                    bulletin_id = table.Column<long>(type: "bigint", nullable: false),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulletin_reads", x => new { x.bulletin_id, x.officer_id });
                    table.ForeignKey(
                        name: "fk_bulletin_reads_bulletins_bulletin_id",
                        column: x => x.bulletin_id,
                        principalTable: "bulletins",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bulletin_reads_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "breach_changes",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    breach_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    fact = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    before = table.Column<byte[]>(type: "bytea", nullable: true),
                    after = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breach_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_breach_changes_data_breaches_breach_id",
                        column: x => x.breach_id,
                        principalTable: "data_breaches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_breach_changes_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "villages",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    sub_district_code = table.Column<string>(type: "character varying(13)", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    list_version = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    retired_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_villages", x => x.code);
                    table.ForeignKey(
                        name: "fk_villages_sub_districts_sub_district_code",
                        column: x => x.sub_district_code,
                        principalTable: "sub_districts",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "awaited_documents",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    item_number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    document_id = table.Column<long>(type: "bigint", nullable: true),
                    asked_by_officer = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awaited_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_awaited_documents_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_awaited_documents_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "case_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    item_number = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from_status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    to_status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    officer_id = table.Column<long>(type: "bigint", nullable: true),
                    actor_role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    details = table.Column<string>(type: "jsonb", nullable: true),
                    outbox_id = table.Column<long>(type: "bigint", nullable: true),
                    inbox_id = table.Column<long>(type: "bigint", nullable: true),
                    document_id = table.Column<long>(type: "bigint", nullable: true),
                    once_key = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_events_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_items",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    category_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    return_to = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    outcome_sentence = table.Column<string>(type: "text", nullable: true),
                    refusal_reason = table.Column<int>(type: "integer", nullable: true),
                    refusal_words = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    refusal_next_step = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    refusal_proposed_by = table.Column<long>(type: "bigint", nullable: true),
                    refusal_proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refusal_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refusal_decided_by = table.Column<long>(type: "bigint", nullable: true),
                    refusal_decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    documents_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_items_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "data_proposals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    resident_id = table.Column<long>(type: "bigint", nullable: false),
                    village_code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by = table.Column<long>(type: "bigint", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    entered_by = table.Column<long>(type: "bigint", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<long>(type: "bigint", nullable: true),
                    was_accepted = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_data_proposals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_data_proposals_residents_resident_id",
                        column: x => x.resident_id,
                        principalTable: "residents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "due_reminders",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    item_number = table.Column<int>(type: "integer", nullable: false),
                    clock = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: true),
                    told_officers = table.Column<long[]>(type: "bigint[]", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_reminders", x => x.id);
                    table.ForeignKey(
                        name: "fk_due_reminders_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "obstacles",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    regency_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    unit_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reported_by = table.Column<long>(type: "bigint", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    owner = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<long>(type: "bigint", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_obstacles", x => x.id);
                    table.ForeignKey(
                        name: "fk_obstacles_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_obstacles_officers_reported_by",
                        column: x => x.reported_by,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    item_number = table.Column<int>(type: "integer", nullable: true),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    agency = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_outside = table.Column<bool>(type: "boolean", nullable: false),
                    summary = table.Column<byte[]>(type: "bytea", nullable: false),
                    findings = table.Column<byte[]>(type: "bytea", nullable: true),
                    request = table.Column<byte[]>(type: "bytea", nullable: false),
                    proposed_by = table.Column<long>(type: "bigint", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_by = table.Column<long>(type: "bigint", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    review_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    in_progress_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_again_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    feedback = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                    table.ForeignKey(
                        name: "fk_referrals_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    case_id = table.Column<long>(type: "bigint", nullable: false),
                    item_number = table.Column<int>(type: "integer", nullable: true),
                    fasilitator_id = table.Column<long>(type: "bigint", nullable: false),
                    planned_by = table.Column<long>(type: "bigint", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wished_day = table.Column<byte[]>(type: "bytea", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    missed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    form = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_visits_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_visits_officers_fasilitator_id",
                        column: x => x.fasilitator_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "chat_views",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    officer_id = table.Column<long>(type: "bigint", nullable: false),
                    conversation_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chat_views", x => x.id);
                    table.ForeignKey(
                        name: "fk_chat_views_conversations_conversation_id",
                        column: x => x.conversation_id,
                        principalTable: "conversations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_chat_views_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    external_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    conversation_id = table.Column<long>(type: "bigint", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    raw_body = table.Column<byte[]>(type: "bytea", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    processed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    error = table.Column<string>(type: "text", nullable: true),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recovered = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_inbox_messages_conversations_conversation_id",
                        column: x => x.conversation_id,
                        principalTable: "conversations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    conversation_id = table.Column<long>(type: "bigint", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    lane = table.Column<int>(type: "integer", nullable: false),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    text_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    dedupe_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    provider_id = table.Column<string>(type: "text", nullable: true),
                    delivery = table.Column<int>(type: "integer", nullable: false),
                    cost = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    followed_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error_code = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_messages_conversations_conversation_id",
                        column: x => x.conversation_id,
                        principalTable: "conversations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rights_events",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    request_id = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    officer_id = table.Column<long>(type: "bigint", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rights_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_rights_events_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rights_events_rights_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "rights_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "village_aliases",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    village_code = table.Column<string>(type: "character varying(13)", nullable: false),
                    alias = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    origin = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_village_aliases", x => x.id);
                    table.ForeignKey(
                        name: "fk_village_aliases_villages_village_code",
                        column: x => x.village_code,
                        principalTable: "villages",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "village_boundaries",
                columns: table => new
                {
                    village_code = table.Column<string>(type: "character varying(13)", nullable: false),
                    geometry = table.Column<byte[]>(type: "bytea", nullable: false),
                    list_version = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_village_boundaries", x => x.village_code);
                    table.ForeignKey(
                        name: "fk_village_boundaries_villages_village_code",
                        column: x => x.village_code,
                        principalTable: "villages",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "place_list_version",
                columns: new[] { "id", "changed_at", "version" },
                values: new object[] { 1, new DateTimeOffset(new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)), 0L });

            migrationBuilder.CreateIndex(
                name: "ix_agencies_regency_code_name",
                table: "agencies",
                columns: new[] { "regency_code", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_awaited_documents_case_id_item_number_kind",
                table: "awaited_documents",
                columns: new[] { "case_id", "item_number", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_awaited_documents_document_id",
                table: "awaited_documents",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_breach_changes_breach_id",
                table: "breach_changes",
                column: "breach_id");

            migrationBuilder.CreateIndex(
                name: "ix_breach_changes_officer_id",
                table: "breach_changes",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletin_reads_officer_id",
                table: "bulletin_reads",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulletins_published_by",
                table: "bulletins",
                column: "published_by");

            migrationBuilder.CreateIndex(
                name: "ix_bulletins_regency_code_published_at",
                table: "bulletins",
                columns: new[] { "regency_code", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_events_case_id_id",
                table: "case_events",
                columns: new[] { "case_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_case_events_escalated",
                table: "case_events",
                column: "at",
                filter: "kind = 'Escalated'");

            migrationBuilder.CreateIndex(
                name: "ix_case_events_marked",
                table: "case_events",
                columns: new[] { "case_id", "id" },
                filter: "kind = 'Moved' and (from_status in ('PERLU_BERKAS', 'TELAAH_RUJUKAN', 'DIRUJUK', 'KUNJUNGAN', 'DITOLAK', 'DIBUKA_LAGI', 'DIKONFIRMASI') or to_status in ('PERLU_BERKAS', 'TELAAH_RUJUKAN', 'DIRUJUK', 'KUNJUNGAN', 'DITOLAK', 'DIBUKA_LAGI', 'DIKONFIRMASI'))")
                .Annotation("Npgsql:IndexInclude", new[] { "item_number", "at", "from_status", "to_status", "actor_role" });

            migrationBuilder.CreateIndex(
                name: "ix_case_events_once_key",
                table: "case_events",
                column: "once_key",
                unique: true,
                filter: "once_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_case_events_time",
                table: "case_events",
                column: "at")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_case_events_undone",
                table: "case_events",
                column: "case_id",
                filter: "kind = 'Undone'");

            migrationBuilder.CreateIndex(
                name: "ix_case_items_case_id_number",
                table: "case_items",
                columns: new[] { "case_id", "number" },
                unique: true)
                .Annotation("Npgsql:IndexInclude", new[] { "category_code", "programme", "outcome" });

            migrationBuilder.CreateIndex(
                name: "ix_case_items_category_code",
                table: "case_items",
                column: "category_code");

            migrationBuilder.CreateIndex(
                name: "ix_case_items_refused",
                table: "case_items",
                column: "refusal_decided_at",
                filter: "refusal_decided_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_conversation_id_status",
                table: "cases",
                columns: new[] { "conversation_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_helped_id",
                table: "cases",
                column: "helped_id",
                filter: "helped_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_merged_into_id",
                table: "cases",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open",
                table: "cases",
                columns: new[] { "regency_code", "due_at" },
                filter: "closed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_open_of_unit",
                table: "cases",
                columns: new[] { "unit_code", "due_at" },
                filter: "closed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_owner_id",
                table: "cases",
                column: "owner_id",
                filter: "owner_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_cases_regency_code_filed_at",
                table: "cases",
                columns: new[] { "regency_code", "filed_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_reporter_id",
                table: "cases",
                column: "reporter_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_secret",
                table: "cases",
                columns: new[] { "regency_code", "filed_at" },
                filter: "secrecy = 2");

            migrationBuilder.CreateIndex(
                name: "ix_cases_ticket",
                table: "cases",
                column: "ticket",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_unit_code_status_due_at",
                table: "cases",
                columns: new[] { "unit_code", "status", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_channel_addresses_channel_address_index",
                table: "channel_addresses",
                columns: new[] { "channel", "address_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_channel_addresses_channel_alt_index",
                table: "channel_addresses",
                columns: new[] { "channel", "alt_index" },
                filter: "alt_index is not null");

            migrationBuilder.CreateIndex(
                name: "ix_chat_views_conversation_id_officer_id_at",
                table: "chat_views",
                columns: new[] { "conversation_id", "officer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_chat_views_officer_id",
                table: "chat_views",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_clock_setting_changes_changed_by",
                table: "clock_setting_changes",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_clock_setting_changes_regency_code_id",
                table: "clock_setting_changes",
                columns: new[] { "regency_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_clock_settings_regency_code_category_code_name",
                table: "clock_settings",
                columns: new[] { "regency_code", "category_code", "name" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_consents_address_id",
                table: "consents",
                column: "address_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_resident_id",
                table: "consents",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_draft_started_at",
                table: "conversations",
                column: "draft_started_at",
                filter: "draft_cipher is not null");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_held_by",
                table: "conversations",
                column: "held_by",
                filter: "held_by is not null");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_help_unit_code",
                table: "conversations",
                column: "help_unit_code",
                filter: "help_wanted_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_resident_id",
                table: "conversations",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_once_key",
                table: "data_breaches",
                column: "once_key",
                unique: true,
                filter: "once_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_recorded_by",
                table: "data_breaches",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_data_breaches_regency_code_number",
                table: "data_breaches",
                columns: new[] { "regency_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_data_checks_resident_id_checked_on",
                table: "data_checks",
                columns: new[] { "resident_id", "checked_on" });

            migrationBuilder.CreateIndex(
                name: "ix_data_proposals_case_id",
                table: "data_proposals",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_data_proposals_open",
                table: "data_proposals",
                columns: new[] { "regency_code", "village_code" },
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_data_proposals_resident_id",
                table: "data_proposals",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_views_at",
                table: "document_views",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_document_views_document_id_at",
                table: "document_views",
                columns: new[] { "document_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_document_views_officer_id_at",
                table: "document_views",
                columns: new[] { "officer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_documents_cards",
                table: "documents",
                column: "received_at",
                filter: "kind = 'KTP' and reading is null and state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_documents_case_id",
                table: "documents",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_content_index",
                table: "documents",
                column: "content_index",
                filter: "content_index is not null");

            migrationBuilder.CreateIndex(
                name: "ix_documents_conversation_id",
                table: "documents",
                column: "conversation_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_forget_at",
                table: "documents",
                column: "forget_at",
                filter: "forget_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_documents_inbox_id",
                table: "documents",
                column: "inbox_id");

            migrationBuilder.CreateIndex(
                name: "ix_documents_unchecked",
                table: "documents",
                column: "next_attempt_at",
                filter: "state = 5");

            migrationBuilder.CreateIndex(
                name: "ix_due_reminders_due",
                table: "due_reminders",
                column: "due_at",
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_due_reminders_step",
                table: "due_reminders",
                columns: new[] { "case_id", "item_number", "clock", "started_at", "step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_conversation_id",
                table: "emergencies",
                column: "conversation_id");

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_regency_code_number",
                table: "emergencies",
                columns: new[] { "regency_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_emergencies_unanswered",
                table: "emergencies",
                column: "raised_at",
                filter: "acknowledged_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_reports_at",
                table: "erasure_reports",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_reports_regency_code_id",
                table: "erasure_reports",
                columns: new[] { "regency_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_holidays_day_regency_code",
                table: "holidays",
                columns: new[] { "day", "regency_code" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_channel_external_id",
                table: "inbox_messages",
                columns: new[] { "channel", "external_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_parked_at",
                table: "inbox_messages",
                column: "parked_at",
                filter: "parked_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_raw",
                table: "inbox_messages",
                column: "processed_at",
                filter: "raw_body is not null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_time",
                table: "inbox_messages",
                column: "received_at")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_unread",
                table: "inbox_messages",
                column: "conversation_id",
                filter: "processed_at is null and parked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_web_chat",
                table: "inbox_messages",
                columns: new[] { "conversation_id", "id" },
                filter: "channel = 3");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_officer_id",
                table: "invitations",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_token_index",
                table: "invitations",
                column: "token_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_requests_requested_by",
                table: "job_requests",
                column: "requested_by");

            migrationBuilder.CreateIndex(
                name: "ix_job_requests_waiting",
                table: "job_requests",
                column: "id",
                filter: "taken_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_name_started_at",
                table: "job_runs",
                columns: new[] { "name", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_started_at",
                table: "job_runs",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_key_ring_application",
                table: "key_ring",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ix_link_codes_code_index",
                table: "link_codes",
                column: "code_index");

            migrationBuilder.CreateIndex(
                name: "ix_link_codes_officer_id",
                table: "link_codes",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_missed_messages_last_at",
                table: "missed_messages",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_missed_messages_regency_code_words",
                table: "missed_messages",
                columns: new[] { "regency_code", "words" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_need_versions_category_code",
                table: "need_versions",
                column: "category_code");

            migrationBuilder.CreateIndex(
                name: "ix_need_versions_regency_code_category_code_number",
                table: "need_versions",
                columns: new[] { "regency_code", "category_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_case_id",
                table: "obstacles",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_regency_code_reported_at",
                table: "obstacles",
                columns: new[] { "regency_code", "reported_at" });

            migrationBuilder.CreateIndex(
                name: "ix_obstacles_reported_by",
                table: "obstacles",
                column: "reported_by");

            migrationBuilder.CreateIndex(
                name: "ix_officer_absences_officer_id_last_day",
                table: "officer_absences",
                columns: new[] { "officer_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_officer_claims_user_id",
                table: "officer_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_links_address_id",
                table: "officer_links",
                column: "address_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_officer_logins_user_id",
                table: "officer_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_passkeys_user_id",
                table: "officer_passkeys",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_officer_roles_area_code_role",
                table: "officer_roles",
                columns: new[] { "area_code", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_officer_roles_officer_id_role_area_code",
                table: "officer_roles",
                columns: new[] { "officer_id", "role", "area_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_officer_sessions_officer_id_started_at",
                table: "officer_sessions",
                columns: new[] { "officer_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "officers",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "officers",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_case_id",
                table: "outbox_messages",
                column: "case_id",
                filter: "case_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_conversation",
                table: "outbox_messages",
                columns: new[] { "conversation_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_dedupe_key",
                table: "outbox_messages",
                column: "dedupe_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_due",
                table: "outbox_messages",
                column: "not_before",
                filter: "status in (0, 1)");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_lane",
                table: "outbox_messages",
                columns: new[] { "conversation_id", "lane", "id" },
                filter: "status in (0, 1, 3)");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_lost",
                table: "outbox_messages",
                column: "id",
                filter: "(status = 4 or (status = 5 and error_code = 'unreachable')) and followed_up_at is null and case_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_provider_id",
                table: "outbox_messages",
                column: "provider_id",
                filter: "provider_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_time",
                table: "outbox_messages",
                column: "created_at",
                filter: "status = 4")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_place_misses_regency_code_words_kind",
                table: "place_misses",
                columns: new[] { "regency_code", "words", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_questions_programme_id",
                table: "programme_questions",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_questions_regency_code_programme_id_day",
                table: "programme_questions",
                columns: new[] { "regency_code", "programme_id", "day" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_programme_versions_programme_id_number",
                table: "programme_versions",
                columns: new[] { "programme_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_regency_code",
                table: "programmes",
                column: "regency_code");

            migrationBuilder.CreateIndex(
                name: "ix_puskesos_units_regency_code_area_code",
                table: "puskesos_units",
                columns: new[] { "regency_code", "area_code" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_case_id",
                table: "referrals",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_in_review",
                table: "referrals",
                columns: new[] { "state", "proposed_at" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_number",
                table: "referrals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referrals_outside",
                table: "referrals",
                columns: new[] { "state", "answer_due_at" },
                filter: "state in (2, 3, 4)");

            migrationBuilder.CreateIndex(
                name: "ix_regencies_area_letters",
                table: "regencies",
                column: "area_letters",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resident_addresses_resident_id",
                table: "resident_addresses",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_residents_erase_by",
                table: "residents",
                column: "erase_by",
                filter: "erase_by is not null and erased_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_residents_kk_index",
                table: "residents",
                column: "kk_index",
                filter: "kk_index is not null");

            migrationBuilder.CreateIndex(
                name: "ix_residents_phone_index",
                table: "residents",
                column: "phone_index",
                filter: "phone_index is not null");

            migrationBuilder.CreateIndex(
                name: "ix_residents_regency_code_nik_index",
                table: "residents",
                columns: new[] { "regency_code", "nik_index" },
                filter: "nik_index is not null");

            migrationBuilder.CreateIndex(
                name: "ix_rights_events_officer_id",
                table: "rights_events",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ix_rights_events_request_id",
                table: "rights_events",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_rights_requests_conversation_id",
                table: "rights_requests",
                column: "conversation_id");

            migrationBuilder.CreateIndex(
                name: "ix_rights_requests_once_key",
                table: "rights_requests",
                column: "once_key",
                unique: true,
                filter: "once_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_rights_requests_open",
                table: "rights_requests",
                columns: new[] { "regency_code", "due_at" },
                filter: "closed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_rights_requests_recorded_by",
                table: "rights_requests",
                column: "recorded_by");

            migrationBuilder.CreateIndex(
                name: "ix_rights_requests_regency_code_number",
                table: "rights_requests",
                columns: new[] { "regency_code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rights_requests_resident_id",
                table: "rights_requests",
                column: "resident_id");

            migrationBuilder.CreateIndex(
                name: "ix_scam_reports_regency_code_at",
                table: "scam_reports",
                columns: new[] { "regency_code", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_setting_changes_changed_by",
                table: "setting_changes",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_setting_changes_regency_code_subject_id",
                table: "setting_changes",
                columns: new[] { "regency_code", "subject", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_changes_officer_id_id",
                table: "staff_changes",
                columns: new[] { "officer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_status_lookups_conversation_id_at",
                table: "status_lookups",
                columns: new[] { "conversation_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_status_lookups_ticket_at",
                table: "status_lookups",
                columns: new[] { "ticket", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_sub_districts_regency_code",
                table: "sub_districts",
                column: "regency_code");

            migrationBuilder.CreateIndex(
                name: "ix_talk_leavings_regency_code_day_step_kind",
                table: "talk_leavings",
                columns: new[] { "regency_code", "day", "step", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_text_overrides_regency_code_key_language_number",
                table: "text_overrides",
                columns: new[] { "regency_code", "key", "language", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unit_closures_unit_code_first_day",
                table: "unit_closures",
                columns: new[] { "unit_code", "first_day" });

            migrationBuilder.CreateIndex(
                name: "ix_used_codes_used_at",
                table: "used_codes",
                column: "used_at");

            migrationBuilder.CreateIndex(
                name: "ix_village_aliases_village_code_alias",
                table: "village_aliases",
                columns: new[] { "village_code", "alias" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_villages_sub_district_code",
                table: "villages",
                column: "sub_district_code");

            migrationBuilder.CreateIndex(
                name: "ix_visits_ahead",
                table: "visits",
                column: "starts_at",
                filter: "done_at is null and cancelled_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_visits_case_id",
                table: "visits",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_fasilitator_id",
                table: "visits",
                column: "fasilitator_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_hours_profiles_regency_code_unit_code_first_day",
                table: "work_hours_profiles",
                columns: new[] { "regency_code", "unit_code", "first_day" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agencies");

            migrationBuilder.DropTable(
                name: "awaited_documents");

            migrationBuilder.DropTable(
                name: "breach_changes");

            migrationBuilder.DropTable(
                name: "bulletin_reads");

            migrationBuilder.DropTable(
                name: "calendar_versions");

            migrationBuilder.DropTable(
                name: "case_events");

            migrationBuilder.DropTable(
                name: "case_items");

            migrationBuilder.DropTable(
                name: "catalogue_versions");

            migrationBuilder.DropTable(
                name: "channel_paces");

            migrationBuilder.DropTable(
                name: "chat_views");

            migrationBuilder.DropTable(
                name: "clock_setting_changes");

            migrationBuilder.DropTable(
                name: "clock_settings");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "data_checks");

            migrationBuilder.DropTable(
                name: "data_proposals");

            migrationBuilder.DropTable(
                name: "demo_clocks");

            migrationBuilder.DropTable(
                name: "document_kinds");

            migrationBuilder.DropTable(
                name: "document_views");

            migrationBuilder.DropTable(
                name: "due_reminders");

            migrationBuilder.DropTable(
                name: "emergencies");

            migrationBuilder.DropTable(
                name: "erasure_reports");

            migrationBuilder.DropTable(
                name: "holidays");

            migrationBuilder.DropTable(
                name: "inbox_messages");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "job_requests");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "key_ring");

            migrationBuilder.DropTable(
                name: "lexicon_changes");

            migrationBuilder.DropTable(
                name: "lexicon_entries");

            migrationBuilder.DropTable(
                name: "link_codes");

            migrationBuilder.DropTable(
                name: "missed_messages");

            migrationBuilder.DropTable(
                name: "morning_digests");

            migrationBuilder.DropTable(
                name: "need_versions");

            migrationBuilder.DropTable(
                name: "number_counters");

            migrationBuilder.DropTable(
                name: "obstacles");

            migrationBuilder.DropTable(
                name: "officer_absences");

            migrationBuilder.DropTable(
                name: "officer_claims");

            migrationBuilder.DropTable(
                name: "officer_links");

            migrationBuilder.DropTable(
                name: "officer_logins");

            migrationBuilder.DropTable(
                name: "officer_passkeys");

            migrationBuilder.DropTable(
                name: "officer_roles");

            migrationBuilder.DropTable(
                name: "officer_sessions");

            migrationBuilder.DropTable(
                name: "officer_tokens");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "place_list_version");

            migrationBuilder.DropTable(
                name: "place_misses");

            migrationBuilder.DropTable(
                name: "programme_questions");

            migrationBuilder.DropTable(
                name: "programme_versions");

            migrationBuilder.DropTable(
                name: "puskesos_units");

            migrationBuilder.DropTable(
                name: "referrals");

            migrationBuilder.DropTable(
                name: "resident_addresses");

            migrationBuilder.DropTable(
                name: "rights_events");

            migrationBuilder.DropTable(
                name: "scam_reports");

            migrationBuilder.DropTable(
                name: "scheduled_jobs");

            migrationBuilder.DropTable(
                name: "setting_changes");

            migrationBuilder.DropTable(
                name: "staff_changes");

            migrationBuilder.DropTable(
                name: "status_lookups");

            migrationBuilder.DropTable(
                name: "talk_leavings");

            migrationBuilder.DropTable(
                name: "text_overrides");

            migrationBuilder.DropTable(
                name: "unit_closures");

            migrationBuilder.DropTable(
                name: "used_codes");

            migrationBuilder.DropTable(
                name: "village_aliases");

            migrationBuilder.DropTable(
                name: "village_boundaries");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "work_hours_profiles");

            migrationBuilder.DropTable(
                name: "data_breaches");

            migrationBuilder.DropTable(
                name: "bulletins");

            migrationBuilder.DropTable(
                name: "documents");

            migrationBuilder.DropTable(
                name: "need_categories");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropTable(
                name: "rights_requests");

            migrationBuilder.DropTable(
                name: "villages");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "channel_addresses");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "sub_districts");

            migrationBuilder.DropTable(
                name: "residents");

            migrationBuilder.DropTable(
                name: "regencies");
        }
    }
}
