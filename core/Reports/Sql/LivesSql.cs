using Puskesos.Core.Cases;

namespace Puskesos.Core.Reports.Sql;

/// <summary>
/// The cases of a report, their needs and their moves, each in the order of the case's id, so that they can be read side by side. Parameters:
/// <c>@area</c>, <c>@prior</c> (beginning of the period before), <c>@to</c> (end, exclusive), <c>@undo</c> (how long a move can be taken back).
/// </summary>
internal static class LivesSql
{
    /// <summary>Cases that were open, filed or closed since the beginning of the period before; never test cases, never S1.</summary>
    public static string Cases(ReportScope scope) => $"""
        select c.id, c.unit_code, c.village_code, c.channel, c.secrecy = 1, coalesce(c.helped_id, c.reporter_id), c.owner_id, c.ppks_kind,
            c.filed_at, c.first_checked_at, c.resolved_at, c.closed_at, c.rating, p.birth_year, p.is_woman
        from cases c left join residents p on p.id = coalesce(c.helped_id, c.reporter_id)
        where {scope.ReportedFilter("c")} and {Lived}
        order by c.id
        """;

    /// <summary>Needs; those of cases that are not reported are passed over by the reader.</summary>
    public static string Needs(ReportScope scope) => $"""
        select i.case_id, i.category_code, i.programme, i.outcome from cases c join case_items i on i.case_id = c.id
        where {scope.CaseFilter("c")} and {Lived}
        order by i.case_id, i.number
        """;

    /// <summary>
    /// Moves into and out of the states that figures ask about, without those taken back. Ordinary first steps are left out: they are
    /// most of the history, and no figure needs them. Everything read of a move lies in the index ix_case_events_marked, which needs the
    /// condition word for word.
    /// </summary>
    public static string Moves(ReportScope scope) => $"""
        select e.case_id, coalesce(e.item_number, 0), e.at, e.from_status, e.to_status, e.actor_role
        from cases c join case_events e on e.case_id = c.id
        where {scope.CaseFilter("c")} and {Lived} and {CaseEvent.MarkedMoves} and e.at < @to
            and not exists (
                select 1 from case_events u
                where u.kind = 'Undone' and u.case_id = e.case_id and u.id > e.id and u.from_status = e.to_status
                    and u.item_number is not distinct from e.item_number and u.at < e.at + @undo)
        order by e.case_id, e.id
        """;

    private const string Lived = "c.filed_at < @to and (c.closed_at is null or c.closed_at >= @prior)";
}
