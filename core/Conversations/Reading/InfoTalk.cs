using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Answers questions about programmes from what the regency has published.</summary>
public static class InfoTalk
{
    private static readonly string[] ListWords = ["daftar", "daftar bantuan", "apa saja", "apa aja", "semua", "ada apa saja", "bantuan apa saja", "list"];

    /// <summary>Every published programme of the regency, by name.</summary>
    public static IReadOnlyList<PublishedProgramme> All(TurnView view) => view.Catalogue.Programmes.Of(view.Regency.Code);

    /// <summary>The programmes of the list that waits; one withdrawn meanwhile is left out.</summary>
    public static IReadOnlyList<PublishedProgramme> Offered(TurnView view) =>
        [.. (view.Draft.Info?.Offered ?? []).Select(id => view.Catalogue.Programmes.Find(view.Regency.Code, id)).OfType<PublishedProgramme>()];

    /// <summary>The programme chosen from the list, by number, or from the buttons, by name; a bare number without a list chooses nothing.</summary>
    public static PublishedProgramme? Chosen(IncomingMessage message, Say asked, TurnView view)
    {
        if (view.Draft.Info is { IsUnanswered: true }) return null;
        var isListed = view.Draft.Info is { Offered.Count: > 0 };
        if (!isListed && message.ChoiceId is null) return null;
        var list = isListed ? Offered(view) : All(view);
        return AnswerReading.Option(message, asked, view) is { } number && number <= list.Count ? list[number - 1] : null;
    }

    /// <summary>Reads a question in words: one programme is told about, several are offered, none leads to an officer.</summary>
    public static StepResult Read(IncomingMessage message, TurnView view)
    {
        if (AnswerReading.Words(message) is not { } words) return StepResult.NotUnderstood(view.Draft);
        var all = All(view);
        if (all.Count > 0 && WantsList(words)) return Offer(all, view);
        if (ProgrammeAnswer.PartAsked(words) is { } part)
        {
            var named = view.Catalogue.Programmes.Named(view.Regency.Code, words);
            if (named.Count == 1) return Tell(named[0], part, view);
            if (named.Count > 1) return Offer(named, view);
            if (part != ProgrammePart.All && view.Draft.Info?.Told is { } id && view.Catalogue.Programmes.Find(view.Regency.Code, id) is { } before) return Tell(before, part, view);
        }

        return StepResult.Go(Trigger.AskInfo, view.Draft with { Info = new DraftInfo { IsUnanswered = true } }).With(new TurnEffect.CountInfo(null));
    }

    /// <summary>Tells about a programme, with its owner and day, and counts the question.</summary>
    public static StepResult Tell(PublishedProgramme told, ProgrammePart part, TurnView view) =>
        StepResult.Go(
            Trigger.InfoTold,
            view.Draft with { Info = new DraftInfo { Told = told.Id } },
            new Say(
                Questions.TellInfo_Answer,
                ("programme", told.Text.Name),
                ("answer", ProgrammeAnswer.Of(told.Text, part, view.Texts, view.Language)),
                ("owner", told.Text.Owner),
                ("date", DateOf(told.Text.CheckedOn!.Value, view)))).With(new TurnEffect.CountInfo(told.Id));

    private static StepResult Offer(IReadOnlyList<PublishedProgramme> programmes, TurnView view) =>
        StepResult.Go(Trigger.AskInfo, view.Draft with { Info = new DraftInfo { Offered = [.. programmes.Select(one => one.Id)] } });

    /// <summary>A day of another year bears its year.</summary>
    private static string DateOf(DateOnly day, TurnView view) =>
        day.Year == view.LocalNow.Year ? IndonesianFormat.Date(day) : IndonesianFormat.ShortDate(day);

    private static bool WantsList(string words) => words.All(char.IsAsciiDigit) || ListWords.Contains(words.ToLowerInvariant().TrimEnd('?', '.', ' '));
}
