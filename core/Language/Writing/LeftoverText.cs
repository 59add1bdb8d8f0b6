using System.Text;

namespace Puskesos.Core.Language.Writing;

/// <summary>Makes a text readable again after pieces were taken out of it.</summary>
internal static class LeftoverText
{
    /// <summary>No doubled blanks, no blank before a comma, no comma at the beginning or twice in a row.</summary>
    public static string Tidy(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is ' ' or '\t')
            {
                if (result.Length > 0 && result[^1] is not (' ' or '\n'))
                    result.Append(' ');
            }
            else if (c is ',' or '.' or ';')
            {
                while (result.Length > 0 && result[^1] == ' ')
                    result.Length--;
                if (result.Length > 0 && result[^1] is not (',' or ';' or '\n') && !(c != '.' && result[^1] == '.'))
                    result.Append(c);
            }
            else
                result.Append(c);
        }
        return result.ToString().Trim(' ', ',', ';', ':', '-', '\n', '\r', '\t');
    }
}
