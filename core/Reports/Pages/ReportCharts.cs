using System.Globalization;

namespace Puskesos.Core.Reports;

/// <summary>The report's drawings, made on the server: bars, a row of ages, tiles of villages.</summary>
internal static class ReportCharts
{
    private const double RowHeight = 30;

    /// <summary>A bar stands under its words, which may be as long as a phone is wide; the rest of its line is for the number.</summary>
    private const double BarRow = 42, BarHeight = 14, BarShare = 78;

    /// <summary>Tiles of villages stand in so many columns: on a phone 360 px wide a third holds "Kedungbanteng" in small letters, a quarter does not.</summary>
    private const int TileColumns = 3;

    /// <summary>A name of several words that is longer than this takes two lines.</summary>
    private const int LongestLine = 14;

    private const double TileHeight = 66, NameAt = 42, LineHeight = 13;

    /// <summary>One bar for each figure, its words above it, its number beside it and the change since the period before at the right.</summary>
    public static string Bars(IReadOnlyCollection<ReportFigure> figures, string about)
    {
        var known = figures.Where(figure => figure.Value.State != FigureState.NoData).ToList();
        var most = known.Select(figure => figure.Value.Number).DefaultIfEmpty(0).Max();
        var drawing = new Svg();
        for (var row = 0; row < known.Count; row++)
        {
            var (figure, top) = (known[row], row * BarRow);
            var share = most > 0 ? figure.Value.Number / most * BarShare : 0;
            drawing.Text("0", top + 14, figure.Label)
                .Rect("0", top + 20, Svg.Percent(share), BarHeight, "c1")
                .Text(Svg.Percent(share + 1.5), top + 32, FigureWords.Of(figure.Value, figure.Unit), "b")
                .Text("100%", top + 32, FigureWords.Change(figure), "t e");
        }

        return drawing.Figure(known.Count * BarRow, about);
    }

    /// <summary>The ages of open cases as parts of one bar.</summary>
    public static string Ages(IReadOnlyList<ReportFigure> ages, string about)
    {
        var sum = ages.Sum(age => age.Value.Number);
        string[] looks = ["c2", "c1", "c1", "c3"];
        var (drawing, from) = (new Svg(), 0.0);
        for (var age = 0; age < ages.Count && sum > 0; age++)
        {
            var share = ages[age].Value.Number / sum * 100;
            drawing.Rect(Svg.Percent(from), 0, Svg.Percent(Math.Max(share - 0.6, 0)), RowHeight, looks[age]);
            from += share;
        }

        return drawing.Figure(RowHeight, about);
    }

    /// <summary>Tiles, roughly as the villages lie: from north to south in rows, each row from west to east.</summary>
    public static string Tiles(IReadOnlyList<VillageCount> villages, string about)
    {
        var rows = villages.OrderByDescending(village => village.Latitude ?? 0).ThenBy(village => village.Code, StringComparer.Ordinal).Chunk(TileColumns).ToList();
        var most = villages.Max(village => village.Cases.Number);
        var drawing = new Svg();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var village in rows[row].OrderBy(village => village.Longitude ?? 0)) drawing.Raw(Tile(village, most, column++, row));
        }

        return drawing.Figure(rows.Count * TileHeight, about, "chart bleed");
    }

    /// <summary>How strong a village's colour is.</summary>
    public static double Strength(FigureValue cases, double most) => cases.State == FigureState.Known && most > 0 ? 0.08 + (0.92 * cases.Number / most) : 0.04;

    /// <summary>The name, broken at the blank nearest to its middle when it is long.</summary>
    private static List<string> Lines(string name)
    {
        var blanks = Enumerable.Range(0, name.Length).Where(place => name[place] == ' ').ToList();
        if (name.Length <= LongestLine || blanks.Count == 0) return [name];
        var middle = blanks.MinBy(place => Math.Abs((2 * place) - name.Length));
        return [name[..middle], name[(middle + 1)..]];
    }

    private static string Tile(VillageCount village, double most, int column, int row)
    {
        const double width = 100.0 / TileColumns;
        var strength = Strength(village.Cases, most);
        var look = strength > 0.5 ? " on" : "";
        var inner = new Svg().Rect("1%", 2, "97%", TileHeight - 4, "c1", strength);
        if (village.HasUnit) inner.Raw($"<path d=\"M7 17l8-8 8 8z\" class=\"roof{look}\"/>");
        inner.Text("50%", 25, FigureWords.Of(village.Cases, FigureUnit.Count), $"b v m{look}");
        var lines = Lines(village.Name);
        for (var line = 0; line < lines.Count; line++) inner.Text("50%", NameAt + (line * LineHeight), lines[line], $"s m{look}");
        return string.Create(CultureInfo.InvariantCulture, $"<svg x=\"{Svg.Percent(column * width)}\" y=\"{row * TileHeight:0}\" width=\"{Svg.Percent(width)}\" height=\"{TileHeight:0}\">{inner.Content}</svg>");
    }
}
