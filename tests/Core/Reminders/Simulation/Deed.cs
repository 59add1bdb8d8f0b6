using Puskesos.Core.Cases;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>What a person does with a case of the simulation.</summary>
internal enum Deed
{
    File,
    StartCheck,
    AskDocuments,
    DocumentsCame,
    PlanVisit,
    AgreeVisit,
    ReportVisit,
    Handle,
    Propose,
    SendBack,
    Refer,
    Acknowledge,
    AgencyReturned,
    Resolve,
    Confirm,
    Reopen,
}

/// <summary>A deed that was really done.</summary>
/// <param name="Deed">What.</param>
/// <param name="At">The minute of the visit that it plans, or by which the agency should answer.</param>
internal readonly record struct Happening(Deed Deed, int At = 0);

/// <summary>A message that somebody must get: the minute, the person (<c>resident</c>, <c>FO</c>, <c>TKSK</c> …) and the text's key.</summary>
internal readonly record struct Told(int Minute, string To, string Key);

/// <summary>What was taken at a minute: the clock's and step's numbers, and whether it was told, skipped for a later one, one too many, or read about already.</summary>
internal readonly record struct Taken(int Minute, int Clock, int Step, char How);

/// <summary>How a case stands: its state, the minute by which it is due unless that rests, and how far up it has gone.</summary>
internal sealed record Standing(CaseStatus Status, int? Due, int Level);
