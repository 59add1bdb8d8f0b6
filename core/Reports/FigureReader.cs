using Npgsql;
using NpgsqlTypes;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Reports.Lives;
using Puskesos.Core.Reports.Sql;

namespace Puskesos.Core.Reports;

/// <summary>What is asked of the database for one report.</summary>
/// <param name="Scope">The area.</param>
/// <param name="Period">The days.</param>
/// <param name="Now">The moment of asking.</param>
/// <param name="Units">The area's units, with their working time.</param>
internal sealed record FigureRequest(ReportScope Scope, ReportPeriod Period, DateTimeOffset Now, IReadOnlyDictionary<string, WorkingTime> Units)
{
    /// <summary>Units without a case's officer for so many working days are silent (DOMAIN §8, indicator 24).</summary>
    private const int SilentWorkingDays = 10;

    /// <summary>How far before the periods the calendar of working days reaches: what is older counts as that old.</summary>
    public const int CalendarDaysBefore = 366;

    /// <summary>The area's own working time: that of its regency's office.</summary>
    public required WorkingTime Office { get; init; }

    /// <summary>From when on a unit must have done something by the end of the period.</summary>
    public DateTimeOffset SilentSince(ReportPeriod period)
    {
        var day = Office.Zone.DayOf(Now) is var today && today < period.Last ? today.AddDays(1) : period.Last.AddDays(1);
        for (var left = SilentWorkingDays; left > 0; left--) day = Office.WorkingDayBefore(day);
        return Office.Zone.At(day, TimeOnly.MinValue);
    }
}

/// <summary>Counts: one pass over the lives of the cases for both periods, then a query for each group of other figures.</summary>
internal sealed class FigureReader(NpgsqlConnection connection, FigureRequest asked)
{
    /// <summary>
    /// The needs and moves of two million cases must be sorted in memory. Three connections at once keep a small machine's processors busy, so
    /// that parallel workers beside them only wait: for a regency of 200,000 cases 1.8 s of processor with them, 0.8 s without.
    /// </summary>
    private const string Settings = "set local work_mem = '128MB'; set local jit = off; set local max_parallel_workers_per_gather = 0";

    /// <summary>Of a regency each case's needs and moves are looked up: joining them with those of all others reads ten times as many.</summary>
    private const string ByCase = "set local enable_hashjoin = off; set local enable_mergejoin = off";

    /// <summary>Of a province the lines are wanted as they stand in the index: sorting a million first would keep everybody waiting.</summary>
    private const string ByIndex = "set local enable_sort = off; set local enable_hashjoin = off";

    private const string ByCost = "set local enable_sort = on; set local enable_hashjoin = on";

    /// <summary>What stands beside single cases, so that it can be narrowed like them.</summary>
    private static readonly Func<ReportScope, string>[] OfCases = [RouteSql.Records, RouteSql.Escalations, DeskSql.Proposals];

    private static readonly Func<ReportScope, string>[] Queries =
    [
        IntakeSql.Secret, IntakeSql.Contacts, IntakeSql.Questions, MessageSql.Alarms, MessageSql.Outgoing,
        StandingSql.Coverage, StandingSql.Silent, DeskSql.Obstacles, DeskSql.Bulletins, .. OfCases,
    ];

    /// <summary>Reads the cases, their needs and their moves at the same time, each on a connection of its own; all three show the same snapshot.</summary>
    public async Task<(CountedLives Asked, CountedLives Before)> ReadLivesAsync(NpgsqlConnection forNeeds, NpgsqlConnection forMoves, CancellationToken cancellationToken)
    {
        var scope = asked.Scope.Whole;
        var (now, before) = (NoLives(asked.Period), NoLives(asked.Period.Before()));
        var days = WorkingDayCount.Of(asked.Units, asked.Period.Before().First.AddDays(-FigureRequest.CalendarDaysBefore), asked.Period.Last.AddDays(1));
        var isLarge = asked.Scope.Kind > ScopeKind.Regency;
        await RunAsync(connection, $"{Settings}; {(isLarge ? ByIndex : ByCost)}", cancellationToken);
        foreach (var one in new[] { forNeeds, forMoves }) await RunAsync(one, $"{Settings}; {(isLarge ? ByIndex : ByCase)}", cancellationToken);
        var rows = await Task.WhenAll(
            RowsAsync(connection, LivesSql.Cases(scope), cancellationToken),
            RowsAsync(forNeeds, LivesSql.Needs(scope), cancellationToken),
            RowsAsync(forMoves, LivesSql.Moves(scope), cancellationToken));
        await using var cases = rows[0];
        await using var needs = rows[1];
        await using var moves = rows[2];
        await new LifeReader(cases, needs, moves, days).ReadAsync(one =>
        {
            now.Add(one);
            before.Add(one);
        }, cancellationToken);
        await cases.CloseAsync();
        if (isLarge) await RunAsync(connection, ByCost, cancellationToken);
        return (now, before);
    }

