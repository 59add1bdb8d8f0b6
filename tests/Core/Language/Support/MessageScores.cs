using Puskesos.Core.Language.Lexicon;
using System.Globalization;
using Puskesos.Core.Language.Danger;
using Puskesos.Core.Language.Messages;

namespace Puskesos.Tests.Core.Language.Support;

/// <summary>How many messages are understood: need, out of scope and danger, each against its gate. Misses of a secret set are counted and never shown.</summary>
internal sealed class MessageScores(string name, MessageScores.Gates gates, bool isSecret)
{
    private readonly Score right = new($"{name}: right", gates.Right);
    private readonly Score top3 = new($"{name}: in the best three", gates.BestThree);
    private readonly Score refused = new($"{name}: out of scope", gates.OutOfScope);
    private readonly Score danger = new($"{name}: danger found", gates.Danger);
    private readonly Score calm = new($"{name}: no false alarm", gates.Calm);

    /// <summary>Shares that must be reached.</summary>
    public sealed record Gates(double Right, double BestThree, double OutOfScope, double Danger, double Calm)
    {
        /// <summary>What the issue asks for on messages that were not seen.</summary>
        public static Gates OfTheIssue { get; } = new(0.90, 0.97, 0.95, 0.95, 0.97);
    }

    public void Count(MessageReader reader, string text, string categories, string dangerKind)
    {
        var accepted = categories.Split('|');
        var read = reader.Understand(text, DateTimeOffset.UnixEpoch);
        var codes = read.Complaint.Candidates.Select(candidate => candidate.Code).Concat(read.Complaint.Related).ToList();
        var miss = isSecret
            ? "(kept unseen)"
            : $"{text} [{categories}, {dangerKind}] → {string.Join(", ", read.Complaint.Candidates.Take(3).Select(candidate => string.Create(CultureInfo.InvariantCulture, $"{candidate.Code} {candidate.Weight} ({string.Join('/', candidate.Words)})")))}; {read.Danger.Group}";
        if (categories.StartsWith(LexiconCheck.ForDangerOnly))
        {
            // Written for danger: which need it names is not said.
        }
        else if (categories == "-")
        {
            refused.Count(codes.Count == 0, miss);
        }
        else
        {
            right.Count(codes.Count == 0 ? accepted.Contains("-") : accepted.Contains(codes[0]), miss);
            top3.Count((codes.Count == 0 && accepted.Contains("-")) || codes.Take(3).Any(accepted.Contains), miss);
        }

        if (dangerKind == "any") return;
        if (dangerKind == "none") calm.Count(read.Danger.Kind == DangerKind.None, miss);
        else danger.Count(dangerKind == "suicidal" ? read.Danger.Kind == DangerKind.Suicidal : read.Danger.Kind != DangerKind.None, miss);
    }

    /// <summary>For messages that were written for danger alone.</summary>
    public void MustReachTheGatesOfDanger() => Assert.Multiple(danger.MustReachTheGate, calm.MustReachTheGate);

    public void MustReachTheGates() =>
        Assert.Multiple(right.MustReachTheGate, top3.MustReachTheGate, refused.MustReachTheGate, danger.MustReachTheGate, calm.MustReachTheGate);
}
