using System.Net;
using System.Text.RegularExpressions;

namespace Puskesos.Tool.Check;

/// <summary>A button of a form: what is sent when it is pressed.</summary>
public sealed record PageButton(string Name, string Value);

/// <summary>A form as a browser without script sees it.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Fields">What it sends by itself: hidden fields.</param>
/// <param name="Inputs">Name and first value of every radio button, and the names of text fields.</param>
/// <param name="Buttons">What can be pressed.</param>
public sealed partial record PageForm(string Action, IReadOnlyList<PageButton> Fields, IReadOnlyList<PageButton> Inputs, IReadOnlyList<PageButton> Buttons)
{
    /// <summary>All forms of a page, from its top to its bottom.</summary>
    public static IReadOnlyList<PageForm> AllOf(string html) => [.. Form().Matches(html).Select(form => Read(form.Groups[1].Value, form.Groups[2].Value))];

    private static PageForm Read(string head, string body)
    {
        var inputs = Input().Matches(body).Select(input => input.Groups[1].Value).ToList();
        return new PageForm(
            Attribute(head, "action"),
            [.. inputs.Where(input => Attribute(input, "type") == "hidden").Select(Named)],
            [.. inputs.Where(input => Attribute(input, "type") != "hidden").Concat(TextArea().Matches(body).Select(area => area.Groups[1].Value)).Select(Named)],
            [.. Button().Matches(body).Select(button => Named(button.Groups[1].Value))]);
    }

    private static PageButton Named(string tag) => new(Attribute(tag, "name"), Attribute(tag, "value"));

    private static string Attribute(string tag, string name) =>
        AttributeValue().Matches(tag).Where(found => found.Groups[1].Value == name).Select(found => WebUtility.HtmlDecode(found.Groups[2].Value)).FirstOrDefault() ?? "";

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input([^>]*)>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea([^>]*)>")]
    private static partial Regex TextArea();

    [GeneratedRegex("<button([^>]*)>")]
    private static partial Regex Button();

    [GeneratedRegex("([a-z-]+)=\"([^\"]*)\"")]
    private static partial Regex AttributeValue();
}
