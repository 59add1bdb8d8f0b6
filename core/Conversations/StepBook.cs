using System.Collections.Frozen;
using Puskesos.Core.Conversations.Steps.Danger;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Conversations.Steps.Officers;
using Puskesos.Core.Conversations.Steps.Opening;
using Puskesos.Core.Conversations.Steps.Person;
using Puskesos.Core.Conversations.Steps.Place;
using Puskesos.Core.Conversations.Steps.Summary;
using Puskesos.Core.Conversations.Steps.Tickets;
using Puskesos.Core.Conversations.Steps.Words;

namespace Puskesos.Core.Conversations;

/// <summary>Every question by its name; one object each serves all talks.</summary>
public sealed class StepBook
{
    private readonly FrozenDictionary<Step, IStep> steps;

    public StepBook()
    {
        var all = new Dictionary<Step, IStep>();
        IStep[] made =
        [
            new Greet(), new ChooseService(), new AskWho(), new AskConsent(), new AskResume(),
            new AskForWhom(), new AskName(), new AskHelpedName(), new AskHelpedPermission(), new AskHelpedPhone(),
            new AskVillage(), new ConfirmVillage(), new AskNeedGroup(), new AskNeed(), new ConfirmNeed(), new AskComplaint(), new AskDocuments(), new ConfirmCard(),
            new ConfirmReport(), new AskChange(all), new ConfirmCancel(), new AskPhone(),
            new AskTicket(), new AskTicketCode(), new TellStatus(), new AskCancelTicket(), new AskOpenCase(), new AskResolved(), new AskReopenReason(), new AskVisit(), new AskVisitDay(), new AskObjection(), new AskRating(), new ConfirmFiledCard(), new ConfirmHelped(),
            new ConfirmStop(), new AskStopTickets(), new ConfirmRights(), new Scam(), new AskInfoTopic(), new TellInfo(),
            new AskDanger(), new AskSafe(), new AskDangerPlace(), new AskDangerWho(), new AskDangerCall(), new LinkOfficer(), new OfficerMenu(), new AskResident(), new FinishCase(),
        ];
        foreach (var step in made) all.Add(step.Id, step);
        steps = all.ToFrozenDictionary();
    }

    /// <summary>The question of this name.</summary>
    public IStep this[Step id] => steps[id];
}
