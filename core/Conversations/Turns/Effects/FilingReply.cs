using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Conversations.Steps.Place;
using Puskesos.Core.Messaging;
using Puskesos.Core.People;
using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>The receipt, and the messages between the reporter and the person helped.</summary>
public sealed class FilingReply(Outbox outbox, TextCatalog texts, CaseClock clock)
{
    /// <summary>Ticket, code, who looks at it and by when; then what else the person should know.</summary>
    public IReadOnlyList<Say> Of(FiledCase filed, Draft draft, TurnView view)
    {
        var says = new List<Say> { Receipt(filed) };
        if (draft.Needs.Count > 1)
            says.Add(new Say(CaseUpdates.FileCase_Items, ("count", $"{draft.Needs.Count}"), ("needs", string.Join(", ", draft.Needs.Select(need => NeedReading.Label(need, view))))));
        if (filed.Awaited.Count > 0) says.Add(new Say(CaseUpdates.FileCase_ToFollow, ("documents", AskDocuments.Labels(filed.Awaited, view))));
        if (Routing(filed, view) is { } why) says.Add(why);
        if (filed.HelpedAsked) says.Add(new Say(CaseUpdates.FileCase_AwaitsHelped, ("name", draft.HelpedName ?? "")));
        return says;
    }

    /// <summary>The question to the person helped, the first message ever to that chat.</summary>
    public async Task AskHelpedAsync(TurnScope scope, FiledCase filed, Draft draft, CancellationToken cancellationToken)
    {
        var chat = filed.Case.HelpedConversationId!.Value;
        var notice = new Notice(Questions.ConfirmHelped_Question, ("regency", scope.View.Regency.Name), ("ticket", filed.Case.Ticket))
            .WithPersons("helper", draft.Name ?? "").WithPersons("name", draft.HelpedName ?? "");
        var message = NoticeMessage.Of(notice, texts.For(filed.Case.RegencyCode), TextCatalog.Indonesian, nameof(Step.ConfirmHelped));
        scope.Database.Outbox.Add(outbox.Compose(
            new OutboxTarget(chat, Channel.WhatsApp, filed.Case.Id), message, Questions.ConfirmHelped_Question, Priority.Status, dedupeKey: $"confirm-helped/{filed.Case.Id}"));
        await scope.Database.Conversations.Where(row => row.Id == chat && row.Step == Step.Greet)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Step, Step.ConfirmHelped), cancellationToken);
        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Keeps the answer of the person helped and tells the reporter, without a reason.</summary>
    public async Task HelpedAnsweredAsync(TurnScope scope, Case asked, bool agrees, CancellationToken cancellationToken)
    {
        asked.HelpedConsent = agrees ? HelpedConsent.Given : HelpedConsent.Refused;
        if (agrees && asked.HelpedId is { } person)
        {
            scope.Database.Consents.Add(new Consent { ResidentId = person, AddressId = scope.ConversationId, TextVersion = Consent.CurrentTextVersion, GivenAt = scope.Now });
            scope.ResidentId = person;
        }

        scope.Database.CaseEvents.Add(new CaseEvent { CaseId = asked.Id, At = scope.Now, Kind = CaseEventKind.Consent, ActorRole = "helped" });
        if (!agrees && asked.HelpedId is { } erased)
            await scope.Database.Residents.Where(row => row.Id == erased)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.EraseBy, scope.Now + Steps.Words.AskStopTickets.WithdrawalTime), cancellationToken);
        if (asked.ConversationId is { } reporter)
        {
            var name = await scope.Database.Residents.Where(row => row.Id == asked.HelpedId).Select(row => row.Name).SingleAsync(cancellationToken);
            var notice = agrees
                ? new Notice(CaseUpdates.ConfirmHelped_ToHelper, ("ticket", asked.Ticket)).WithPersons("name", name)
                : new Notice(CaseUpdates.ConfirmHelped_RefusedToHelper, ("ticket", asked.Ticket));
            scope.Database.Outbox.Add(outbox.Compose(
                new OutboxTarget(reporter, asked.Channel, asked.Id), NoticeMessage.Of(notice, texts.For(asked.RegencyCode), TextCatalog.Indonesian), notice.Key, Priority.Status,
                dedupeKey: $"helped-answer/{asked.Id}"));
        }

        await scope.Database.SaveChangesAsync(cancellationToken);
    }

    private Say Receipt(FiledCase filed)
    {
        var zone = clock.Of(filed.Unit).Zone;
        if (filed.IsOpen)
            return new Say(
                CaseUpdates.FileCase_Receipt,
                ("ticket", filed.Case.Ticket), ("code", filed.Code), ("unit", filed.Unit.Name),
                ("date", IndonesianFormat.Date(zone.DayOf(filed.Case.DueAt ?? filed.Case.FiledAt))));
        var opens = clock.Of(filed.Unit).NextOpening(filed.Case.FiledAt);
        return new Say(
            CaseUpdates.FileCase_ReceiptClosed,
            ("ticket", filed.Case.Ticket), ("code", filed.Code), ("unit", filed.Unit.Name),
            ("date", IndonesianFormat.Date(zone.DayOf(opens))), ("time", IndonesianFormat.Time(zone.TimeOf(opens), zone.Name)));
    }

    private static Say? Routing(FiledCase filed, TurnView view)
    {
        if (view.Places.Village(filed.Case.VillageCode) is not { } village) return null;
        var kind = VillageLists.KindName(village, view);
        return filed.Rule switch
        {
            RouteRule.SameSubDistrict => new Say(
                CaseUpdates.FileCase_NearestUnit, ("kind", kind), ("village", village.Name), ("unit", filed.Unit.Name), ("subdistrict", village.SubDistrictName)),
            RouteRule.SubDistrict => new Say(CaseUpdates.FileCase_SubDistrictUnit, ("kind", kind), ("village", village.Name), ("unit", filed.Unit.Name)),
            RouteRule.Regency or RouteRule.Slrt => new Say(CaseUpdates.FileCase_RegencyUnit, ("subdistrict", village.SubDistrictName), ("unit", filed.Unit.Name)),
            RouteRule.Bypass => new Say(CaseUpdates.FileCase_Bypass, ("unit", filed.Unit.Name)),
            _ => null,
        };
    }
}
