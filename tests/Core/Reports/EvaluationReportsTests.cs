using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Cases;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Reports;

namespace Puskesos.Tests.Core.Reports;

/// <summary>Every figure beside plain SQL over the read-only schema, written independently of the product's.</summary>
public sealed class EvaluationReportsTests
{
    private const int Cases = 400;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly DateTimeOffset Now = new(2026, 11, 12, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-10", "33.28")]
    [InlineData("2026-10-1", "33.28")]
    [InlineData("2026-S2", "33.28")]
    [InlineData("2026-10", "33.28.16")]
    [InlineData("2026-10", DeskWorld.Jatibogor)]
    [InlineData("2026-11-1", "33")]
    public async Task Every_figure_agrees_with_plain_sql(string periodName, string area)
    {
        await using var world = await FilledAsync();
        await using var work = world.Open();
        var scope = (await ReportScope.FindAsync(work.Storage, area, Stop))!;
        var period = ReportPeriod.Parse(periodName)!;

        var report = await work.Get<EvaluationReports>().MakeAsync(scope, period, Stop);

        foreach (var (asked, take) in new (ReportPeriod, Func<ReportFigure, FigureValue>)[] { (period, figure => figure.Value), (period.Before(), figure => figure.Before) })
        {
            var plain = await PlainFigures.CountAsync(world, scope, asked, Now);
            Assert.True(plain.Count > 40 || asked != period);
            foreach (var ((indicator, part), expected) in plain)
            {
                // What was awaited at an earlier day is not kept.
                if (indicator == 11 && asked != period) continue;
                var figure = report.Figures.FirstOrDefault(one => one.Indicator == indicator && one.Part == part);
                if (figure is null) Assert.True(asked != period, $"{indicator} {part} is missing");
                else if (take(figure).State != FigureState.TooSmall) Assert.Equal((indicator, part, Round(expected)), (indicator, part, take(figure).State == FigureState.Known ? Round(take(figure).Number) : null));
            }
        }
    }

    [Fact]
    public async Task A_handful_of_confidential_cases_is_hidden_and_cannot_be_reckoned_back()
    {
        await using var world = await FilledAsync();
        await using var work = world.Open();
        await work.Storage.Database.ExecuteSqlAsync($"update case_items set category_code = 'SANGGAH' where case_id in (select id from cases where secrecy = 1 and not is_test and filed_at >= '2026-10-01' and filed_at < '2026-10-20' order by id limit 3)", Stop);
        var scope = (await ReportScope.FindAsync(work.Storage, "33.28", Stop))!;

        var report = await work.Get<EvaluationReports>().MakeAsync(scope, ReportPeriod.Parse("2026-10")!, Stop);

        Assert.Equal(FigureState.TooSmall, report.Figure(2, "category:SANGGAH").Value.State);
        Assert.Equal(2, report.Of(2).Count(figure => figure.Part.StartsWith("category:", StringComparison.Ordinal) && figure.Value.State == FigureState.TooSmall));
        Assert.DoesNotContain("SANGGAH;3;", System.Text.Encoding.UTF8.GetString(ReportCsv.Write(report)), StringComparison.Ordinal);
    }

    /// <summary>Two confidential cases are the only ones that ended as H8 and the only ones that went up to level 3.</summary>
    [Fact]
    public async Task A_handful_of_confidential_cases_shows_in_no_outcome_and_no_level()
    {
        await using var world = await FilledAsync();
        await using var work = world.Open();
        var scope = (await ReportScope.FindAsync(work.Storage, "33.28", Stop))!;
        var few = await work.Storage.Database.SqlQuery<long>(
            $"""select id as "Value" from cases where secrecy = 1 and not is_test and resolved_at >= '2026-10-02' and resolved_at < '2026-10-30' order by id limit 2""").ToListAsync(Stop);
        await work.Storage.Database.ExecuteSqlAsync($"update case_items set outcome = case when case_id = any({few.ToArray()}) then 8 else 1 + case_id % 7 end where outcome is not null", Stop);
        await work.Storage.Database.ExecuteSqlAsync($$"""update case_events set details = '{"Level":1,"Outcome":1}' where kind = 'Escalated'""", Stop);
        foreach (var id in few)
            work.Storage.CaseEvents.Add(new CaseEvent { CaseId = id, At = new DateTimeOffset(2026, 10, 20, 3, 0, 0, TimeSpan.Zero), Kind = CaseEventKind.Escalated, ActorRole = "system", Details = """{"Level":3,"Outcome":1}""" });
        await work.Storage.SaveChangesAsync(Stop);

        var report = await work.Get<EvaluationReports>().MakeAsync(scope, ReportPeriod.Parse("2026-10")!, Stop);

        Assert.Equal(2, few.Count);
        Assert.Equal((FigureState.TooSmall, FigureState.TooSmall), (report.Figure(12, "outcome:H8").Value.State, report.Figure(10, "level:3").Value.State));
        Assert.Equal(2, report.Of(12).Count(figure => figure.Value.State == FigureState.TooSmall));
    }

    [Fact]
    public async Task A_regency_without_borders_shows_its_sub_districts_and_a_sub_district_its_villages()
    {
        await using var world = await FilledAsync();
        await using var work = world.Open();
        var period = ReportPeriod.Parse("2026-10")!;

        var regency = await work.Get<EvaluationReports>().MakeAsync((await ReportScope.FindAsync(work.Storage, "33.28", Stop))!, period, Stop);
        var subDistrict = await work.Get<EvaluationReports>().MakeAsync((await ReportScope.FindAsync(work.Storage, DeskWorld.Suradadi, Stop))!, period, Stop);

        Assert.Equal((18, true), (regency.Villages.Count, regency.ShowsSubDistricts));
        Assert.Equal(regency.Figure(1, "total").Value.Number, regency.Villages.Sum(place => place.Cases.Number));
        Assert.False(subDistrict.ShowsSubDistricts);
        Assert.Equal(subDistrict.Figure(1, "total").Value.Number, regency.Villages.Single(place => place.Code == DeskWorld.Suradadi).Cases.Number);
    }

    [Fact]
    public async Task A_move_taken_back_is_not_counted()
    {
        await using var world = await FilledAsync();
        await using var work = world.Open();
        var scope = (await ReportScope.FindAsync(work.Storage, "33.28", Stop))!;
        var before = (await work.Get<EvaluationReports>().MakeAsync(scope, ReportPeriod.Parse("2026-10")!, Stop)).Figure(8, "sent").Value.Number;
        var moved = await work.Storage.Cases.FirstAsync(row => !row.IsTest && row.Secrecy == Secrecy.Ordinary && row.ClosedAt == null, Stop);
        var at = new DateTimeOffset(2026, 10, 20, 3, 0, 0, TimeSpan.Zero);
        foreach (var (kind, from, to, seconds) in new[] { (CaseEventKind.Moved, CaseStatus.InProgress, CaseStatus.Referred, 0), (CaseEventKind.Undone, CaseStatus.Referred, CaseStatus.InProgress, 5) })
            work.Storage.CaseEvents.Add(new CaseEvent { CaseId = moved.Id, ItemNumber = 1, At = at.AddSeconds(seconds), Kind = kind, FromStatus = from, ToStatus = to, ActorRole = "tksk" });
        await work.Storage.SaveChangesAsync(Stop);

        var report = await work.Get<EvaluationReports>().MakeAsync(scope, ReportPeriod.Parse("2026-10")!, Stop);

        Assert.Equal(before, report.Figure(8, "sent").Value.Number);
    }

    [Fact]
    public async Task What_is_not_recorded_says_so_instead_of_nought()
    {
        await using var world = await DeskWorld.CreateAsync();
        await using var work = world.Open();
        var scope = (await ReportScope.FindAsync(work.Storage, "33.28", Stop))!;

        var report = await work.Get<EvaluationReports>().MakeAsync(scope, ReportPeriod.Parse("2026-10")!, Stop);

        Assert.Equal(Enumerable.Range(1, 26), report.Figures.Select(figure => figure.Indicator).Distinct());
        Assert.Equal(FigureState.NoData, report.Figure(3, "women").Value.State);
        Assert.Equal(FigureState.NoData, report.Figure(5, "on-time").Value.State);
        Assert.Equal(0, report.Figure(1, "total").Value.Number);
        var page = ReportDocument.Write(report);
        Assert.Contains("belum ada data", page, StringComparison.Ordinal);
        Assert.Contains("Perempuan<br><span class=\"small soft\">Dibaca dari NIK; belum ada NIK yang diketahui</span>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+62", "'+62")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("=a\"b", "\"'=a\"\"b\"")]
    [InlineData("Bansos (PKH)", "Bansos (PKH)")]
    public void A_cell_is_never_a_formula(string words, string cell) => Assert.Equal(cell, ReportCsv.Safe(words));

    [Theory]
    [InlineData("2026-11-1", "1–15 November 2026", "16–31 Oktober 2026")]
    [InlineData("2026-11-2", "16–30 November 2026", "1–15 November 2026")]
    [InlineData("2026-03", "Maret 2026", "Februari 2026")]
    [InlineData("2026-S1", "Semester 1 2026", "Semester 2 2025")]
    public void A_period_knows_the_one_before(string name, string label, string before)
    {
        var period = ReportPeriod.Parse(name)!;

        Assert.Equal((label, before), (period.Label(), period.Before().Label()));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-11-3")]
    [InlineData("2026-S3")]
    [InlineData("november")]
    [InlineData("")]
    public void Other_words_are_no_period(string name) => Assert.Null(ReportPeriod.Parse(name));

    private static double? Round(double? number) => number is { } known ? Math.Round(known, 6) : null;

    /// <summary>Four hundred lives between September and now, at three units.</summary>
    internal static async Task<DeskWorld> FilledAsync()
    {
        var world = await DeskWorld.CreateAsync();
        var chat = await world.ChatAsync();
        var officer = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var other = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Yamansari));
        await using var work = world.Open();
        await HolidaySeed.AddMissingYearsAsync(work.Storage, Stop);
        var residents = Enumerable.Range(0, 90).Select(place => new Resident
        {
            RegencyCode = DeskWorld.Tegal,
            Name = "Sarinah",
            CreatedAt = Now,
            BirthYear = place % 3 == 0 ? null : 1937 + place,
            IsWoman = place % 3 == 0 ? null : place % 2 == 0,
        }).ToList();
        work.Storage.Residents.AddRange(residents);
        await work.Storage.SaveChangesAsync();
        var lives = new ReportedLives(7, new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero), TimeSpan.FromDays(70));
        for (var count = 0; count < Cases; count++)
        {
            var filed = lives.Next(residents[count % residents.Count].Id, chat, world.Cipher.Seal("1234"), [DeskWorld.Jatibogor, DeskWorld.Yamansari, DeskWorld.Slrt]);
            if (count % 3 < 2) filed.OwnerId = count % 3 == 0 ? officer.OfficerId : other.OfficerId;
            work.Storage.Cases.Add(filed);
        }

