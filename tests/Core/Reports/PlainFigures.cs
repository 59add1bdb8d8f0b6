using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Puskesos.Core.Calendar;
using Puskesos.Core.Places;
using Puskesos.Core.Reports;

namespace Puskesos.Tests.Core.Reports;

/// <summary>The report's figures once more, one plain statement each over schema <c>report</c>; durations day by day in C#.</summary>
internal static class PlainFigures
{
    private static readonly string[] Single =
    [
        "1 total: select count(*) from c where filed_at >= @from and filed_at < @to",
        "1 confidential: select count(*) from c where filed_at >= @from and filed_at < @to and secrecy = 'S2'",
        "3 persons: select count(distinct coalesce(k.helped_id, k.reporter_id)) from c join cases k using (ticket) where c.filed_at >= @from and c.filed_at < @to",
        "3 with-nik: select count(distinct p.id) {known}",
        "3 women: select case when count(distinct p.id) > 0 then count(distinct p.id) filter (where p.is_woman) end {known}",
        "3 men: select case when count(distinct p.id) > 0 then count(distinct p.id) filter (where not p.is_woman) end {known}",
        "3 elderly: select case when count(distinct p.id) > 0 then count(distinct p.id) filter (where extract(year from @to at time zone 'Asia/Jakarta' - interval '1 day') - p.birth_year >= 60) end {known}",
        "3 children: select case when count(distinct p.id) > 0 then count(distinct p.id) filter (where extract(year from @to at time zone 'Asia/Jakarta' - interval '1 day') - p.birth_year < 18) end {known}",
        "3 disabled: select count(distinct coalesce(k.helped_id, k.reporter_id)) from c join cases k using (ticket) where c.filed_at >= @from and c.filed_at < @to and (k.ppks_kind = 9 or ticket in (select ticket from report.case_items where category = 'DISABILITAS'))",
        "5 checked: select count(*) from c where filed_at >= @from and filed_at < @to and first_checked_at is not null",
        "7 resolved: select count(*) from c where resolved_at >= @from and resolved_at < @to",
        "7 local: select 100.0 * sum(case when ticket in (select ticket from report.case_events where to_status = 'DIRUJUK') then 0 else 1 end) / nullif(count(*), 0) from c where resolved_at >= @from and resolved_at < @to",
        "8 sent: select count(*) from e where at >= @from and at < @to and to_status = 'DIRUJUK'",
        "8 answered: select count(*) from e where at >= @from and at < @to and from_status = 'DIRUJUK' and to_status in ('SELESAI', 'DITOLAK')",
        "8 returned: select count(*) from e where at >= @from and at < @to and from_status = 'DIRUJUK' and to_status = 'DITANGANI'",
        "9 waiting: select (select count(*) from e where at < @to and to_status = 'TELAAH_RUJUKAN') - (select count(*) from e where at < @to and from_status = 'TELAAH_RUJUKAN')",
        "9 returned: select 100.0 * sum(case when to_status = 'DITANGANI' then 1 else 0 end) / nullif(count(*), 0) from e where at >= @from and at < @to and from_status = 'TELAAH_RUJUKAN'",
        "10 cases: select count(distinct ticket) from e where kind = 'Escalated' and at >= @from and at < @to",
        "8 acknowledged: select count(*) from referrals r join cases k on k.id = r.case_id join c using (ticket) where r.received_at >= @from and r.received_at < @to",
        "11 cases: select count(distinct a.case_id) from awaited_documents a join cases k on k.id = a.case_id join c using (ticket) where a.asked_by_officer and a.document_id is null and c.closed_at is null and c.filed_at < @to",
        "20 missed: select count(*) from visits v join cases k on k.id = v.case_id join c using (ticket) where v.missed_at >= @from and v.missed_at < @to",
        "12 received: select 100.0 * sum(case when i.outcome = 'H1' then 1 else 0 end) / nullif(count(*), 0) from c join report.case_items i using (ticket) where i.outcome is not null and resolved_at >= @from and resolved_at < @to",
        "13 rejected: select count(*) from e where at >= @from and at < @to and to_status = 'DITOLAK'",
        "13 objections: select count(*) from e where at >= @from and at < @to and from_status = 'DITOLAK' and to_status = 'DIBUKA_LAGI'",
        "13 upheld: select count(*) from e join c using (ticket) where at >= @from and at < @to and from_status = 'DITOLAK' and to_status = 'DIBUKA_LAGI' and c.resolved_at > e.at",
        "14 reopened: select count(distinct ticket) from e where at >= @from and at < @to and to_status = 'DIBUKA_LAGI'",
        "14 share: select 100.0 * (select count(distinct ticket) from e where at >= @from and at < @to and to_status = 'DIBUKA_LAGI') / nullif((select count(*) from c where closed_at >= @from and closed_at < @to), 0)",
        "15 answered: select 100.0 * sum(case when actor_role = 'resident' then 1 else 0 end) / nullif(count(*), 0) from e where at >= @from and at < @to and to_status = 'DIKONFIRMASI'",
        "15 automatic: select 100.0 * sum(case when actor_role = 'system' then 1 else 0 end) / nullif(count(*), 0) from e where at >= @from and at < @to and to_status = 'DIKONFIRMASI'",
        "16 score: select avg(resident_rating) from c where resolved_at >= @from and resolved_at < @to",
        "16 answers: select count(resident_rating) from c where resolved_at >= @from and resolved_at < @to",
        "19 proposed: select count(*) from c join report.case_items i using (ticket) where i.outcome = 'H2' and resolved_at >= @from and resolved_at < @to",
        "19 entered: select count(*) from data_proposals p join cases k on k.id = p.case_id join c using (ticket) where p.entered_at >= @from and p.entered_at < @to",
        "19 answered: select count(*) from data_proposals p join cases k on k.id = p.case_id join c using (ticket) where p.answered_at >= @from and p.answered_at < @to",
        "20 planned: select count(*) from e where at >= @from and at < @to and to_status = 'KUNJUNGAN'",
        "20 done: select count(*) from e where at >= @from and at < @to and from_status = 'KUNJUNGAN' and to_status in ('DITANGANI', 'TELAAH_RUJUKAN')",
        "21 trips: select count(*) from c where resolved_at >= @from and resolved_at < @to and channel <> 'counter'",
        "21 kilometres: select 20 * count(*) from c where resolved_at >= @from and resolved_at < @to and channel <> 'counter'",
    ];

