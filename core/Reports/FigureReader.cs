using Npgsql;
using NpgsqlTypes;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.Moves;
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

/// <summary>Counts: one pass over cases and moves into temporary tables of one snapshot, then a query for each group of figures.</summary>
internal sealed class FigureReader(NpgsqlConnection connection, FigureRequest asked)
{
    /// <summary>A province of two million cases must fit in the sorts and joins without going to disk.</summary>
    private const string Settings = "set local work_mem = '128MB'; set local jit = off; set local max_parallel_workers_per_gather = 4";

    /// <summary>Queries that depend on the area only in the tables made before.</summary>
    private static readonly string[] Common =
        [IntakeSql.Filed, IntakeSql.Needs, IntakeSql.People, EndingSql.Duration, EndingSql.Resolved, EndingSql.Outcomes, EndingSql.Answers, RouteSql.Referrals, RouteSql.Records, RouteSql.Escalations, StandingSql.Open];

    /// <summary>Makes the tables of the report; they vanish with the transaction.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await RunAsync(Settings, asked.Period, cancellationToken);
        await RunAsync(ReportTables.Calendars, asked.Period, cancellationToken);
        await WriteCalendarsAsync(cancellationToken);
        foreach (var table in new[] { ReportTables.Cases(asked.Scope), ReportTables.AnalyseCases, ReportTables.Items, ReportTables.Moves, ReportTables.Analyse })
            await RunAsync(table, asked.Period, cancellationToken);
    }

    /// <summary>The figures of a period: the one asked for or the one before it.</summary>
    public async Task<RawFigures> ReadAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var raw = new RawFigures();
        var scope = asked.Scope;
        string[] ofScope = [IntakeSql.Secret(scope), IntakeSql.Contacts(scope), IntakeSql.Questions(scope), MessageSql.Alarms(scope), MessageSql.Outgoing(scope), StandingSql.Coverage(scope), StandingSql.Silent(scope), DeskSql.Proposals(scope), DeskSql.Obstacles(scope), DeskSql.Bulletins(scope)];
        foreach (var sql in Common.Concat(ofScope).Concat(period == asked.Period ? [StandingSql.Papers] : []))
        {
            await using var command = Command(sql, period);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                raw.Add(rows.GetInt32(0), new CountedCell(rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetDouble(2), rows.GetInt64(3)));
        }

        foreach (var (officer, days) in await AbsencesAsync(period, cancellationToken)) raw.Add(18, new CountedCell($"absent:{officer}", days, 0));
        raw.Add(9, new CountedCell("hours", await ReviewHoursAsync(period, cancellationToken), 0));
        return raw;
    }

    /// <summary>Cases filed in the period by village.</summary>
    public async Task<IReadOnlyDictionary<string, CountedCell>> VillagesAsync(CancellationToken cancellationToken)
    {
        await using var command = Command(IntakeSql.Villages, asked.Period);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var villages = new Dictionary<string, CountedCell>();
        while (await rows.ReadAsync(cancellationToken)) villages.Add(rows.GetString(0), new CountedCell(rows.GetString(0), rows.GetInt64(1), rows.GetInt64(2)));
        return villages;
    }

    /// <summary>Units of one calendar share a row: a province has ten thousand units and hardly a dozen calendars.</summary>
    private async Task WriteCalendarsAsync(CancellationToken cancellationToken)
    {
        var (first, last) = (asked.Period.Before().First.AddDays(-FigureRequest.CalendarDaysBefore), asked.Period.Last.AddDays(1));
        var numbers = new Dictionary<string, int>();
        var closings = new List<DateTime[]>();
        await using var import = await connection.BeginBinaryImportAsync("copy report_units (unit_code, calendar) from stdin (format binary)", cancellationToken);
        foreach (var (unit, time) in asked.Units)
        {
            var days = Days(first, last).Where(time.IsWorkingDay).Select(day => time.ClosingOf(day).UtcDateTime).ToArray();
            var key = string.Join(' ', days.Select(day => day.Ticks));
            if (numbers.TryAdd(key, numbers.Count)) closings.Add(days);
            await import.StartRowAsync(cancellationToken);
            await import.WriteAsync(unit, cancellationToken);
            await import.WriteAsync(numbers[key], cancellationToken);
        }

        await import.CompleteAsync(cancellationToken);
        await import.CloseAsync(cancellationToken);
        for (var number = 0; number < closings.Count; number++)
        {
            await using var insert = new NpgsqlCommand("insert into report_calendars values ($1, $2)", connection) { Parameters = { new() { Value = number }, new() { Value = closings[number] } } };
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<double?> ReviewHoursAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var hours = new List<double>();
        await using var command = Command(RouteSql.Reviews, period);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var working = asked.Units.GetValueOrDefault(rows.GetString(0)) ?? asked.Office;
            hours.Add(working.WorkingTimeBetween(rows.GetFieldValue<DateTimeOffset>(1), rows.GetFieldValue<DateTimeOffset>(2)).TotalHours);
        }

        hours.Sort();
        return hours.Count == 0 ? null : (hours[(hours.Count - 1) / 2] + hours[hours.Count / 2]) / 2;
    }

    /// <summary>Working days on which officers of the area were absent.</summary>
    private async Task<Dictionary<long, int>> AbsencesAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var absent = new Dictionary<long, HashSet<DateOnly>>();
        await using var command = Command(StandingSql.Absences(asked.Scope), period);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (!absent.TryGetValue(rows.GetInt64(0), out var days)) absent.Add(rows.GetInt64(0), days = []);
            days.UnionWith(Days(rows.GetFieldValue<DateOnly>(1), rows.GetFieldValue<DateOnly>(2)).Where(asked.Office.IsWorkingDay));
        }

        return absent.Where(one => one.Value.Count > 0).ToDictionary(one => one.Key, one => one.Value.Count);
    }

    private async Task RunAsync(string sql, ReportPeriod period, CancellationToken cancellationToken)
    {
        await using var command = Command(sql, period);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Command(string sql, ReportPeriod period)
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
        return command;
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
}
