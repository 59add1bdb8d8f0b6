using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Opening;

/// <summary>A known address writes: who is it? One phone may serve several; each sees only the own tickets.</summary>
public sealed class AskWho : IStep
{
    public Step Id => Step.AskWho;

    public Say Ask(TurnView view) => view.OthersHere.Count == 0
        ? Say.Ask(Questions.AskWho_Question, ("daypart", DayParts.Of(view)), ("name", view.Resident?.Name ?? ""))
        : Say.Choose(
            Questions.AskWho_Several,
            [.. Here(view).Select(person => person.Resident.Name), view.Texts.Get(Questions.AskWho_Somebody, view.Language)],
            ("daypart", DayParts.Of(view)));

    public StepResult Read(IncomingMessage message, TurnView view)
    {
        var here = Here(view);
        var number = view.OthersHere.Count == 0 ? AnswerReading.YesOrNo(message, Ask(view), view) : AnswerReading.Option(message, Ask(view), view);
        if (number is null)
            return FirstMessage.TellsComplaint(message, view) ? StepResult.AskOn(view.Draft) with { PutsAside = true } : StepResult.NotUnderstood(view.Draft);
        if (number > here.Count)
            return StepResult.Go(Trigger.Report, Draft.Empty, new Say(Questions.AskWho_NewPerson, ("name", string.Join(", ", here.Select(person => person.Resident.Name)))))
                .With(new TurnEffect.SwitchPerson(null));
        var chosen = here[number.Value - 1].Resident;
        var known = view.Waiting.Count > 0
            ? StepResult.Go(Trigger.Resume, view.Draft) with { RereadsWaiting = true, AsksNext = false }
            : StepResult.Go(Trigger.Menu, view.Draft);
        return chosen.Id == view.Resident?.Id ? known : (known with { Draft = Draft.Empty }).With(new TurnEffect.SwitchPerson(chosen.Id));
    }

    /// <summary>Who has told a name here: first the one who talked last.</summary>
    private static List<KnownPerson> Here(TurnView view) =>
        [.. view.Resident is { Name.Length: > 0 } last ? [new KnownPerson(last, view.PhoneKnown)] : Array.Empty<KnownPerson>(), .. view.OthersHere];
}