    private const string Known = "from c join cases k using (ticket) join residents p on p.id = coalesce(k.helped_id, k.reporter_id) where c.filed_at >= @from and c.filed_at < @to and p.birth_year is not null";

    private static readonly string[] Grouped =
    [
        "1 channel: select case channel when 'telegram' then 1 when 'whatsapp' then 2 when 'webchat' then 3 else 4 end, count(*) from c where filed_at >= @from and filed_at < @to group by 1",
        "2 category: select i.category, count(*) from c join report.case_items i using (ticket) where filed_at >= @from and filed_at < @to group by 1",
        "2 programme: select i.programme, count(*) from c join report.case_items i using (ticket) where filed_at >= @from and filed_at < @to and i.programme is not null group by 1",
        "4 kind: select k.ppks_kind, count(distinct coalesce(k.helped_id, k.reporter_id)) from c join cases k using (ticket) where c.filed_at >= @from and c.filed_at < @to and k.ppks_kind is not null group by 1",
        "11 paper: select a.kind, count(distinct a.case_id) from awaited_documents a join cases k on k.id = a.case_id join c using (ticket) where a.asked_by_officer and a.document_id is null and c.closed_at is null and c.filed_at < @to group by 1",
        "8 agency: select r.kind, count(*) from referrals r join cases k on k.id = r.case_id join c using (ticket) where r.sent_at >= @from and r.sent_at < @to group by 1",
        "10 level: select level, count(*) from (select k.id, max((v.details ->> 'Level')::int) as level from case_events v join cases k on k.id = v.case_id join c using (ticket) where v.kind = 'Escalated' and v.at >= @from and v.at < @to group by 1) w group by 1",
        "10 unit: select k.unit_code, count(distinct k.id) from case_events v join cases k on k.id = v.case_id join c using (ticket) where v.kind = 'Escalated' and v.at >= @from and v.at < @to group by 1",
        "13 reason: select 'T' || i.refusal_reason, count(*) from case_items i join cases k on k.id = i.case_id join c using (ticket) where i.refusal_decided_at >= @from and i.refusal_decided_at < @to group by 1",
        "12 outcome: select i.outcome, count(*) from c join report.case_items i using (ticket) where i.outcome is not null and resolved_at >= @from and resolved_at < @to group by 1",
        "18 open: select k.owner_id, count(*) from c join cases k using (ticket) where k.owner_id is not null and c.filed_at < @now and (c.closed_at is null or c.closed_at >= @to) group by 1",
        "18 closed: select k.owner_id, count(*) from c join cases k using (ticket) where k.owner_id is not null and c.closed_at >= @from and c.closed_at < @to group by 1",
        "26 failed: select o.channel, count(*) from outbox_messages o join cases k on k.id = o.case_id where {all} and not k.is_test and o.status = 4 and o.created_at >= @from and o.created_at < @to group by 1",
        "26 cost-unit: select k.unit_code, sum(o.cost) from outbox_messages o join cases k on k.id = o.case_id where {all} and not k.is_test and o.cost is not null and o.created_at >= @from and o.created_at < @to group by 1",
        "26 cost: select o.channel, sum(o.cost) from outbox_messages o join cases k on k.id = o.case_id where {all} and not k.is_test and o.cost is not null and o.created_at >= @from and o.created_at < @to group by 1",
    ];

