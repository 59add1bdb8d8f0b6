using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>CEK: one's own tickets, or any ticket with its code.</summary>
public static class TicketTalk
{
    /// <summary>How long a closed case may be reopened (DOMAIN §6).</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(30);

    /// <summary>CEK: tells the only ticket, lists several, or asks for a number.</summary>
    public static StepResult Check(IncomingMessage message, TurnView view)
    {
        if (Ticket.FindWithCode(message.Text) is { } asked) return Match(asked.Ticket, asked.Code, view);
        var own = Own(view);
        return own.Count switch
        {
            0 when view.Draft.HasComplaint && view.Step != Step.ChooseService => StepResult.AskOn(view.Draft, new Say(Questions.TellStatus_NotSent)),
            0 => StepResult.Go(Trigger.AskTicket, view.Draft, new Say(Questions.TellStatus_None)),
            1 when own[0].Status.IsOpen() => StepResult.Go(After(view), view.Draft, Told(own[0], view)) with { AsksNext = view.Draft.HasComplaint },
            _ => StepResult.Go(Trigger.ListTickets, view.Draft with { Tickets = [.. own.Select(known => known.Ticket)], TicketAsked = own.Count == 1 ? own[0].Ticket : null }),
        };
    }

    /// <summary>Compares a ticket and a code; wrong, unknown, paused, S1 and S2 answer with one and the same text.</summary>
    public static StepResult Match(string ticket, string code, TurnView view)
    {
        var found = view.LookedUp.FirstOrDefault(known => known.Case.Ticket == ticket);
        var matches = found is { IsPaused: false, Case.Secrecy: Secrecy.Ordinary } && !view.LookupPaused
            && (found.CheckCode == code || found.PhoneLastFour == code);
        return matches
            ? StepResult.Go(After(view), view.Draft with { TicketAsked = null }, Told(found!.Case, view))
                .With(new TurnEffect.RecordLookup(ticket, true)) with
            { AsksNext = view.Draft.HasComplaint }
            : StepResult.Go(Trigger.AskCode, view.Draft with { TicketAsked = ticket }, Say.Ask(Questions.AskTicketCode_NotFound))
                .With(new TurnEffect.RecordLookup(ticket, false)) with
            { AsksNext = false };
    }

    /// <summary>Number, state, unit and the date of the next news; no name, need or story.</summary>
    public static Say Told(CaseBrief known, TurnView view) => new(
        Questions.TellStatus_One,
        ("ticket", known.Ticket),
        ("status", StatusWords(known, view)),
        ("unit", known.UnitName),
        ("date", IndonesianFormat.Date(LocalDate(known.NextNewsAt ?? view.Now, view))));

    /// <summary>The person's own cases that CEK may name: S1 never; a merged one only where the ticket that goes on is somebody else's, so that it leads there.</summary>
    public static IReadOnlyList<CaseBrief> Own(TurnView view) =>
        [.. view.Cases.Where(known => known.Secrecy != Secrecy.Secret && (known.Status != CaseStatus.Duplicate || view.Cases.All(other => other.Ticket != known.OtherTicket)))];

    /// <summary>What a state is called for residents.</summary>
    public static string StatusWords(CaseStatus status, TurnView view) => view.Texts.Get($"CaseStatus_{status}", view.Language);

    /// <summary>The same with the agency or the other ticket in its place.</summary>
    public static string StatusWords(CaseBrief known, TurnView view) => TextFill.Fill(
        StatusWords(known.Status, view), ("agency", known.Agency ?? view.Texts.Get(CaseUpdates.CaseStatus_SomeAgency, view.Language)), ("other", known.OtherTicket ?? ""));

    /// <summary>The time of an instant where the regency lies, with its zone.</summary>
    public static string LocalTime(DateTimeOffset at, TurnView view) =>
        IndonesianFormat.Time(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(view.Regency.TimeZoneId)).DateTime), Calendar.IndonesianZone.OfArea(view.Regency.Code).Name);

    /// <summary>The day of an instant where the regency lies.</summary>
    public static DateOnly LocalDate(DateTimeOffset at, TurnView view) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(view.Regency.TimeZoneId)).DateTime);

    /// <summary>Back to a draft that was begun, else to rest.</summary>
    public static Trigger After(TurnView view) => view.Draft.HasComplaint ? Trigger.Resume : Trigger.Done;
}
