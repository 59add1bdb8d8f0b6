namespace Puskesos.Core.Reminders.Schedule;

/// <summary>What is waited for (the clocks of the domain sheet, section 7). Stored by number: never renumber.</summary>
public enum ClockKind
{
    /// <summary>A new or reopened case is waiting for somebody to begin.</summary>
    FirstCheck = 1,

    /// <summary>A need is worked on in the village.</summary>
    Handling = 2,

    /// <summary>A proposed referral waits for the TKSK.</summary>
    ReferralReview = 3,

    /// <summary>Papers of the resident are awaited.</summary>
    Documents = 4,

    /// <summary>The resident is asked whether it is settled.</summary>
    Confirmation = 5,

    /// <summary>The resident has heard nothing for long.</summary>
    Heartbeat = 6,

    /// <summary>A visit at the resident's home is planned.</summary>
    Visit = 7,

    /// <summary>An agency has not acknowledged a referral.</summary>
    Acknowledgement = 8,

    /// <summary>An agency's answer is awaited.</summary>
    AgencyAnswer = 9,

    /// <summary>An agency's answer is awaited longer than the law allows.</summary>
    LegalEnd = 10,

    /// <summary>The person for whom somebody else filed has not yet agreed.</summary>
    HelpedConsent = 11,
}
