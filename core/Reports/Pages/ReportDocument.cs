namespace Puskesos.Core.Reports;

/// <summary>The report as one file of its own, to be mailed or printed without the service.</summary>
public static class ReportDocument
{
    /// <summary>The few rules without which the page could not be read alone; the officers' page has its own style sheet.</summary>
    private const string Style = """
        body{font:15px/1.45 system-ui,sans-serif;margin:1.5em auto;max-width:60em;padding:0 1em;color:#1d2420}
        .kpis{display:flex;gap:1em;flex-wrap:wrap}.kpis>div{flex:1 1 9em}.kpis b{display:block;font-size:1.7em}
        .hint,.soft{color:#5a655f;font-size:.9em;display:block}.card{margin:1.5em 0;break-inside:avoid-page}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25em .6em;border-bottom:1px solid #d5dbd7}.n{text-align:right}
        .chart{margin:0}.chart svg{width:100%}.chart text{font-size:13px}.e{text-anchor:end}.m{text-anchor:middle}.b{font-weight:650}.v{font-size:16px}.s{font-size:11px}.t{fill:#5a655f}
        .c1{fill:#1f6f5c}.c2{fill:#9cc7bb}.c3{fill:#b3402a}.on{fill:#fff}
        """;

    /// <summary>A whole HTML document without script or outside parts.</summary>
    public static string Write(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"""
            <!doctype html>
            <html lang="id">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{Svg.Escape(ReportHtml.AreaOf(report.Scope))}: {Svg.Escape(report.Period.Label())}</title><style>{Style}</style></head>
            <body>{ReportHtml.Heading(report)}{ReportHtml.Body(report)}</body>
            </html>
            """;
    }
}
