using System.Collections.Frozen;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Reminders.Schedule;

/// <summary>Whom a step tells.</summary>
public enum Audience
{
    /// <summary>The front office of the unit, or the owner once somebody took the case.</summary>
    Desk,

    /// <summary>The back office of the unit, else its head.</summary>
    UnitLead,

    /// <summary>The TKSK of the sub-district.</summary>
    Tksk,

    /// <summary>SLRT and Dinsos of the regency.</summary>
    Regency,

    /// <summary>The fasilitator who visits, else the desk.</summary>
    Visitor,
}

/// <summary>What happens when a step falls due.</summary>
/// <param name="Level">The escalation level that the case reaches; 0 leaves it as it is.</param>
/// <param name="Tells">Which text goes to which officers.</param>
/// <param name="Resident">What the resident is told or what closes, if anything.</param>
public sealed record LadderStep(int Level, IReadOnlyList<(Audience To, string TextKey)> Tells, ResidentPart Resident = ResidentPart.None);

/// <summary>The resident's side of a step.</summary>
public enum ResidentPart
{
    None,

    /// <summary>The apology that the case is late, and who has it now (M25).</summary>
    Late,

    /// <summary>Papers are still awaited (M18).</summary>
    DocumentsAwaited,

    /// <summary>The case is closed because papers never came.</summary>
    CloseWithoutDocuments,

    /// <summary>Asked again whether it is settled (M22).</summary>
    AskSettled,

    /// <summary>Silence is taken for a yes.</summary>
    ConfirmBySilence,

    /// <summary>Still being worked on (M21).</summary>
    StillOpen,

    /// <summary>A visit is near.</summary>
    VisitSoon,

    /// <summary>The agency has let the legal time pass: where else to turn.</summary>
    LegalEnd,
}

/// <summary>The table of the domain sheet, section 7: what each step of each clock does. Late cases go up, not louder.</summary>
public static class ReminderLadder
{
    /// <summary>The level of SLRT and Dinsos, at which the resident is told of the delay.</summary>
    public const int RegencyLevel = 3;

    private static readonly FrozenDictionary<(ClockKind Clock, int Step), LadderStep> Steps = new Dictionary<(ClockKind, int), LadderStep>
    {
        [(ClockKind.FirstCheck, 1)] = Officers(0, (Audience.Desk, OfficerMessages.CaseNotOpened_ToOfficer)),
        [(ClockKind.FirstCheck, 2)] = Officers(0, (Audience.Desk, OfficerMessages.CaseNotOpened_ToOfficer)),
        [(ClockKind.FirstCheck, 3)] = Officers(1, (Audience.UnitLead, OfficerMessages.CaseLate_ToOfficer)),
        [(ClockKind.FirstCheck, 4)] = Officers(2, (Audience.Tksk, OfficerMessages.CasePushed_ToTksk)),
        [(ClockKind.FirstCheck, 5)] = AtRegency(),
        [(ClockKind.Handling, 1)] = Officers(0, (Audience.Desk, OfficerMessages.CaseDue_ToOfficer)),
        [(ClockKind.Handling, 2)] = Officers(0, (Audience.Desk, OfficerMessages.CaseDue_ToOfficer)),
        [(ClockKind.Handling, 3)] = Officers(1, (Audience.UnitLead, OfficerMessages.CaseLate_ToOfficer)),
        [(ClockKind.Handling, 4)] = Officers(2, (Audience.Tksk, OfficerMessages.CaseLate_ToOfficer)),
        [(ClockKind.Handling, 5)] = AtRegency(),
        [(ClockKind.ReferralReview, 1)] = Officers(0, (Audience.Tksk, OfficerMessages.ReviewWaiting_ToTksk)),
        [(ClockKind.ReferralReview, 2)] = Officers(2, (Audience.Tksk, OfficerMessages.ReviewWaiting_ToTksk)),
        [(ClockKind.ReferralReview, 3)] = Officers(RegencyLevel, (Audience.Regency, OfficerMessages.CaseLate_ToRegency)),
        [(ClockKind.Documents, 1)] = Resident(ResidentPart.DocumentsAwaited),
        [(ClockKind.Documents, 2)] = Resident(ResidentPart.DocumentsAwaited),
        [(ClockKind.Documents, 3)] = Resident(ResidentPart.DocumentsAwaited),
        [(ClockKind.Documents, 4)] = Resident(ResidentPart.DocumentsAwaited),
        [(ClockKind.Documents, 5)] = Resident(ResidentPart.CloseWithoutDocuments),
        [(ClockKind.Confirmation, 1)] = Resident(ResidentPart.AskSettled),
        [(ClockKind.Confirmation, 2)] = Resident(ResidentPart.AskSettled),
        [(ClockKind.Confirmation, 3)] = Resident(ResidentPart.ConfirmBySilence),
        [(ClockKind.Heartbeat, 1)] = Resident(ResidentPart.StillOpen),
        [(ClockKind.Visit, 1)] = new(0, [(Audience.Visitor, OfficerMessages.VisitSoon_ToOfficer)], ResidentPart.VisitSoon),
        [(ClockKind.Visit, 2)] = new(0, [(Audience.Visitor, OfficerMessages.VisitSoon_ToOfficer)], ResidentPart.VisitSoon),
        [(ClockKind.Visit, 3)] = Officers(1, (Audience.UnitLead, OfficerMessages.VisitMissed_ToOfficer)),
        [(ClockKind.Visit, 4)] = Officers(2, (Audience.Tksk, OfficerMessages.VisitMissed_ToOfficer)),
        [(ClockKind.Acknowledgement, 1)] = Officers(1, (Audience.UnitLead, OfficerMessages.AgencySilent_ToOfficer)),
        [(ClockKind.Acknowledgement, 2)] = Officers(2, (Audience.Tksk, OfficerMessages.AgencySilent_ToOfficer)),
        [(ClockKind.Acknowledgement, 3)] = Officers(RegencyLevel, (Audience.Regency, OfficerMessages.CaseLate_ToRegency)),
        [(ClockKind.AgencyAnswer, 1)] = Officers(0, (Audience.Desk, OfficerMessages.CaseDue_ToOfficer)),
        [(ClockKind.AgencyAnswer, 2)] = Officers(1, (Audience.UnitLead, OfficerMessages.CaseLate_ToOfficer)),
        [(ClockKind.AgencyAnswer, 3)] = Officers(2, (Audience.Tksk, OfficerMessages.CaseLate_ToOfficer)),
        [(ClockKind.AgencyAnswer, 4)] = Officers(RegencyLevel, (Audience.Regency, OfficerMessages.CaseLate_ToRegency)),
        [(ClockKind.LegalEnd, 1)] = Resident(ResidentPart.LegalEnd),
        [(ClockKind.HelpedConsent, 1)] = Officers(0, (Audience.Desk, OfficerMessages.HelpedPending_ToOfficer)),
    }.ToFrozenDictionary();

    /// <summary>What a step does.</summary>
    public static LadderStep Of(ClockKind clock, int step) => Steps[(clock, step)];

    /// <summary>Whether this step tells the resident that the case is late.</summary>
    public static bool TellsLate(ClockKind clock, int step) =>
        Steps.TryGetValue((clock, step), out var found) && found.Resident == ResidentPart.Late;

    private static LadderStep Officers(int level, params (Audience To, string TextKey)[] tells) => new(level, tells);

    private static LadderStep AtRegency() =>
        new(RegencyLevel, [(Audience.Regency, OfficerMessages.CaseLate_ToRegency)], ResidentPart.Late);

    private static LadderStep Resident(ResidentPart part) => new(0, [], part);
}
