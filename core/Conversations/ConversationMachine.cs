using Stateless;

namespace Puskesos.Core.Conversations;

/// <summary>The order of the questions, all of it. Pure: answers "from here, with this trigger, where to?" and nothing else; built anew for each message.</summary>
public static class ConversationMachine
{
    /// <summary>The questions of a complaint in their order: the talk goes to the first one whose answer the draft lacks.</summary>
    public static readonly IReadOnlyList<Step> Questions =
    [
        Step.AskConsent, Step.AskForWhom, Step.AskName, Step.AskHelpedName, Step.AskHelpedPermission, Step.AskHelpedPhone, Step.AskVillage,
        Step.ConfirmVillage, Step.ConfirmNeed, Step.AskNeedGroup, Step.AskNeed, Step.AskComplaint, Step.AskDocuments, Step.ConfirmCard, Step.ConfirmReport,
    ];

    /// <summary>Where the talk goes; throws <see cref="InvalidOperationException"/> for a trigger that a step cannot give.</summary>
    public static Step Next(Step from, Trigger trigger, TurnView view)
    {
        if (trigger == Trigger.Stay) return from;
        var machine = Build(from, view);
        machine.Fire(trigger);
        return machine.State;
    }

    /// <summary>The machine standing at a step, also for drawing it.</summary>
    public static StateMachine<Step, Trigger> Build(Step from, TurnView view)
    {
        var at = from;
        var machine = new StateMachine<Step, Trigger>(() => at, step => at = step);
        Step FirstLacking() => MissingAnswers.First(view);
        Step Interrupted() => view.Draft.ReturnTo is { } step && step != Step.Greet ? step : view.Draft.HasComplaint ? FirstLacking() : Step.Greet;

        // Words that work everywhere: every other step is a substate of rest.
        machine.Configure(Step.Greet)
            .Permit(Trigger.Menu, Step.ChooseService).PermitDynamic(Trigger.Report, FirstLacking).PermitReentry(Trigger.Done)
            .PermitReentry(Trigger.CheckTicket).Permit(Trigger.ListTickets, Step.TellStatus).Permit(Trigger.AskTicket, Step.AskTicket).Permit(Trigger.AskCode, Step.AskTicketCode)
            .Permit(Trigger.AskInfo, Step.AskInfoTopic).Permit(Trigger.Scam, Step.Scam)
            .Permit(Trigger.Danger, Step.AskDanger).Permit(Trigger.Cancel, Step.ConfirmCancel).Permit(Trigger.CancelTicket, Step.AskCancelTicket).Permit(Trigger.Stop, Step.ConfirmStop).Permit(Trigger.Rights, Step.ConfirmRights)
            .Permit(Trigger.WhoIsIt, Step.AskWho).Permit(Trigger.ForWhichCase, Step.AskOpenCase).Permit(Trigger.Stale, Step.AskResume)
            .Permit(Trigger.VisitDay, Step.AskVisitDay).Permit(Trigger.Object, Step.AskObjection).Permit(Trigger.CardRead, Step.ConfirmFiledCard)
            .Permit(Trigger.Link, Step.LinkOfficer).Permit(Trigger.Tasks, Step.OfficerMenu).Permit(Trigger.AskResident, Step.AskResident).Permit(Trigger.FinishCase, Step.FinishCase)
            .PermitDynamic(Trigger.Resume, Interrupted).PermitDynamic(Trigger.Back, () => view.Draft.Path is [.., var last] ? (last == Step.AskNeed ? Step.AskNeedGroup : last) : at);
        foreach (var step in Enum.GetValues<Step>())
            if (step != Step.Greet) machine.Configure(step).SubstateOf(Step.Greet).Permit(Trigger.Done, Step.Greet);

        foreach (var question in Questions) machine.Configure(question).PermitDynamic(Trigger.Answered, FirstLacking);
        machine.Configure(Step.AskChange).PermitDynamic(Trigger.Answered, FirstLacking);
        machine.Configure(Step.ConfirmReport).Permit(Trigger.Change, Step.AskChange).Permit(Trigger.ReportFiled, Step.AskPhone);
        machine.Configure(Step.AskDanger).Permit(Trigger.InDanger, Step.AskSafe);
        machine.Configure(Step.AskSafe).Permit(Trigger.SafeToTalk, Step.AskDangerPlace);
        machine.Configure(Step.AskDangerPlace).Permit(Trigger.PlaceTold, Step.AskDangerWho).Permit(Trigger.WhoTold, Step.AskDangerCall);
        machine.Configure(Step.AskDangerWho).Permit(Trigger.WhoTold, Step.AskDangerCall);
        machine.Configure(Step.ConfirmStop).Permit(Trigger.StopTickets, Step.AskStopTickets);
        machine.Configure(Step.AskResolved).Permit(Trigger.NotResolved, Step.AskReopenReason).Permit(Trigger.Rate, Step.AskRating);
        machine.Configure(Step.TellStatus).Permit(Trigger.NotResolved, Step.AskReopenReason);
        machine.Configure(Step.AskInfoTopic).Permit(Trigger.InfoTold, Step.TellInfo);
        machine.Configure(Step.TellInfo).PermitReentry(Trigger.InfoTold);
        return machine;
    }
}