    /// <summary>The figures of a period: the one asked for or the one before it.</summary>
    public async Task<RawFigures> ReadAsync(ReportPeriod period, CountedLives lives, CancellationToken cancellationToken)
    {
        if (!asked.Scope.Filter.IsEmpty) return await NarrowedAsync(period, lives, cancellationToken);
        var raw = await CountAsync(Queries, asked.Scope, period, lives.Whole, cancellationToken);
        foreach (var (officer, days) in await AbsencesAsync(period, cancellationToken)) raw.Add(18, new CountedCell($"absent:{officer}", days, 0));
        return raw;
    }

    private async Task<RawFigures> NarrowedAsync(ReportPeriod period, CountedLives lives, CancellationToken cancellationToken)
    {
        var narrowed = asked.Scope with { IncludesConfidential = false };
        return NarrowedFigures.Of(
            asked.Scope.Filter,
            await CountAsync(OfCases, asked.Scope.Whole, period, lives.Whole, cancellationToken),
            await CountAsync(OfCases, narrowed.Whole, period, lives.Ordinary, cancellationToken),
            await CountAsync(OfCases, narrowed, period, lives.Narrowed, cancellationToken));
    }

    private async Task<RawFigures> CountAsync(
        IEnumerable<Func<ReportScope, string>> queries, ReportScope scope, ReportPeriod period, CaseFigures lives, CancellationToken cancellationToken)
    {
        var raw = new RawFigures();
        lives.Write(raw);
        foreach (var sql in queries.Concat(period == asked.Period ? [StandingSql.Papers] : []))
        {
            await using var command = Command(connection, sql(scope), period);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                raw.Add(rows.GetInt32(0), new CountedCell(rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetDouble(2), rows.GetInt64(3)));
        }

        return raw;
    }

    private CountedLives NoLives(ReportPeriod period) =>
        new(asked.Scope.Filter, () => new CaseFigures(ReportedPeriod.Of(period, asked.Scope.Zone, asked.Now), asked.Units));

    /// <summary>Working days on which officers of the area were absent.</summary>
    private async Task<Dictionary<long, int>> AbsencesAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var absent = new Dictionary<long, HashSet<DateOnly>>();
        await using var command = Command(connection, StandingSql.Absences(asked.Scope), period);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (!absent.TryGetValue(rows.GetInt64(0), out var days)) absent.Add(rows.GetInt64(0), days = []);
            days.UnionWith(Days(rows.GetFieldValue<DateOnly>(1), rows.GetFieldValue<DateOnly>(2)).Where(asked.Office.IsWorkingDay));
        }

        return absent.Where(one => one.Value.Count > 0).ToDictionary(one => one.Key, one => one.Value.Count);
    }

    /// <summary>Rows in the order they are needed: all three readers are open while the first is read, so nothing is held in memory.</summary>
    private async Task<NpgsqlDataReader> RowsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, sql, asked.Period);
        return await command.ExecuteReaderAsync(cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(NpgsqlConnection connection, string sql, ReportPeriod period)
    {
        var zone = asked.Scope.Zone;
        var ((from, to), (_, end), (prior, _)) = (period.In(zone), asked.Period.In(zone), asked.Period.Before().In(zone));
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (!sql.Contains('@', StringComparison.Ordinal)) return command;
        command.Parameters.AddWithValue("area", NpgsqlDbType.Text, asked.Scope.Code);
        command.Parameters.AddWithValue("from", from);
        command.Parameters.AddWithValue("to", to);
        command.Parameters.AddWithValue("prior", prior);
        command.Parameters.AddWithValue("asof", asked.Now < end ? asked.Now : end);
        command.Parameters.AddWithValue("zone", zone.Zone.Id);
        command.Parameters.AddWithValue("day", asked.Office.Zone.DayOf(asked.Now) is var today && today < period.Last ? today : period.Last);
        command.Parameters.AddWithValue("first", period.First);
        command.Parameters.AddWithValue("silent", asked.SilentSince(period));
        command.Parameters.AddWithValue("undo", CaseNews.UndoWindow);
        var (category, ppks, channel, woman) = asked.Scope.Filter;
        if (category is not null) command.Parameters.AddWithValue("category", category);
        if (ppks is not null) command.Parameters.AddWithValue("ppks", ppks);
        if (channel is not null) command.Parameters.AddWithValue("channel", (int)channel);
        if (woman is not null) command.Parameters.AddWithValue("woman", woman);
        return command;
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
}
