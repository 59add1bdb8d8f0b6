using System.Text;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Messaging;
using Puskesos.Core.Reports;

namespace Puskesos.Tests.Core.Reports;

/// <summary>Reports narrowed by need, kind of PPKS, channel or gender beside plain SQL, and what subtracting them from the whole report tells.</summary>
public sealed class NarrowedReportsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 2, 0, 0, TimeSpan.Zero);
    private static readonly ReportPeriod October = ReportPeriod.Parse("2026-10")!;

    /// <summary>Without a handful of confidential cases nothing is withheld: here all are ordinary, or a great many are not.</summary>
    private const string NoneConfidential = "update cases set secrecy = 0 where secrecy = 1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<ReportFilter> Filters =>
    [
        new ReportFilter("KIS_MATI"), new ReportFilter(Ppks: 9), new ReportFilter(Channel: Channel.WhatsApp), new ReportFilter(IsWoman: true), new ReportFilter(IsWoman: false),
        new ReportFilter("BANSOS_USUL", Channel: Channel.Telegram), new ReportFilter("SKTM", 8, Channel.Counter, true),
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_narrowed_figure_agrees_with_plain_sql(ReportFilter filter)
    {
        await using var world = await EvaluationReportsTests.FilledAsync();
        await using var work = world.Open();
        await work.Storage.Database.ExecuteSqlRawAsync(NoneConfidential, Stop);
        foreach (var area in new[] { "33.28", "33.28.16", DeskWorld.Jatibogor })
        {
            var scope = (await ReportScope.FindAsync(work.Storage, area, Stop))! with { Filter = filter };

            var report = await work.Get<EvaluationReports>().MakeAsync(scope, October, Stop);

            Assert.DoesNotContain(report.Figures, figure => figure.Value.State == FigureState.TooSmall || figure.Before.State == FigureState.TooSmall);
            foreach (var (asked, take) in new (ReportPeriod, Func<ReportFigure, FigureValue>)[] { (October, figure => figure.Value), (October.Before(), figure => figure.Before) })
                Assert.Equal([], Differences(report, await PlainFigures.CountAsync(world, scope, asked, Now), take, asked == October));
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task The_whole_report_less_narrowed_ones_tells_of_no_handful(ReportFilter filter)
    {
        await using var world = await EvaluationReportsTests.FilledAsync();
        await using var work = world.Open();
        foreach (var area in new[] { "33.28", "33.28.16", DeskWorld.Jatibogor })
        {
            var scope = (await ReportScope.FindAsync(work.Storage, area, Stop))!;
            var whole = await PlainFigures.CountAsync(world, scope, October, Now);
            var ordinary = await PlainFigures.CountAsync(world, scope with { IncludesConfidential = false }, October, Now);

            var report = await work.Get<EvaluationReports>().MakeAsync(scope with { Filter = filter }, October, Stop);

            double Confidential(ReportFigure figure) => (whole.GetValueOrDefault((figure.Indicator, figure.Part)) ?? 0) - (ordinary.GetValueOrDefault((figure.Indicator, figure.Part)) ?? 0);
            var shown = report.Figures.Where(figure => figure is { Unit: FigureUnit.Count, Part: not "per-day", Value.State: FigureState.Known }).ToList();
            Assert.DoesNotContain(shown, figure => Confidential(figure) is > 0 and < SmallCells.Fewest);
            Assert.Contains(report.Figures, figure => figure.Value.State == FigureState.TooSmall);
        }
    }

    /// <summary>Three confidential objections are all there are of them; the other confidential cases are of one other need.</summary>
    [Fact]
    public async Task The_need_of_a_handful_cannot_be_asked_for_nor_summed_up()
    {
        await using var world = await EvaluationReportsTests.FilledAsync();
        await using var work = world.Open();
        await work.Storage.Database.ExecuteSqlRawAsync("update case_items set category_code = 'PUNGLI' where case_id in (select id from cases where secrecy = 1)", Stop);
        await work.Storage.Database.ExecuteSqlRawAsync("update case_items set category_code = 'SANGGAH' where case_id in (select id from cases where secrecy = 1 and not is_test and filed_at >= '2026-10-01' and filed_at < '2026-10-20' order by id limit 3)", Stop);
        var scope = (await ReportScope.FindAsync(work.Storage, "33.28", Stop))!;

        async Task<EvaluationReport> MakeAsync(ReportFilter filter) => await work.Get<EvaluationReports>().MakeAsync(scope with { Filter = filter }, October, Stop);
        var (few, second, other) = (await MakeAsync(new("SANGGAH")), await MakeAsync(new("PUNGLI")), await MakeAsync(new(Channel: Channel.WhatsApp)));

        Assert.DoesNotContain(few.Figures.Concat(second.Figures), figure => figure.Value.State == FigureState.Known);
        Assert.All(few.Villages, place => Assert.Equal(FigureState.TooSmall, place.Cases.State));
        Assert.DoesNotContain(other.Of(2), figure => figure is { Part: "category:SANGGAH" or "category:PUNGLI", Value.State: FigureState.Known });
        Assert.Contains("Hanya: WhatsApp", ReportDocument.Write(other), StringComparison.Ordinal);
        Assert.Contains("Kabupaten Tegal: WhatsApp;Oktober 2026;1;", Encoding.UTF8.GetString(ReportCsv.Write(other)), StringComparison.Ordinal);
    }

    /// <summary>Plain figures that the report shows otherwise; what cannot be narrowed says so.</summary>
    private static List<string> Differences(EvaluationReport report, Dictionary<(int Indicator, string Part), double?> plain, Func<ReportFigure, FigureValue> take, bool isAsked)
    {
        var wrong = new List<string>();
        foreach (var ((indicator, part), expected) in plain)
        {
            // What was awaited at an earlier day is not kept.
            if (indicator == 11 && !isAsked) continue;
            var figure = report.Figures.FirstOrDefault(one => one.Indicator == indicator && one.Part == part);
            var isBeside = indicator >= 22 || part is "contacts" or "secret" or "confidential" || part.StartsWith("absent", StringComparison.Ordinal);
            var shown = figure is null ? default(double?) : take(figure) is { State: FigureState.Known } known ? known.Number : null;
            if (isBeside ? shown is not null : figure is null ? isAsked : Rounded(shown) != Rounded(expected)) wrong.Add($"{indicator} {part}: {shown}, not {expected}");
        }

        return wrong;
    }

    private static double? Rounded(double? number) => number is { } known ? Math.Round(known, 6) : null;
}
