using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Language.Answers;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Summary;

/// <summary>Shows all that was told before it is sent: send, change, drop, or add a need.</summary>
public sealed class ConfirmReport : IStep
{
    private const int Send = 1;
    private const int Change = 2;

    /// <summary>"sudah benar semua bu": longer words are no plain yes.</summary>
    private const int LongestYes = 4;

    /// <summary>So much of the story is shown, in characters: the summary stays one message on a phone; all of it is sent.</summary>
    private const int StoryShown = 400;

    public Step Id => Step.ConfirmReport;

    public Say Ask(TurnView view)
    {
        var draft = view.Draft;
        var village = view.Places.Village(draft.VillageCode ?? draft.GuessedVillage ?? "");
        var needs = draft.Needs.Count > 0 ? draft.Needs : draft.NeedGuess;
        (string, string)[] common =
        [
            ("name", draft.Name ?? ""), ("village", village?.Name ?? ""), ("subdistrict", village?.SubDistrictName ?? ""),
            ("need", string.Join("; ", needs.Select(need => NeedReading.Label(need, view)))),
            ("story", UnderstoodFacts.Line(view) is { } line ? $"{Story(view)}\n{line}" : Story(view)), ("documents", Papers(view)),
        ];
        return draft.ForWhom == ForWhom.Self
            ? Say.Ask(Questions.ConfirmReport_Question, common)
            : Say.Ask(Questions.ConfirmReport_QuestionHelped, [.. common, ("helped", draft.HelpedName ?? "")]);
    }

    public StepResult Read(IncomingMessage message, TurnView view) => (AnswerReading.Option(message, Ask(view), view) ?? InWords(message)) switch
    {
        1 => Filed(view),
        2 => StepResult.Go(Trigger.Change, view.Draft),
        3 => StepResult.Go(Trigger.Cancel, view.Draft with { ReturnTo = Step.ConfirmReport }),
        4 => StepResult.Answered(Accepted(view.Draft) with { AddsNeed = true, StoryWanted = true, DocumentsDone = false }) with { Trigger = Trigger.Answered },
        _ => StepResult.NotUnderstood(view.Draft),
    };

    /// <summary>"oke", "sudah benar" sends; "salah", "nama saya keliru" changes.</summary>
    private static int? InWords(IncomingMessage message)
    {
        var words = (message.Text ?? "").ToLowerInvariant().Split([' ', ',', '.', '!'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(word => word is "salah" or "keliru" or "bukan" or "ganti" or "ubah")) return Change;
        if (YesNoReader.Read(message.Text) is YesNoAnswer.Yes or YesNoAnswer.Already) return Send;
        return words.Length <= LongestYes && words.Any(word => word is "benar" or "betul" or "bener" or "cocok" or "leres") ? Send : null;
    }

    private static StepResult Filed(TurnView view)
    {
        var isPhoneKnown = view.PhoneKnown || view.Draft.Phone is not null;
        var result = StepResult.Go(isPhoneKnown ? Trigger.Done : Trigger.ReportFiled, Draft.Empty with { Name = view.Draft.Name }) with { AsksNext = !isPhoneKnown };
        return view.Draft.Phone is { } told ? result.With(new TurnEffect.SavePhone(told), new TurnEffect.FileCase()) : result.With(new TurnEffect.FileCase());
    }

    /// <summary>The draft with its guesses taken as confirmed: the summary showed them.</summary>
    public static Draft Accepted(Draft draft)
    {
        var needs = draft.Needs.Count > 0 ? draft.Needs : draft.NeedGuess;
        return draft with { VillageCode = draft.VillageCode ?? draft.GuessedVillage, GuessedVillage = null, Needs = needs, NeedGuess = [] };
    }

    private static string Story(TurnView view)
    {
        var spoken = view.Draft.StoryIsVoice ? view.Texts.Get(Questions.ConfirmReport_Spoken, view.Language) : null;
        return string.Join(" / ", new[] { view.Draft.Story is { } story ? Shortened(MaskedNumbers.LeaveOut(story)) : null, spoken }.OfType<string>());
    }

    private static string Shortened(string story) => story.Length > StoryShown ? $"{story[..StoryShown].TrimEnd()} …" : story;

    private static string Papers(TurnView view)
    {
        var sent = view.Draft.SoundDocuments.Where(paper => !paper.IsVoice).ToList();
        var parts = new List<string>();
        var named = AskDocuments.Labels(sent.Select(paper => paper.Kind).OfType<string>().Distinct(), view);
        if (named.Length > 0) parts.Add(named);
        if (sent.Count(paper => paper.Kind is null) is var others and > 0)
            parts.Add(view.Texts.Fill(Questions.ConfirmReport_Photos, view.Language, ("count", $"{others}")));
        if (view.Draft.AddressNote is { } address)
            parts.Add(view.Texts.Fill(Questions.ConfirmReport_Address, view.Language, ("address", address)));
        var shown = string.Join(", ", parts);
        if (AskDocuments.Later(view) is { Count: > 0 } later)
        {
            var follows = view.Texts.Fill(Questions.ConfirmReport_ToFollow, view.Language, ("documents", AskDocuments.Labels(later, view)));
            shown = shown.Length > 0 ? $"{shown}; {follows}" : follows;
        }

        return shown.Length > 0 ? shown : view.Texts.Get(Questions.ConfirmReport_NoPapers, view.Language);
    }
}
