using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Documents;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Turns a finished draft into a filing.</summary>
public static class FilingRequests
{
    /// <summary>The filing of a draft; files are matched to the papers they were taken for.</summary>
    public static FilingRequest From(Draft draft, TurnScope scope, IReadOnlyList<Document> documents) => new()
    {
        RegencyCode = scope.View.Regency.Code,
        Channel = scope.Channel,
        ReporterId = scope.ResidentId ?? throw new InvalidOperationException("A complaint is filed only after consent made its person."),
        ConversationId = scope.ConversationId,
        ForWhom = draft.ForWhom ?? ForWhom.Self,
        HelpedName = draft.HelpedName,
        HelpedPhone = draft.HelpedPhone,
        HelpedConsent = ConsentOf(draft),
        HelpedReason = draft.HelpedReason,
        VillageCode = draft.VillageCode!,
        Needs = [.. draft.Needs.Select(need => new FilingNeed(need.Category, need.Programme))],
        Story = draft.Story ?? scope.View.Texts.Get(Questions.ConfirmReport_Spoken),
        AddressNote = draft.AddressNote,
        Pin = draft.Pin,
        Facts = draft.Facts,
        Documents = Match(draft, documents),
    };

    private static List<FilingDocument> Match(Draft draft, IReadOnlyList<Document> documents)
    {
        var perMessage = new Dictionary<long, int>();
        var matched = new List<FilingDocument>();
        foreach (var document in documents)
        {
            var at = perMessage.GetValueOrDefault(document.InboxId ?? 0);
            perMessage[document.InboxId ?? 0] = at + 1;
            if (document.State == DocumentState.Erased) continue; // infected: it keeps its place in the message, and is nobody's paper
            var kind = draft.Documents.FirstOrDefault(paper => paper.InboxId == document.InboxId && paper.Index == at)?.Kind;
            matched.Add(new FilingDocument(document.Id, kind, FileFaults.Of(document) == FileFault.None));
        }

        return matched;
    }

    private static HelpedConsent ConsentOf(Draft draft) => draft.ForWhom switch
    {
        ForWhom.Other when draft.HelpedPermission == HelpedPermission.CannotBeAsked => HelpedConsent.CannotBeAsked,
        ForWhom.Other => HelpedConsent.Pending,
        _ => HelpedConsent.NotNeeded,
    };
}