    public static async Task<Dictionary<(int Indicator, string Part), double?>> CountAsync(DeskWorld world, ReportScope scope, ReportPeriod period, DateTimeOffset now)
    {
        await using var source = NpgsqlDataSource.Create(world.ConnectionString);
        var zone = TimeSpan.FromHours(7);
        var (from, to) = (new DateTimeOffset(period.First.ToDateTime(TimeOnly.MinValue), zone), new DateTimeOffset(period.Last.AddDays(1).ToDateTime(TimeOnly.MinValue), zone));
        var figures = new Dictionary<(int, string), double?>();
        foreach (var line in Single.Concat(Grouped))
        {
            var (indicator, part) = Name(line);
            await using var command = source.CreateCommand(With(scope, line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]));
            command.Parameters.AddWithValue("from", from.ToUniversalTime());
            command.Parameters.AddWithValue("to", to.ToUniversalTime());
            command.Parameters.AddWithValue("now", (now < to ? now : to).ToUniversalTime());
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var name = rows.FieldCount == 1 ? part : $"{part}:{Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)}";
                var value = rows.GetValue(rows.FieldCount - 1);
                figures[(indicator, name)] = value is DBNull ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);
            }
        }

        await DurationsAsync(world, source, scope, (from, to, now < to ? now : to), figures);
        await CoverageAsync(source, scope, (from, to), now, figures);
        foreach (var (part, count) in await PlainDesk.CountAsync(world, scope, (from, to, now < to ? now : to))) figures[(25, part)] = count;
        if (scope.IsWholeRegency) await RegencyAsync(source, (from, to), figures);
        return figures;
    }

    /// <summary>What takes working time: checked in time, days of handling, hours of review, ages.</summary>
    private static async Task DurationsAsync(
        DeskWorld world, NpgsqlDataSource source, ReportScope scope, (DateTimeOffset From, DateTimeOffset To, DateTimeOffset Now) at, Dictionary<(int, string), double?> figures)
    {
        var cases = await RowsAsync(source, With(scope, "select ticket, unit_code, filed_at, first_checked_at, resolved_at, closed_at from c"));
        var moves = (await RowsAsync(source, With(scope, "select ticket, at, from_status, to_status from e where kind = 'Moved' order by at"))).ToLookup(row => (string)row[0]!);
        await using var work = world.Open();
        var units = await work.Storage.Set<PuskesosUnit>().ToDictionaryAsync(unit => unit.Code);
        var book = work.Get<WorkCalendarBook>();
        WorkingTime Of(object? unit) => units[(string)unit!] is var card ? book.Current.For(new Office(card.RegencyCode, card.Code, card.Opens, card.Closes)) : throw new InvalidOperationException();

        var filed = cases.Where(row => Within(row[2], at.From, at.To)).ToList();
        figures[(1, "per-day")] = (double)filed.Count / PlainDays.Between(Day(at.From), Day(at.To)).Count(PlainDays.IsWorkingDay);
        var judged = filed.Where(row => row[3] is not null || (row[5] is null && Closings(Of(row[1]), Time(row[2]), at.Now) > 1)).ToList();
        figures[(5, "on-time")] = judged.Count == 0 ? null : 100.0 * judged.Count(row => row[3] is not null && Closings(Of(row[1]), Time(row[2]), Time(row[3])) <= 1) / judged.Count;

        var spent = new List<double>();
        var waited = new List<double>();
        foreach (var row in cases.Where(row => Within(row[4], at.From, at.To)))
        {
            var own = moves[(string)row[0]!].ToList();
            var pause = own.Zip(own.Skip(1)).Where(pair => (string?)pair.Second[2] == "PERLU_BERKAS" && Time(pair.Second[1]) < at.To).Sum(pair => Closings(Of(row[1]), Time(pair.First[1]), Time(pair.Second[1])));
            spent.Add(Math.Max(0, Closings(Of(row[1]), Time(row[2]), Time(row[4])) - pause));
            if (pause > 0) waited.Add(pause);
        }

        figures[(8, "wait")] = Percentile([.. from row in cases let own = moves[(string)row[0]!].ToList() from pair in own.Zip(own.Skip(1))
                                              where (string?)pair.Second[2] == "DIRUJUK" && (string?)pair.Second[3] is "SELESAI" or "DITOLAK" && Within(pair.Second[1], at.From, at.To)
                                              select (double)Closings(Of(row[1]), Time(pair.First[1]), Time(pair.Second[1]))], 0.5);
        (figures[(6, "median")], figures[(6, "ninetieth")], figures[(6, "paused")]) = (Percentile(spent, 0.5), Percentile(spent, 0.9), Percentile(waited, 0.5));
        var reviews = from row in cases
                      let own = moves[(string)row[0]!].ToList()
                      from pair in own.Zip(own.Skip(1))
                      where (string?)pair.Second[2] == "TELAAH_RUJUKAN" && Within(pair.Second[1], at.From, at.To)
                      select Of(row[1]).WorkingTimeBetween(Time(pair.First[1]), Time(pair.Second[1])).TotalHours;
        figures[(9, "hours")] = Percentile([.. reviews], 0.5);
        var ages = cases.Where(row => Time(row[2]) < at.Now && (row[5] is null || Time(row[5]) >= at.To)).Select(row => Math.Floor((at.Now - Time(row[2])).TotalDays)).ToList();
        foreach (var (part, low, high) in new[] { ("0-5", -1, 5), ("6-14", 6, 14), ("15-60", 15, 60), ("61-", 61, int.MaxValue) })
            figures[(17, $"days:{part}")] = ages.Count(age => age >= low && age <= high);
    }

    private static async Task RegencyAsync(NpgsqlDataSource source, (DateTimeOffset From, DateTimeOffset To) at, Dictionary<(int, string), double?> figures)
    {
        var alarms = (await RowsAsync(source, "select raised_at, acknowledged_at from emergencies")).Where(row => Within(row[0], at.From, at.To)).ToList();
        figures[(22, "alarms")] = alarms.Count;
        figures[(22, "minutes")] = Percentile([.. alarms.Select(row => (Time(row[1]) - Time(row[0])).TotalMinutes)], 0.5);
        figures[(1, "contacts")] = (await RowsAsync(source, "select conversation_id, received_at from inbox_messages")).Where(row => Within(row[1], at.From, at.To)).Select(row => (row[0], Time(row[1]).ToOffset(TimeSpan.FromHours(7)).Date)).Distinct().Count();
        figures[(1, "secret")] = (await RowsAsync(source, "select filed_at from cases where secrecy = 2 and not is_test and regency_code like '33.28%'")).Count(row => Within(row[0], at.From, at.To));
        foreach (var (part, condition) in new[] { ("questions", "true"), ("unanswered", "programme_id is null") })
            figures[(23, part)] = (await RowsAsync(source, $"select day::timestamp, times from programme_questions where regency_code = '33.28' and {condition}"))
                .Where(row => Within(((DateTime)row[0]!).AddHours(-7), at.From, at.To)).Sum(row => (int)row[1]!);
    }

    /// <summary>Villages of the area and its silent units: those where no officer acted in the last ten working days of the period.</summary>
    private static async Task CoverageAsync(NpgsqlDataSource source, ReportScope scope, (DateTimeOffset From, DateTimeOffset To) at, DateTimeOffset now, Dictionary<(int, string), double?> figures)
    {
        var area = scope.Kind == ScopeKind.Unit ? scope.Code.Replace("PKS-", "", StringComparison.Ordinal) : scope.Code;
        var villages = await RowsAsync(source, $"select code, code in (select area_code from puskesos_units where not is_test) from villages where (code || '.') like '{area}.%' and code like '33.28.%' and retired_on is null");
        (figures[(24, "villages")], figures[(24, "with-unit")]) = (villages.Count, 100.0 * villages.Count(row => (bool)row[1]!) / villages.Count);
        var silentFrom = Day(now < at.To ? now.AddDays(1) : at.To);
        for (var left = 10; left > 0; left -= PlainDays.IsWorkingDay(silentFrom) ? 1 : 0) silentFrom = silentFrom.AddDays(-1);
        var active = (await RowsAsync(source, "select k.unit_code, v.at from case_events v join cases k on k.id = v.case_id where v.officer_id is not null"))
            .Where(row => Within(row[1], new DateTimeOffset(silentFrom.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7)), at.To)).Select(row => row[0]).ToHashSet();
        var units = await RowsAsync(source, $"select code from puskesos_units where not is_test and kind <> 'Dinsos' and kind <> 'Slrt' and (area_code || '.') like '{area}.%'");
        var absences = await RowsAsync(source, "select a.officer_id, a.first_day::timestamp, a.last_day::timestamp, r.area_code from officer_absences a join officer_roles r using (officer_id)");
        foreach (var officer in absences.Where(row => scope.IsWholeRegency || ((string)row[3]!).EndsWith(area, StringComparison.Ordinal) || ((string)row[3]!).StartsWith($"PKS-{area}.", StringComparison.Ordinal)).GroupBy(row => row[0]))
            if (officer.SelectMany(row => PlainDays.Between(DateOnly.FromDateTime((DateTime)row[1]!), DateOnly.FromDateTime((DateTime)row[2]!).AddDays(1)))
                .Where(day => day >= Day(at.From) && day < Day(at.To) && day <= Day(now) && PlainDays.IsWorkingDay(day)).Distinct().Count() is var days and > 0) figures[(18, $"absent:{officer.Key}")] = days;
        figures[(24, "silent")] = units.Count(row => !active.Contains(row[0]));
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).DateTime);

    /// <summary>How often the office closed in between, day by day.</summary>
    private static int Closings(WorkingTime time, DateTimeOffset from, DateTimeOffset until)
    {
        var count = 0;
        for (var day = time.Zone.DayOf(from); day <= time.Zone.DayOf(until); day = day.AddDays(1))
            if (time.IsWorkingDay(day) && time.ClosingOf(day) > from && time.ClosingOf(day) <= until) count++;
        return count;
    }

    private static double? Percentile(List<double> values, double share)
    {
        if (values.Count == 0) return null;
        values.Sort();
        var (place, below) = (share * (values.Count - 1), (int)(share * (values.Count - 1)));
        return values[below] + ((values[Math.Min(below + 1, values.Count - 1)] - values[below]) * (place - below));
    }

    private static string With(ReportScope scope, string sql)
    {
        var area = scope.Kind switch
        {
            ScopeKind.Unit => $"unit_code = '{scope.Code}'",
            ScopeKind.SubDistrict => $"village_code like '{scope.Code}.%'",
            _ => $"regency_code like '{scope.Code}%'",
        };
        return $"with c as (select * from report.cases where {area}{Narrowed(scope)}), e as (select * from report.case_events where ticket in (select ticket from c)) {sql.Replace("{known}", Known, StringComparison.Ordinal).Replace("{all}", scope.IsWholeRegency ? "true" : $"k.{area}", StringComparison.Ordinal)}";
    }

    /// <summary>A narrowed report counts ordinary cases, and of these what its filter names; so does one for a reader who may not know of others.</summary>
    private static string Narrowed(ReportScope scope)
    {
        var (category, ppks, channel, woman) = scope.Filter;
        var ordinary = scope.Filter.IsEmpty && scope.IncludesConfidential ? "" : " and secrecy = 'S0'";
        return ordinary
            + (category is null ? "" : $" and ticket in (select ticket from report.case_items where category = '{category}')")
            + (ppks is null ? "" : $" and ticket in (select ticket from cases where ppks_kind = {ppks})")
            + (channel is null ? "" : $" and channel = '{channel.ToString()!.ToLowerInvariant()}'")
            + (woman is null ? "" : $" and ticket in (select k.ticket from cases k join residents p on p.id = coalesce(k.helped_id, k.reporter_id) where p.is_woman = {woman.ToString()!.ToLowerInvariant()})");
    }

    private static (int Indicator, string Part) Name(string line)
    {
        var words = line[..line.IndexOf(':', StringComparison.Ordinal)].Split(' ');
        return (int.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
    }

    private static async Task<List<object?[]>> RowsAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? null : reader.GetValue(at))]);
        return rows;
    }

    private static bool Within(object? at, DateTimeOffset from, DateTimeOffset to) => at is not null && Time(at) >= from && Time(at) < to;

    private static DateTimeOffset Time(object? at) => new(DateTime.SpecifyKind((DateTime)at!, DateTimeKind.Utc));
}
