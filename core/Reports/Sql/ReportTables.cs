using Puskesos.Core.Cases;

namespace Puskesos.Core.Reports.Sql;

/// <summary>
/// The cases and moves of one report as temporary tables: read once, in one snapshot, so that all figures agree with each other.
/// Parameters: <c>@area</c>, <c>@prior</c> (beginning of the period before), <c>@to</c> (end, exclusive), <c>@asof</c> (end, or now).
/// </summary>
internal static class ReportTables
{
    /// <summary>Working days as their closings: how many lie before a moment numbers the day on which work on it begins.</summary>
    public const string Calendars = """
        create temp table report_units (unit_code text, calendar int) on commit drop;
        create temp table report_calendars (calendar int, closings timestamptz[]) on commit drop;
        alter table report_calendars alter column closings set storage plain;
        """;

    /// <summary>The cases that were open, filed or closed since the beginning of the period before; never test cases, never S1.</summary>
    public static string Cases(ReportScope scope) => $"""
        create temp table report_cases on commit drop as
        select c.id, c.unit_code, c.village_code, c.channel, c.status, c.secrecy, coalesce(c.helped_id, c.reporter_id) as person_id, c.owner_id, c.ppks_kind,
            c.filed_at, c.first_checked_at, c.resolved_at, c.closed_at, c.due_at, c.rating,
            width_bucket(c.filed_at, k.closings) as filed_day, width_bucket(c.first_checked_at, k.closings) as checked_day,
            width_bucket(c.resolved_at, k.closings) as resolved_day
        from cases c
        join report_units u on u.unit_code = c.unit_code
        join report_calendars k on k.calendar = u.calendar
        where {scope.CaseFilter("c")} and not c.is_test and c.secrecy <= {MostSecret(scope)}
            and c.filed_at < @to and (c.closed_at is null or c.closed_at >= @prior)
        """;

    /// <summary>The most secret cases that are counted, as stored: S2, or ordinary ones alone for a reader who may not know of S2.</summary>
    public static int MostSecret(ReportScope scope) => (int)(scope.IncludesConfidential ? Secrecy.Confidential : Secrecy.Ordinary);

    /// <summary>Needs of those cases.</summary>
    public const string Items = """
        create temp table report_items on commit drop as
        select i.case_id, i.number, i.category_code, i.programme, i.outcome
        from report_cases c join case_items i on i.case_id = c.id
        """;

    /// <summary>
    /// Moves into and out of the states that figures ask about, without those taken back; <c>since</c> is when the state that was
    /// left had begun. Ordinary first steps are left out: they are most of the history, and no figure needs them. Everything read
    /// of a move lies in the index ix_case_events_marked, which needs the condition word for word.
    /// </summary>
    public const string Moves = $"""
        create temp table report_moves on commit drop as
        select e.case_id, coalesce(e.item_number, 0) as item, e.at, e.from_status, e.to_status, e.actor_role,
            lag(e.at) over (partition by e.case_id, coalesce(e.item_number, 0) order by e.id) as since
        from report_cases c join case_events e on e.case_id = c.id
        where {CaseEvent.MarkedMoves} and e.at < @to
            and not exists (
                select 1 from case_events u
                where u.kind = 'Undone' and u.case_id = e.case_id and u.id > e.id and u.from_status = e.to_status
                    and u.item_number is not distinct from e.item_number and u.at < e.at + @undo)
        """;

    /// <summary>The planner must know how large these are.</summary>
    public const string AnalyseCases = "create index on report_cases (id); analyze report_cases";

    public const string Analyse = "analyze report_items; analyze report_moves";
}
