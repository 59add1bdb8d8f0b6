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
        select e.case_id, e.category_code, e.programme, e.outcome from case_items e {OfCases(scope)}
        order by e.case_id, e.number
        """;

    /// <summary>
    /// Moves into and out of the states that figures ask about, without those taken back. Ordinary first steps are left out: they are
    /// most of the history, and no figure needs them. Everything read of a move lies in the index ix_case_events_marked, which needs the
    /// condition word for word.
    /// </summary>
    public static string Moves(ReportScope scope) => $"""
        select e.case_id, coalesce(e.item_number, 0), e.at, e.from_status, e.to_status, e.actor_role
        from case_events e {OfCases(scope)} and {CaseEvent.MarkedMoves} and e.at < @to
            and not exists (
                select 1 from case_events u
                where u.kind = 'Undone' and u.case_id = e.case_id and u.id > e.id and u.from_status = e.to_status
                    and u.item_number is not distinct from e.item_number and u.at < e.at + @undo)
        order by e.case_id, e.id
        """;

    /// <summary>
    /// Of a province nearly all lines are wanted, so they are read in the index's own order from the oldest living case on, without looking at
    /// the cases; of a smaller area only its own.
    /// </summary>
    private static string OfCases(ReportScope scope) => scope.Kind > ScopeKind.Regency
        ? $"where e.case_id >= (select min(c.id) from cases c where {scope.CaseFilter("c")} and {Lived})"
        : $"join cases c on c.id = e.case_id where {scope.CaseFilter("c")} and {Lived}";

    private const string Lived = "c.filed_at < @to and (c.closed_at is null or c.closed_at >= @prior)";
}
