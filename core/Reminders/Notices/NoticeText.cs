using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>Fills a notice so that it can go out as free text or, outside the 24-hour window, by its template.</summary>
public static class NoticeText
{
    /// <summary>The message of a text key; the template's numbered gaps are filled in the order in which the text names them.</summary>
    public static OutgoingMessage Of(TextCatalog texts, string textKey, string language, params ReadOnlySpan<(string Gap, string Value)> values)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var template = new List<string>();
        foreach (var gap in TextFill.Gaps(texts.Get(textKey, language)))
            foreach (var (name, value) in values)
                if (name == gap) template.Add(value);
        return new OutgoingMessage { Text = texts.Fill(textKey, language, values), TemplateKey = textKey, TemplateValues = template };
    }
}
