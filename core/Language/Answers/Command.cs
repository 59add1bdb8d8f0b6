namespace Puskesos.Core.Language.Answers;

/// <summary>The words that work at every question.</summary>
public enum Command
{
    None,
    Menu,
    Report,
    CheckTicket,
    Back,
    Cancel,
    Skip,
    Done,
    AskHuman,
    Emergency,
    Objection,
    OpenNews,
    Stop,
    StartAgain,
    Scam,
    Indonesian,
    Javanese,
    JavaneseNgoko,
    Sundanese,
    OfficerTasks,
}
