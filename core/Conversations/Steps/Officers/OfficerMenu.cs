using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations.Steps.Officers;

/// <summary>A linked officer's list of open tasks; words without a case's content.</summary>
public sealed class OfficerMenu : IStep
{
    public Step Id => Step.OfficerMenu;

    public Say Ask(TurnView view)
    {
        if (view.Officer is not { } officer) return Say.Ask(OfficerMessages.LinkOfficer_Question);
        if (officer.Tasks.Count == 0) return new Say(OfficerMessages.OfficerMenu_Empty, ("officer", officer.Name));
        var lines = officer.Tasks.Select(task => Line(task, view)).ToList();
        return new Say(
            OfficerMessages.OfficerMenu_Question,
            ("officer", officer.Name),
            ("tickets", Say.Numbered(lines)),
            ("example", Ticket.ShortOf(officer.Tasks[^1].Ticket)))
        {
            IsQuestion = true,
            Options = [],
        };
    }

    public StepResult Read(IncomingMessage message, TurnView view) => OfficerWords.Read(message, view) ?? AtRest.Read(message, view with { Step = Step.Greet });

    private static string Line(OfficerTask task, TurnView view) =>
        task.Status == CaseStatus.New && task.DueAt is { } due
            ? view.Texts.Fill(OfficerMessages.OfficerMenu_NewTask, view.Language, ("ticket", task.Ticket), ("date", IndonesianFormat.Date(TicketTalk.LocalDate(due, view))))
            : $"{task.Ticket}: {TicketTalk.StatusWords(task.Status, view)}";
}
