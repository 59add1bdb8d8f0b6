using System.Text.RegularExpressions;

namespace Puskesos.Tests.Rules;

/// <summary>One word, everywhere: a question's name is its enum member, its class, its text key and a place in a transcript.</summary>
public static class StepRules
{
    public static IEnumerable<string> Missing(
        IEnumerable<string> steps, IReadOnlySet<string> classes, IReadOnlySet<string> textKeys, IReadOnlyList<string> transcripts) =>
        steps.SelectMany(step => new[]
        {
            classes.Contains(step) ? null : $"{step} has no class in core/Conversations/Steps",
            textKeys.Contains(step + "_Question") ? null : $"{step} has no text {step}_Question",
            transcripts.Any(text => WaitsIn(text, step)) ? null : $"{step} waits in no transcript of tests/Journeys",
        }.OfType<string>());

    private static bool WaitsIn(string transcript, string step) =>
        Regex.IsMatch(transcript, $@"^=.*\b{Regex.Escape(step)}\b", RegexOptions.Multiline);
}
