using System.Text;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Officers;

namespace Puskesos.Core.Cases;

/// <summary>Draws the life of a case from the machine itself, as a Mermaid state diagram for the README.</summary>
public static class CaseDiagram
{
    /// <summary>Before and after the diagram in the README.</summary>
    public const string Begin = "<!-- case-states: written by ./deploy/puskesos case-diagram -->";

    public const string End = "<!-- /case-states -->";

    private static readonly Actor Everybody = new(1, "", "officer", Enum.GetValues<Role>().ToHashSet());

    /// <summary>Every move that somebody can make in some situation, one line each.</summary>
    public static string Draw()
    {
        var drawing = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        foreach (var from in Enum.GetValues<CaseStatus>())
            foreach (var (move, to) in Enum.GetValues<CaseMove>().SelectMany(move => Ends(from, move).Select(to => (move, to))))
                drawing.Append($"    {from.Code()} --> {to.Code()}: {move}\n");
        return drawing.Append("```").ToString();
    }

    /// <summary>The text with its diagram drawn anew; throws when it has no place for one.</summary>
    public static string WriteInto(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        return begin >= 0 && end > begin
            ? $"{text[..(begin + Begin.Length)]}\n{Draw()}\n{text[end..]}"
            : throw new InvalidOperationException("The text has no place for the diagram.");
    }

    private static IEnumerable<CaseStatus> Ends(CaseStatus from, CaseMove move) =>
        Situations().Where(situation => CaseStatusMachine.Allows(from, move, situation)).Select(situation => CaseStatusMachine.Next(from, move, situation)).Distinct().Order();

    private static IEnumerable<MoveSituation> Situations()
    {
        var proposed = new Refusal { Words = "", NextStep = "", ProposedBy = 2 };
        foreach (var by in new[] { Everybody, Actor.Resident, Actor.System })
            foreach (var before in new[] { CaseStatus.New, CaseStatus.UnderReview, CaseStatus.InProgress, CaseStatus.Referred })
                yield return new MoveSituation(by, before, IsUrgent: true, Refusal: proposed);
    }
}
