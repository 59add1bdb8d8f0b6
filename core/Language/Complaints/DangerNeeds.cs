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
        ["hunger"] = "BANSOS_USUL",
        ["fire"] = "BENCANA",
        ["disaster"] = "BENCANA",
    }.ToFrozenDictionary();

    /// <summary>What a danger adds to its need: as much as a rule that only leans; suicidal words outweigh what else is told ("titip anak, susunya di lemari").</summary>
    private const double DangerWeight = 2;
    private const double SuicidalWeight = 6;

    /// <summary>The reading with the need of the danger beside the others, or alone where nothing else was understood.</summary>
    public static ComplaintReading Join(ComplaintReading reading, DangerFinding danger, WrittenText text)
    {
        if (danger.Kind == DangerKind.None || !ByGroup.TryGetValue(danger.Group, out var need))
            return reading;
        var words = text.Original[danger.Start..(danger.End + 1)];
        if (reading.Candidates.Count == 0)
            return new ComplaintReading([new CategoryCandidate(need, Weight, Score, [words])], [], null, false);
        var candidates = reading.Candidates.ToList();
        var at = candidates.FindIndex(candidate => candidate.Code == need);
        var before = at < 0 ? new CategoryCandidate(need, 0, 0, []) : candidates[at];
        var weight = before.Weight + (danger.Kind == DangerKind.Suicidal ? SuicidalWeight : DangerWeight);
        var joined = new CategoryCandidate(need, Math.Round(weight, 2), ComplaintLexicon.ScoreOf(weight), before.Words.Contains(words) ? before.Words : [.. before.Words, words]);
        if (at >= 0)
            candidates.RemoveAt(at);
        var place = candidates.FindIndex(candidate => candidate.Weight < weight);
        candidates.Insert(place < 0 ? candidates.Count : place, joined);
        return reading with { Candidates = candidates, IsClear = ComplaintLexicon.IsClear(candidates) };
    }
}
