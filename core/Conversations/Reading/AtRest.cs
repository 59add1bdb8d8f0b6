using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>What a message means when no question is open: a greeting, an awaited paper, more for an open case, or the start of a complaint.</summary>
public static class AtRest
{
    /// <summary>A photo of an awaited paper reopens a case closed for missing papers within this time (journeys README).</summary>
    public static readonly TimeSpan PapersReopenWithin = TimeSpan.FromDays(30);

    private static readonly string[] Courtesies = ["terima kasih", "terimakasih", "makasih", "trims", "matur nuwun", "matur suwun", "suwun", "hatur nuhun", "nuhun", "ok", "oke", "baik", "siap", "👍", "🙏", "🙏🙏"];

    /// <summary>Reads a message at rest.</summary>
    public static StepResult Read(IncomingMessage message, TurnView view)
    {
        Say[] before = view.DraftWasErased ? [new Say(Questions.Greet_DraftGone)] : [];
        var isShared = view.OthersHaveOpenCases && !view.IsReread;
        if (message.Media.Count > 0 && !isShared && Awaiting(view) is { } awaiting)
            return Received(awaiting, [message], view, before);
        if (view.HelpedCase is not null && message.Media.Count == 0)
            return new Steps.Tickets.ConfirmHelped().Read(message, view) is { Understood: true } answered ? answered : StepResult.NotUnderstood(view.Draft);
        if (FirstMessage.IsGreeting(message, view)) return Greeted(view, before);
        if (IsCourtesy(message) && view.Resident is not null)
            return StepResult.Go(Trigger.Done, view.Draft, new Say(Questions.Anywhere_Thanks)) with { AsksNext = false };
        if (view.OpenCases.Any() && !isShared) return StepResult.Go(Trigger.ForWhichCase, view.Draft, before) with { PutsAside = true };
        if (view.KnowsSomebody && !view.IsReread) return StepResult.Go(Trigger.WhoIsIt, view.Draft, before) with { PutsAside = true };
        return Complaint(message, view, before) ?? Menu(view, before) with { PutsAside = FirstMessage.TellsPlace(message, view) };
    }

    /// <summary>Files for a case that waits for papers; what was read on an identity card among them is asked back.</summary>
    private static StepResult Received(CaseBrief awaiting, IReadOnlyList<IncomingMessage> messages, TurnView view, Say[] before)
    {
        var effect = new TurnEffect.ReceiveDocuments(awaiting.Id, messages);
        return AwaitedPapers.Card(messages, awaiting, view) is { } file && view.CardOn(file.InboxId, file.Index) is not null
            ? StepResult.Go(Trigger.CardRead, view.Draft with { FiledCard = new FiledCard(awaiting.Id, file.InboxId, file.Index) }, before).With(effect)
            : StepResult.Go(Trigger.Done, view.Draft, before).With(effect) with { AsksNext = false };
    }

    /// <summary>Words at the menu that are no number: a complaint begins, else they were not understood.</summary>
    public static StepResult FromMenu(IncomingMessage message, TurnView view)
    {
        if (FirstMessage.IsGreeting(message, view)) return StepResult.AskOn(view.Draft);
        if (message.Media.Count > 0 && Awaiting(view) is not null) return Read(message, view);
        if (view.Draft.HasComplaint) return StepResult.NotUnderstood(view.Draft);
        return Complaint(message, view, [])
            ?? (FirstMessage.TellsPlace(message, view) ? StepResult.AskOn(view.Draft) with { PutsAside = true } : StepResult.NotUnderstood(view.Draft));
    }

    /// <summary>One more message while "Pesan ini untuk tiket …?" waits: it waits too.</summary>
    public static StepResult WaitToo(IncomingMessage message, TurnView view) =>
        message.Kind is IncomingKind.Sticker or IncomingKind.Unsupported
            ? StepResult.NotUnderstood(view.Draft)
            : StepResult.AskOn(view.Draft) with { PutsAside = true };

    /// <summary>Adds messages to an open case; files first answer papers that it waits for.</summary>
    public static StepResult Append(CaseBrief known, IReadOnlyList<IncomingMessage> messages, TurnView view) =>
        known.Awaited.Count > 0 && messages.Any(message => message.Media.Count > 0)
            ? Received(known, messages, view, [])
            : StepResult.Go(Trigger.Done, view.Draft).With(new TurnEffect.AppendToCase(known.Id, messages)) with { AsksNext = false };

    private static StepResult Greeted(TurnView view, Say[] before) =>
        view.KnowsSomebody && !view.IsReread
            ? StepResult.Go(Trigger.WhoIsIt, view.Draft, before)
            : Menu(view, before);

    private static StepResult Menu(TurnView view, Say[] before) =>
        StepResult.Go(Trigger.Menu, view.Draft, [.. before, new Steps.Opening.Greet().Ask(view)]) with { AsksNext = false };

    private static StepResult? Complaint(IncomingMessage message, TurnView view, Say[] before)
    {
        if (!FirstMessage.TellsComplaint(message, view)) return null;
        var spoken = SpokenLanguage.Of(message, view);
        if (spoken is not null) view = view with { Language = spoken };
        if (view.HasConsent)
            return StepResult.Go(Trigger.Report, FirstMessage.Begin(view.Draft, [message], view), before).With(FirstMessage.KeepsFiles([message])) with { FreesWaiting = true };
        var says = new List<Say>(before)
        {
            new(
                Questions.Greet_WithComplaint,
                ("daypart", DayParts.Of(view)),
                ("regency", view.Regency.Name)),
        };
        if (SpokenLanguage.MayOfferJavanese(message, view)) says.Add(new Say(Questions.Greet_OfferJavanese));
        return StepResult.Go(Trigger.Report, view.Draft, [.. says]) with { PutsAside = true, Effects = spoken is null ? [] : [new TurnEffect.SetLanguage(spoken)] };
    }

    /// <summary>The person's case that waits for a paper, or was closed for want of one not long ago.</summary>
    internal static CaseBrief? Awaiting(TurnView view) => view.Cases.FirstOrDefault(known =>
        known.Awaited.Count > 0 && known.Secrecy != Secrecy.Secret
        && (known.Status.IsOpen() || (known.Status == CaseStatus.ClosedNoDocuments && view.Now - known.ClosedAt < PapersReopenWithin)));

    private static bool IsCourtesy(IncomingMessage message) =>
        message.Media.Count == 0 && Courtesies.Contains((message.Text ?? "").Trim().TrimEnd('.', '!', ' ').ToLowerInvariant() is var words
            ? words.Replace(" pak", "", StringComparison.Ordinal).Replace(" bu", "", StringComparison.Ordinal).Replace(" banyak", "", StringComparison.Ordinal).Trim()
            : "");
}
