using Puskesos.Core.Texts;

namespace Puskesos.Core.Reports;

/// <summary>Figures as people read them.</summary>
internal static class FigureWords
{
    /// <summary>"91 %", "3,4 dari 4", "belum ada data".</summary>
    public static string Of(FigureValue value, FigureUnit unit) => value.State switch
    {
        FigureState.Known => Number(value.Number, unit) + Suffix(unit),
        var state => ReportLabels.T(state.ToString()),
    };

    /// <summary>The number alone, with the decimals that its unit bears.</summary>
    public static string Number(double number, FigureUnit unit) => unit switch
    {
        FigureUnit.Percent => IndonesianFormat.Decimal(number, 0),
        FigureUnit.Rupiah or FigureUnit.Kilometres => IndonesianFormat.Decimal(number, 0),
        _ => IndonesianFormat.Decimal(number),
    };

    /// <summary>"+18", "−4", "tetap"; empty when there is nothing to compare with.</summary>
    public static string Change(ReportFigure figure)
    {
        if (figure.Value.State != FigureState.Known || figure.Before.State != FigureState.Known) return "";
        var difference = figure.Value.Number - figure.Before.Number;
        var written = Number(Math.Abs(difference), figure.Unit);
        return written == "0" ? ReportLabels.T("Same") : (difference > 0 ? "+" : "−") + written;
    }

    private static string Suffix(FigureUnit unit) => unit == FigureUnit.Count ? "" : " " + ReportLabels.T($"Unit_{unit}");
}
