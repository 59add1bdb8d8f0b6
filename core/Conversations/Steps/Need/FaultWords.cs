using System.Globalization;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Need;

/// <summary>Says in plain words what is wrong with files that came; each fault once, however many files have it.</summary>
public static class FaultWords
{
    /// <summary>One sentence for each fault. <paramref name="open"/> names papers still wanted, when nothing else of this turn asks for them.</summary>
    public static IReadOnlyList<Say> Of(IEnumerable<DraftDocument> faulty, TurnView view, IReadOnlyList<string> open, bool isFiled = false) =>
        [.. faulty.GroupBy(paper => paper.Fault).OrderByDescending(group => group.Key)
            .Select(group => Of(group.Key, group.Select(paper => paper.Kind).OfType<string>().Distinct().ToList(), view, open, isFiled))];

    private static Say Of(FileFault fault, List<string> kinds, TurnView view, IReadOnlyList<string> open, bool isFiled)
    {
        var document = ("document", kinds.Count > 0 ? AskDocuments.Labels(kinds, view) : view.Texts.Get(Questions.AskDocuments_OtherPaper, view.Language));
        return fault switch
        {
            FileFault.SentBefore when open.Count > 0 => new Say(Questions.AskDocuments_SentAgain, ("next", AskDocuments.Labels([open[0]], view))),
            FileFault.SentBefore => new Say(Questions.AskDocuments_SameTwice),
            FileFault.Unclear => new Say(isFiled ? Questions.AskDocuments_UnclearLater : Questions.AskDocuments_Unclear, document),
            FileFault.TooSmall => new Say(isFiled ? Questions.AskDocuments_TooSmallLater : Questions.AskDocuments_TooSmall, document),
            FileFault.Locked => new Say(Questions.AskDocuments_Locked),
            FileFault.Active => new Say(Questions.AskDocuments_Active),
            FileFault.NotAPaper => new Say(Questions.AskDocuments_NotAPaper),
            FileFault.TooBig => new Say(Questions.AskDocuments_TooBig, ("limit", (MediaLimits.Largest(view.Channel) / MediaLimits.Megabyte).ToString(CultureInfo.InvariantCulture))),
            _ => new Say(Questions.AskDocuments_NotRead),
        };
    }
}
