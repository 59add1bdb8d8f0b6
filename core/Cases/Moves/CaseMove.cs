namespace Puskesos.Core.Cases.Moves;

/// <summary>What somebody does with a need of a case (the table of DOMAIN §6).</summary>
public enum CaseMove
{
    /// <summary>"Mulai periksa": an officer begins to examine.</summary>
    StartCheck,

    /// <summary>Papers are asked for; the handling clock rests.</summary>
    AskDocuments,

    /// <summary>All papers asked for have come: back to where it was.</summary>
    DocumentsCame,

    /// <summary>Papers never came within thirty days.</summary>
    CloseForDocuments,
    PlanVisit,

    /// <summary>The visit's form is filled in.</summary>
    ReportVisit,

    /// <summary>"Tangani": worked on in the village.</summary>
    Handle,
    ProposeReferral,

    /// <summary>The TKSK sends a proposed referral back with a note.</summary>
    ReturnReferral,

    /// <summary>Sent to another agency.</summary>
    Refer,

    /// <summary>The agency sent it back.</summary>
    AgencyReturned,

    /// <summary>Finished with an outcome and a sentence; the resident is asked to confirm.</summary>
    Resolve,

    /// <summary>A proposed refusal is approved by a second person.</summary>
    Reject,
    Confirm,
    Reopen,

    /// <summary>KEBERATAN against a refusal.</summary>
    Object,
    Cancel,

    /// <summary>Joined to another ticket of the same need.</summary>
    Merge,

    /// <summary>The officer takes a joining back.</summary>
    Unmerge,
}
