using System.Globalization;
using System.Text;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reports;

/// <summary>The report as a page's content: key figures, what to discuss, drawings, targets, and every figure in a table. No script, no style of its own.</summary>
public static class ReportHtml
{
    /// <summary>Villages named under a map.</summary>
    private const int MostNamed = 6;

    private const string Scroll = "<div class=\"scroll\" tabindex=\"0\">";

    /// <summary>The heading: what, where, when.</summary>
    public static string Heading(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var lead = TextFill.Fill(ReportLabels.T("Lead"),
            ("area", AreaOf(report.Scope)), ("days", Whole(report.WorkingDays)), ("before", report.Period.Before().Label()));
        var narrowed = report.Filter.Length == 0 ? "" : $"<p><b>{Svg.Escape(TextFill.Fill(ReportLabels.T("Filter_Of"), ("filter", report.Filter)))}</b></p><p class=\"hint\">{Svg.Escape(ReportLabels.T("Filter_Hint"))}</p>";
        return $"<div><h1>{Svg.Escape(TextFill.Fill(ReportLabels.T("Title"), ("period", report.Period.Label())))}</h1><p class=\"soft\">{Svg.Escape(lead)}</p>{narrowed}</div>";
    }

    /// <summary>Everything below the heading.</summary>
    public static string Body(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new StringBuilder()
            .Append(KeyFigures(report)).Append(Discuss(report))
            .Append("<div class=\"split even\">").Append(Needs(report)).Append(Villages(report)).Append("</div>")
            .Append("<div class=\"split even\">").Append(Ages(report)).Append(Outcomes(report)).Append("</div>")
            .Append(Targets(report)).Append(Table(report)).ToString();
    }

    /// <summary>The area's name in a title.</summary>
    public static string AreaOf(ReportScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope.Name.Length > 0 ? scope.Name : ReportLabels.T("Everywhere");
    }

    private static string KeyFigures(EvaluationReport report)
    {
        var (filed, local, onTime, score) = (report.Figure(1, "total"), report.Figure(7, "local"), report.Figure(5, "on-time"), report.Figure(16, "score"));
        var perDay = FigureWords.Of(report.Figure(1, "per-day").Value, FigureUnit.Count);
        return "<div class=\"kpis\">"
            + Kpi(filed, "Kpi_Filed", ("perDay", perDay), ("change", FigureWords.Change(filed)))
            + Kpi(local, "Kpi_Local", ("change", FigureWords.Change(local)))
            + Kpi(onTime, "Kpi_OnTime", ("change", FigureWords.Change(onTime)))
            + Kpi(score, "Kpi_Score", ("answers", Whole(report.Figure(16, "answers").Value.Number)), ("change", FigureWords.Change(score)))
            + "</div>";
    }

    private static string Kpi(ReportFigure figure, string key, params ReadOnlySpan<(string Gap, string Value)> gaps)
    {
        var known = figure.Value.State == FigureState.Known;
        var number = known ? FigureWords.Number(figure.Value.Number, figure.Unit) : "–";
        var unit = known && figure.Unit != FigureUnit.Count ? $" <small>{Svg.Escape(ReportLabels.T($"Unit_{figure.Unit}"))}</small>" : "";
        var hint = TextFill.Fill(ReportLabels.T(key + "Hint"), gaps).TrimEnd(' ', ',');
        return $"<div><b class=\"num\">{number}{unit}</b>{Svg.Escape(ReportLabels.T(key))}<span class=\"hint\">{Svg.Escape(known ? hint : ReportLabels.T(figure.Value.State.ToString()))}</span></div>";
    }

    /// <summary>The meeting begins with what is far from its target (DOMAIN §8).</summary>
    private static string Discuss(EvaluationReport report)
    {
        var lines = ReportTargets.All.Select(target => (Target: target, Figure: report.Figure(target.Indicator, target.Part)))
            .Where(line => line.Target.Of(line.Figure.Value) == TargetResult.Far)
            .Select(line => TextFill.Fill(ReportLabels.T("Discuss_Far"),
                ("indicator", ReportLabels.Indicator(line.Figure.Indicator)), ("now", FigureWords.Of(line.Figure.Value, line.Figure.Unit)), ("target", Goal(line.Target, line.Figure.Unit)))).ToList();
        Add(lines, "Discuss_Silent", report.Figure(24, "silent"));
        Add(lines, "Discuss_Escalated", report.Figure(10, "cases"));
        var items = lines.Count == 0 ? $"<li>{Svg.Escape(ReportLabels.T("Discuss_None"))}</li>" : string.Concat(lines.Select(line => $"<li class=\"now\">{Svg.Escape(line)}</li>"));
        return Card("Discuss_Title", $"<ol class=\"timeline\">{items}</ol>");
    }

    private static void Add(List<string> lines, string key, ReportFigure figure)
    {
        if (figure.Value is { State: FigureState.Known, Number: > 0 }) lines.Add(TextFill.Fill(ReportLabels.T(key), ("n", Whole(figure.Value.Number))));
    }

    private static string Needs(EvaluationReport report) => Card("Chart_Needs",
        ReportCharts.Bars([.. report.Of(2).Where(figure => figure.Part.StartsWith("category:", StringComparison.Ordinal))], ReportLabels.T("Chart_NeedsAbout")) + Hint("Chart_Hint"));

    private static string Villages(EvaluationReport report)
    {
        if (report.Villages.Count == 0) return "";
        var about = TextFill.Fill(ReportLabels.T(report.ShowsSubDistricts ? "Chart_SubDistrictsAbout" : "Chart_VillagesAbout"), ("n", Whole(report.Villages.Count)));
        if (report.ShowsSubDistricts) return Card("Chart_SubDistricts", ReportCharts.Tiles(report.Villages, about) + Hint("Chart_SubDistrictsHint"));
        var map = BorderMap.Draw(report.Villages, about);
        return Card("Chart_Villages", map is null ? ReportCharts.Tiles(report.Villages, about) + Hint("Chart_VillagesHint") : map + Most(report) + Hint("Chart_MapHint"));
    }

