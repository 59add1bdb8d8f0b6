namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>The table of the domain sheet, section 7, once more: who hears of a step, in which words, and how far up it goes.</summary>
internal static class SlowLadder
{
    public const int FirstCheck = 1, Handling = 2, Review = 3, Papers = 4, Confirmation = 5, Heartbeat = 6, Visit = 7, Acknowledgement = 8, Answer = 9;

    private const string Desk = "desk", Resident = "resident";

    /// <summary>The persons and words of a step; <c>desk</c> is whoever has the case.</summary>
    public static (string To, string Key)[] Of(int clock, int step) => (clock, step) switch
    {
        (FirstCheck, 1 or 2) => [(Desk, "CaseNotOpened_ToOfficer")],
        (FirstCheck or Handling, 3) => [("BO", "CaseLate_ToOfficer")],
        (FirstCheck, 4) => [("TKSK", "CasePushed_ToTksk")],
        (Handling, 1 or 2) => [(Desk, "CaseDue_ToOfficer")],
        (Handling, 4) => [("TKSK", "CaseLate_ToOfficer")],
        (FirstCheck or Handling, 5) => [("SLRT", "CaseLate_ToRegency"), ("DINSOS", "CaseLate_ToRegency"), (Resident, "CaseLate_ToResident")],
        (Review, 1 or 2) => [("TKSK", "ReviewWaiting_ToTksk")],
        (Papers, 5) => [(Resident, "CaseClosedDocuments_ToResident")],
        (Papers, _) => [(Resident, "CaseDocumentsAwaited_ToResident")],
        (Confirmation, 3) => [(Resident, "AskResolved_ClosedSilently")],
        (Confirmation, _) => [(Resident, "AskResolved_Question")],
        (Heartbeat, _) => [(Resident, "CaseWaitingHere_ToResident")],
        (Visit, 1 or 2) => [("FA", "VisitSoon_ToOfficer"), (Resident, "CaseVisitSoon_ToResident")],
        (Visit, 3) => [("BO", "VisitMissed_ToOfficer")],
        (Visit, 4) => [("TKSK", "VisitMissed_ToOfficer")],
        (Acknowledgement, 1) => [("BO", "AgencySilent_ToOfficer")],
        (Acknowledgement, 2) => [("TKSK", "AgencySilent_ToOfficer")],
        (Answer, 1) => [(Desk, "CaseDue_ToOfficer")],
        (Answer, 2) => [("BO", "CaseLate_ToOfficer")],
        (Answer, 3) => [("TKSK", "CaseLate_ToOfficer")],
        (Review or Acknowledgement, 3) or (Answer, 4) => [("SLRT", "CaseLate_ToRegency"), ("DINSOS", "CaseLate_ToRegency")],
        _ => throw new ArgumentOutOfRangeException(nameof(step), $"{clock} {step}"),
    };

    public static int LevelOf(int clock, int step) => (clock, step) switch
    {
        (FirstCheck or Handling, >= 3) => step - 2,
        (Visit, 3 or 4) => step - 2,
        (Acknowledgement, _) => step,
        (Answer, _) => step - 1,
        (Review, 2 or 3) => step,
        _ => 0,
    };

    /// <summary>Reminders at the desk, of which a case has three at most.</summary>
    public static bool IsNudge(int clock, int step) => Of(clock, step).Any(told => told.To == Desk);
}
