using System.Globalization;

namespace Puskesos.Core.Conversations;

/// <summary>The values behind buttons: the step that asked, and the answer's number.</summary>
public static class ChoiceIds
{
    /// <summary><c>AskForWhom:1</c>.</summary>
    public static string Of(Step step, int number) => string.Create(CultureInfo.InvariantCulture, $"{step}:{number}");

    /// <summary>The answer's number; a bare number is one too (the web chat's buttons).</summary>
    public static int? NumberOf(string id) =>
        int.TryParse(id.AsSpan(id.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The step that asked, or null for a bare number or a forged value.</summary>
    public static Step? StepOf(string id) =>
        id.IndexOf(':') is var colon and > 0 && Enum.TryParse<Step>(id[..colon], out var step) && Enum.IsDefined(step) ? step : null;
}