        await work.Storage.SaveChangesAsync();
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into awaited_documents (case_id, item_number, kind, asked_by_officer)
            select id, 1, case when id % 2 = 0 then 'ktp' else 'kk' end, id % 7 > 0 from cases where id % 5 = 0
            """);
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into emergencies (regency_code, conversation_id, number, raised_at, acknowledged_at, is_suicidal, alarmed_minutes)
            select '33.28', {chat}, 'D-' || n, '2026-10-01 03:00+07'::timestamptz + n * interval '3 days', '2026-10-01 03:00+07'::timestamptz + n * interval '3 days 1 minute', false, 0 from generate_series(1, 9) n
            """);
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into outbox_messages (conversation_id, channel, case_id, lane, priority, text_key, created_at, not_before, status, attempts, delivery, cost)
            select {chat}, 1 + id % 2, id, 1, 3, 'x', filed_at, filed_at, case when id % 4 = 0 then 4 else 2 end, 1, 0, case when id % 2 = 1 then 350 end from cases
            """);
        await RecordsAsync(work, chat, officer.OfficerId);
        await PlainDesk.FillAsync(work.Storage, officer.OfficerId, other.OfficerId, Stop);
        return world;
    }

    /// <summary>The letters, visits, refusals and questions that stand beside the cases.</summary>
    private static async Task RecordsAsync(DeskWork work, long chat, long officer)
    {
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into referrals (case_id, number, state, kind, agency, is_outside, summary, request, proposed_by, proposed_at, sent_at, received_at)
            select c.id, 'L-' || c.id, 2, 1 + c.id % 3, 'RSUD', false, '', '', {officer}, c.filed_at, e.at, case when c.id % 2 = 0 then e.at + interval '2 days' end
            from cases c join (select case_id, min(at) as at from case_events where to_status = 'DIRUJUK' group by 1) e on e.case_id = c.id
            """);
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into visits (case_id, fasilitator_id, planned_by, planned_at, starts_at, missed_at)
            select case_id, {officer}, {officer}, at, at + interval '1 day', case when case_id % 2 = 0 then at + interval '2 days' end from case_events where to_status = 'KUNJUNGAN'
            """);
        await work.Storage.Database.ExecuteSqlAsync($"""
            update case_items i set refusal_reason = 1 + i.case_id % 6, refusal_words = 'x', refusal_next_step = 'x', refusal_proposed_by = {officer}, refusal_proposed_at = e.at, refusal_due_at = e.at, refusal_decided_by = {officer}, refusal_decided_at = e.at
            from (select case_id, max(at) as at from case_events where to_status = 'DITOLAK' group by 1) e where e.case_id = i.case_id
            """);
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into officer_absences (officer_id, first_day, last_day) values
                ({officer}, '2026-09-28', '2026-10-02'), ({officer}, '2026-10-15', '2026-10-18'), ({officer}, '2026-10-16', '2026-10-20'), ({officer}, '2026-11-09', '2026-11-20')
            """);
        // One unit acts in each half of a month, one until the middle of October.
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into case_events (case_id, at, kind, actor_role, officer_id)
            select min(c.id), d.at::timestamptz, 'Note', 'front-office', {officer} from cases c
            join (values ('PKS-33.28.16.2007', '2026-09-10 10:00+07'), ('PKS-33.28.16.2007', '2026-10-05 10:00+07'), ('PKS-33.28.16.2007', '2026-10-28 10:00+07'), ('PKS-33.28.16.2007', '2026-11-10 10:00+07'), ('PKS-33.28.06.2005', '2026-10-14 10:00+07'))
                d (unit, at) on d.unit = c.unit_code group by d.unit, d.at
            """);
        await DemoProgrammes.LoadAsync(work.Storage, TimeProvider.System, Stop);
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into programme_questions (regency_code, programme_id, day, times)
            select r, case when a then (select min(id) from programmes) end, '2026-09-01'::date + n, 1 + n % 4
            from generate_series(1, 70) n, (values ('33.28'), ('31.71')) as regencies (r), (values (true), (false)) as answers (a)
            """);
        await work.Storage.Database.ExecuteSqlAsync($"""
            insert into inbox_messages (channel, external_id, conversation_id, received_at, due_at, kind, attempts, recovered, processed_at)
            select 1, 'r-' || n, {chat}, '2026-09-01'::timestamptz + n * interval '9 hours', '2026-09-01', 0, 0, false, '2026-09-01' from generate_series(1, 190) n
            """);
    }
}
