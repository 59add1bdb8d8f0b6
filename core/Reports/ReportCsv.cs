using System.Globalization;
using System.Text;

namespace Puskesos.Core.Reports;

/// <summary>The report as a table for an Indonesian Excel: semicolons, decimal commas, a byte-order mark so that letters are read as UTF-8.</summary>
public static class ReportCsv
{
    private const char Separator = ';';

    /// <summary>A cell that begins with one of these would be taken for a formula.</summary>
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    private static readonly string[] Columns =
        ["Csv_Area", "Csv_Period", "Column_Number", "Column_Indicator", "Column_Part", "Column_Code", "Column_Now", "Column_Before", "Column_Unit"];

    /// <summary>The whole file, byte-order mark included.</summary>
    public static byte[] Write(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        Line(text, Columns.Select(ReportLabels.T));
        foreach (var figure in report.Figures)
            Line(text,
            [
                report.Filter.Length == 0 ? ReportHtml.AreaOf(report.Scope) : $"{ReportHtml.AreaOf(report.Scope)}: {report.Filter}", report.Period.Label(), figure.Indicator.ToString(CultureInfo.InvariantCulture), ReportLabels.Indicator(figure.Indicator),
                figure.Label, figure.Part, Cell(figure.Value), Cell(figure.Before), ReportLabels.T($"Unit_{figure.Unit}"),
            ]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A cell as Excel reads it: words stay words, whatever they begin with.</summary>
    public static string Safe(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var words = cell.Length > 0 && FormulaStarts.Contains(cell[0]) ? "'" + cell : cell;
        return words.AsSpan().IndexOfAny(Separator, '"', '\n') >= 0 || words.Contains('\r', StringComparison.Ordinal) ? $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : words;
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(Separator, cells.Select(Safe)).Append("\r\n");

    /// <summary>No thousands' dots: a number stays a number.</summary>
    private static string Cell(FigureValue value) => value.State switch
    {
        FigureState.Known => Math.Round((decimal)value.Number, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ','),
        var state => ReportLabels.T(state.ToString()),
    };
}