    /// <summary>The villages with the most cases by name: a map on paper has no names to point at.</summary>
    private static string Most(EvaluationReport report)
    {
        var most = report.Villages.Where(village => village.Cases is { State: FigureState.Known, Number: > 0 })
            .OrderByDescending(village => village.Cases.Number).ThenBy(village => village.Name, StringComparer.Ordinal).Take(MostNamed)
            .Select(village => $"{village.Name} {Whole(village.Cases.Number)}").ToList();
        return most.Count == 0 ? "" : $"<p class=\"small\">{Svg.Escape(TextFill.Fill(ReportLabels.T("Chart_MapMost"), ("villages", string.Join(", ", most))))}</p>";
    }

    private static string Ages(EvaluationReport report)
    {
        var ages = report.Of(17).ToList();
        var title = TextFill.Fill(ReportLabels.T("Chart_Ages"), ("n", Whole(ages.Sum(age => age.Value.Number))));
        var list = string.Concat(ages.Select(age => $"<li class=\"small\"><b>{FigureWords.Of(age.Value, age.Unit)}</b> {Svg.Escape(age.Label)}</li>"));
        return $"<section class=\"card stack\"><h2>{Svg.Escape(title)}</h2>{ReportCharts.Ages(ages, title)}<ul class=\"row\">{list}</ul></section>";
    }

    private static string Outcomes(EvaluationReport report) => Card("Chart_Outcomes",
        ReportCharts.Bars([.. report.Of(12).Where(figure => figure.Unit == FigureUnit.Count)], ReportLabels.T("Chart_Outcomes")));

    private static string Targets(EvaluationReport report)
    {
        var rows = new StringBuilder();
        foreach (var target in ReportTargets.All)
        {
            var figure = report.Figure(target.Indicator, target.Part);
            var result = target.Of(figure.Value);
            var chip = result switch { TargetResult.Reached => "chip ok", TargetResult.Far => "chip late", _ => "chip" };
            var words = result == TargetResult.Unknown ? ReportLabels.T(figure.Value.State.ToString()) : ReportLabels.T($"Result_{result}");
            rows.Append(CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Svg.Escape(Name(figure))}</th><td class=\"n\"><b>{FigureWords.Of(figure.Value, figure.Unit)}</b></td><td class=\"n soft wide-only\">{FigureWords.Of(figure.Before, figure.Unit)}</td><td class=\"n soft\">{Svg.Escape(Goal(target, figure.Unit))}</td><td><span class=\"{chip}\">{words}</span></td></tr>");
        }

        return Card("Targets_Title", $"{Scroll}<table><thead><tr>{Head("Column_Indicator")}{Head("Column_Now", "n")}{Head("Column_Before", "n wide-only")}{Head("Column_Target", "n")}{Head("Column_Result")}</tr></thead><tbody>{rows}</tbody></table></div>");
    }

    private static string Table(EvaluationReport report)
    {
        var rows = new StringBuilder();
        foreach (var indicator in report.Figures.GroupBy(figure => figure.Indicator))
        {
            rows.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"rowgroup\" colspan=\"3\">{indicator.Key}. {Svg.Escape(ReportLabels.Indicator(indicator.Key))}</th></tr>");
            foreach (var figure in indicator)
                rows.Append(CultureInfo.InvariantCulture,
                    $"<tr><td>{Svg.Escape(figure.Label)}{Why(report.Scope, figure)}</td><td class=\"n{Words(figure.Value)}\"><b>{FigureWords.Of(figure.Value, figure.Unit)}</b></td><td class=\"n soft{Words(figure.Before)}\">{FigureWords.Of(figure.Before, figure.Unit)}</td></tr>");
        }

        return Card("All_Title", $"{Scroll}<table><thead><tr>{Head("Column_Part")}{Head("Column_Now", "n")}{Head("Column_Before", "n")}</tr></thead><tbody>{rows}</tbody></table></div>");
    }

    /// <summary>Words in a column of numbers may take two lines.</summary>
    private static string Words(FigureValue value) => value.State == FigureState.Known ? "" : " words";

    /// <summary>What the service does not record says why.</summary>
    private static string Why(ReportScope scope, ReportFigure figure) => figure.Value.State == FigureState.NoData
        && (FigureLayout.IsLeftOut(scope, figure.Indicator, figure.Part) ? ReportLabels.T("Filter_LeftOut") : ReportLabels.Why(figure.Indicator, figure.Part)) is { } why
        ? $"<br><span class=\"small soft\">{Svg.Escape(why)}</span>" : "";

    /// <summary>An indicator with one figure is called by its own name, else by both.</summary>
    private static string Name(ReportFigure figure) => $"{ReportLabels.Indicator(figure.Indicator)}: {figure.Label}";

    private static string Goal(ReportTarget target, FigureUnit unit) => (target.IsMost ? "≤ " : "") + FigureWords.Of(FigureValue.Of(target.Goal), unit);

    private static string Card(string title, string content) => $"<section class=\"card\"><h2>{Svg.Escape(ReportLabels.T(title))}</h2>{content}</section>";

    private static string Hint(string key) => $"<p class=\"hint\">{Svg.Escape(ReportLabels.T(key))}</p>";

    private static string Head(string key, string look = "") => $"<th scope=\"col\"{(look.Length > 0 ? $" class=\"{look}\"" : "")}>{Svg.Escape(ReportLabels.T(key))}</th>";

    private static string Whole(double number) => IndonesianFormat.Number((long)number);
}
