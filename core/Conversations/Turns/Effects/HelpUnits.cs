using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Places;

namespace Puskesos.Core.Conversations;

/// <summary>Says which unit is asked to take a chat over. Whoever takes it reads what was said in it, so a complaint that goes past the village calls nobody there (DOMAIN §5, §9).</summary>
public static class HelpUnits
{
    /// <summary>The unit of the open ticket, of the draft's village, or the SLRT; the Dinas Sosial when the talk is about money taken from aid or about something secret.</summary>
    public static async Task<PuskesosUnit> FindAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        var draft = scope.View.Draft;
        var bypass = BypassOf(scope.View);
        if (bypass == RouteBypass.None && !draft.HasComplaint && await OfOpenCaseAsync(scope, cancellationToken) is { } open) return open;
        if (draft.VillageCode is { } village)
        {
            var decision = await new PuskesosRouter(scope.Database).RouteAsync(village, bypass, null, DateOnly.FromDateTime(scope.View.LocalNow.DateTime), cancellationToken);
            if (decision.UnitCode is { } code) return await scope.Database.Set<PuskesosUnit>().SingleAsync(unit => unit.Code == code, cancellationToken);
        }

        var kind = bypass == RouteBypass.ToDinsos ? UnitKind.Dinsos : UnitKind.Slrt;
        return await scope.Database.Set<PuskesosUnit>().Where(unit => unit.RegencyCode == scope.View.Regency.Code && (unit.Kind == kind || unit.Kind == UnitKind.Slrt))
            .OrderBy(unit => unit.Kind != kind).ThenBy(unit => unit.Code).FirstAsync(cancellationToken);
    }

    /// <summary>A need that is only guessed guards the talk too: the words by which it was guessed stand in it.</summary>
    private static RouteBypass BypassOf(TurnView view)
    {
        var needs = view.Draft.Needs.Concat(view.Draft.NeedGuess).Select(need => view.Catalogue.Find(need.Category)).OfType<NeedCategory>().ToList();
        return needs.Exists(need => need.Secrecy == (int)Secrecy.Secret) ? RouteBypass.ToDinsos : CaseBypass.Of(isEmergency: false, needs);
    }

    /// <summary>Of several open tickets the one that went past the village decides.</summary>
    private static Task<PuskesosUnit?> OfOpenCaseAsync(TurnScope scope, CancellationToken cancellationToken)
    {
        var (open, guarded) = (scope.View.OpenCases.Select(known => known.Id).ToArray(), RouteNames.Of(RouteRule.Bypass));
        return (
            from row in scope.Database.Cases
            where open.Contains(row.Id)
            join unit in scope.Database.Set<PuskesosUnit>() on row.UnitCode equals unit.Code
            orderby row.RouteRule != guarded, row.Id
            select unit).FirstOrDefaultAsync(cancellationToken);
    }
}
