using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Steps.Need;
using Puskesos.Core.Conversations.Steps.Place;
using Puskesos.Core.Places;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>The receipt.</summary>
public sealed class FilingReply(CaseClock clock)
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
