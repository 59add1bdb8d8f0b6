using System.Globalization;
using System.Text.RegularExpressions;

namespace Puskesos.Tests.Support;

/// <summary>A transcript of tests/Journeys, cut into its beats; the format stands in tests/Journeys/README.md.</summary>
public sealed partial class Journey
{
    private Journey(string name, IReadOnlyList<Beat> beats) => (Name, Beats) = (name, beats);

    public string Name { get; }

    public IReadOnlyList<Beat> Beats { get; }

    public static Journey Read(string path)
    {
        var beats = new List<Beat>();
        foreach (var line in File.ReadAllLines(path))
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            if (line.StartsWith("  ", StringComparison.Ordinal) && beats is [.., { Kind: '<' } said])
            {
                beats[^1] = said with { Text = $"{said.Text}\n{line[2..]}" };
                continue;
            }

            beats.Add(new Beat(line[0], line.Length > 2 ? line[2..] : "", line[0] == '[' ? line : ""));
        }

        return new Journey(Path.GetFileNameWithoutExtension(path).Replace(".chat", "", StringComparison.Ordinal), Joined(beats));
    }

    /// <summary>"2026-11-12 09:20 WIB (Kamis) | …" as an instant, or null for another kind of line.</summary>
    public static DateTimeOffset? Moment(string text) =>
        MomentLine().Match(text) is { Success: true } line
            ? new DateTimeOffset(DateTime.ParseExact(line.Value, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(7))
            : null;

    /// <summary>Several "&lt;" in a row are one logical reply.</summary>
    private static List<Beat> Joined(List<Beat> beats)
    {
        var joined = new List<Beat>();
        foreach (var beat in beats)
            if (beat.Kind == '<' && joined is [.., { Kind: '<' } before]) joined[^1] = before with { Text = $"{before.Text}\n\n{beat.Text}" };
            else joined.Add(beat);
        return joined;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d")]
    private static partial Regex MomentLine();
}

/// <summary>One line of a transcript with those that belong to it: &lt; bot, &gt; person, = step, ! fact, @ scene, [ buttons.</summary>
public sealed record Beat(char Kind, string Text, string Raw);
