using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Puskesos.Core.Reports;

/// <summary>Writes pieces of a drawing; words are escaped, numbers have a point whatever the machine's language.</summary>
internal sealed class Svg
{
    private readonly StringBuilder text = new();

    /// <summary>What was drawn so far.</summary>
    public string Content => text.ToString();

    public static string Escape(string words) => HtmlEncoder.Default.Encode(words);

    public Svg Rect(string x, double y, string width, double height, string look, double opacity = 1)
    {
        text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y:0.#}\" width=\"{width}\" height=\"{height:0.#}\" rx=\"2\" class=\"{look}\"");
        if (opacity < 1) text.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.##}\"");
        text.Append("/>");
        return this;
    }

    public Svg Text(string x, double y, string words, string look = "")
    {
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y:0.#}\"{(look.Length > 0 ? $" class=\"{look}\"" : "")}>{Escape(words)}</text>");
        return this;
    }

    public Svg Raw(string piece)
    {
        text.Append(piece);
        return this;
    }

    /// <summary>A share of the width.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share:0.#}%");

    /// <summary>The drawing in a figure of this height, with what it shows for those who cannot see it.</summary>
    public string Figure(double height, string about, string look = "chart") =>
        string.Create(CultureInfo.InvariantCulture, $"<figure class=\"{look}\"><svg height=\"{height:0}\" role=\"img\" aria-label=\"{Escape(about)}\">{text}</svg></figure>");

    /// <summary>The drawing in a figure whose height follows its width.</summary>
    public string Scaled(double width, double height, string about) =>
        string.Create(CultureInfo.InvariantCulture, $"<figure class=\"chart\"><svg viewBox=\"0 0 {width:0.#} {height:0.#}\" role=\"img\" aria-label=\"{Escape(about)}\">{text}</svg></figure>");
}
