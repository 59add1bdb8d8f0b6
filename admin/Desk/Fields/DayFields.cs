using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Puskesos.Admin.Texts;

namespace Puskesos.Admin.Desk.Fields;

/// <summary>
/// <c>&lt;input day="…"&gt;</c>: a day as Indonesians write it. A browser's own date field follows the language of the browser, and
/// 05/11 in an English one is the eleventh of May; the small script adds a calendar beside.
/// </summary>
[HtmlTargetElement("input", Attributes = "day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayField : TagHelper
{
    /// <summary>What stands in the field; null = empty.</summary>
    public DateOnly? Day { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        TypedField.Write(output, View, Day is { } day ? DayReader.Write(day) : null, AdminText.Day_How);
        output.Attributes.SetAttribute("data-day", AdminWords.T(AdminText.Day_Calendar));
    }
}

/// <summary><c>&lt;input hour="…"&gt;</c>: an hour of the 24-hour day.</summary>
[HtmlTargetElement("input", Attributes = "hour", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HourField : TagHelper
{
    /// <summary>What stands in the field; null = empty.</summary>
    public TimeOnly? Hour { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        TypedField.Write(output, View, Hour is { } hour ? DayReader.Write(hour) : null, AdminText.Hour_How);
}

/// <summary>What both fields have in common: plain text, digits on the phone's keyboard, the way to write it under it, and what was typed kept.</summary>
internal static class TypedField
{
    private const int LongestTyped = 20;

    public static void Write(TagHelperOutput output, ViewContext view, string? value, string how)
    {
        ArgumentNullException.ThrowIfNull(output);
        var (id, name) = ($"{output.Attributes["id"]?.Value}", $"{output.Attributes["name"]?.Value}");
        var sent = view.ModelState.TryGetValue(name, out var state) ? state : null;
        output.Attributes.SetAttribute("type", "text");
        output.Attributes.SetAttribute("inputmode", "numeric");
        output.Attributes.SetAttribute("autocomplete", "off");
        output.Attributes.SetAttribute("maxlength", LongestTyped);
        output.Attributes.SetAttribute("aria-describedby", $"{id}-cara");
        output.Attributes.SetAttribute("value", sent?.AttemptedValue ?? value ?? "");
        if (sent?.Errors.Count > 0) output.Attributes.SetAttribute("aria-invalid", "true");
        output.PreElement.AppendHtml("<span class=\"typed\">");
        output.PostElement.AppendHtml("</span><span class=\"hint\" id=\"").Append($"{id}-cara").AppendHtml("\">").Append(AdminWords.T(sent?.Errors.Count > 0 ? AdminText.Day_Unread : how)).AppendHtml("</span>");
    }
}
