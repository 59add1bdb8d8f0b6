using System.Collections.Frozen;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Writing;

namespace Puskesos.Core.Language.Complaints;

/// <summary>A message that tells nothing but a danger still has a need: the one that looks after such danger (DOMAIN §5, §9).</summary>
internal static class DangerNeeds
{
    /// <summary>Weight of the guess: an even chance, so that it is asked.</summary>
    private const double Weight = 3;
    private const double Score = 0.5;

    private static readonly FrozenDictionary<string, string> ByGroup = new Dictionary<string, string>
    {
        ["suicidal"] = "JIWA",
        ["madness"] = "JIWA",
        ["violence"] = "KEKERASAN",
        ["sexual"] = "KEKERASAN",
        ["threat"] = "KEKERASAN",
        ["confined"] = "KEKERASAN",
        ["child"] = "ANAK",
        ["trafficking"] = "MIGRAN",
        ["medical"] = "BIAYA_RS",
        ["fire"] = "BENCANA",
        ["disaster"] = "BENCANA",
    }.ToFrozenDictionary();

    /// <summary>The reading as it is; where it is empty, the need of the danger.</summary>
    public static ComplaintReading Otherwise(ComplaintReading reading, DangerFinding danger, WrittenText text) =>
        reading.Candidates.Count > 0 || danger.Kind == DangerKind.None || !ByGroup.TryGetValue(danger.Group, out var need)
            ? reading
            : new ComplaintReading([new CategoryCandidate(need, Weight, Score, [text.Original[danger.Start..(danger.End + 1)]])], [], null, false);
}
