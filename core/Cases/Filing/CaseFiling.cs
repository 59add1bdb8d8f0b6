using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;

namespace Puskesos.Core.Cases.Filing;

/// <summary>Makes the case: unit, ticket, items, awaited papers, first lines of its history, and the officers' notice. Runs in the caller's transaction.</summary>
public sealed class CaseFiling(RunningNumbers numbers, CaseClock clock, DeskArrival desk, HelpedPerson helped, CasePin pins, FieldCipher cipher)
{
    /// <summary>The receipt's code has four digits (CONTRACT §4).</summary>
    private const int CodeEnd = 10_000;

    /// <summary>Files a complaint and says how it was routed.</summary>
    public async Task<FiledCase> FileAsync(BotDbContext database, FilingRequest request, CatalogueIndex catalogue, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var regency = await database.Set<Regency>().AsNoTracking().SingleAsync(row => row.Code == request.RegencyCode, cancellationToken);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(regency.TimeZoneId)).DateTime);
        var needs = request.Needs.Select(need => catalogue[need.Category]).ToList();
        var (unit, rule) = await RouteAsync(database, request, needs, today, cancellationToken);
        var number = await numbers.NextAsync(database, $"ticket/{regency.Code}/{today:yyMM}", cancellationToken);
        var code = RandomNumberGenerator.GetInt32(CodeEnd).ToString("0000", CultureInfo.InvariantCulture);
        var secrecy = (Secrecy)Math.Max((int)request.LeastSecrecy, needs.Max(need => need.Secrecy));
        var person = await helped.MakeAsync(database, request with { LeastSecrecy = secrecy }, cancellationToken);

        var filed = new Case
        {
            RegencyCode = regency.Code,
            Ticket = Ticket.Make(regency.AreaLetters!, today, number),
            CheckCode = cipher.Seal(code),
            Channel = request.Channel,
            ReporterId = request.ReporterId,
            ConversationId = request.ConversationId,
            ForWhom = request.ForWhom,
            HelpedId = person?.ResidentId,
            HelpedConversationId = person?.ConversationId,
            HelpedConsent = request.HelpedConsent,
            HelpedReason = request.HelpedReason,
            HelperRole = request.HelperRole,
            VillageCode = request.VillageCode,
            UnitCode = unit.Code,
            RouteRule = RouteNames.Of(rule),
            OwnerId = request.IsEmergency ? null : await desk.NextAsync(database, unit, request.ForWhom == ForWhom.Other ? null : request.ConversationId, cancellationToken),
            Status = CaseStatus.New,
            Secrecy = secrecy,
            IsEmergency = request.IsEmergency,
            Story = request.Story,
            AddressNote = request.AddressNote,
            PinCipher = request.Pin is { } pin ? pins.Seal(new MapPoint(pin.Latitude, pin.Longitude)) : null,
            Facts = request.Facts,
            FiledAt = now,
            DueAt = clock.CheckDue(unit),
            LastToldAt = now,
            IsTest = unit.IsTest,
            Items = [.. request.Needs.Select((need, at) => new CaseItem { Number = at + 1, CategoryCode = need.Category, Programme = need.Programme, Status = CaseStatus.New })],
            Events =
            [
                new CaseEvent { At = now, Kind = CaseEventKind.Filed, ToStatus = CaseStatus.New, OfficerId = request.EnteredBy, ActorRole = request.EnteredBy is null ? "resident" : request.EnteredAs, OnceKey = request.OnceKey },
                new CaseEvent { At = now, Kind = CaseEventKind.Routed, ActorRole = "system" },
            ],
        };
        database.Cases.Add(filed);
        await database.SaveChangesAsync(cancellationToken);
        var awaited = await AwaitPapersAsync(database, filed, needs, request.Documents, cancellationToken);
        await desk.TellAsync(database, filed, unit, cancellationToken);
        return new FiledCase(filed, code, unit, rule, awaited, clock.Of(unit).IsOpen(now), person?.Asked == true);
    }

    private static async Task<(PuskesosUnit Unit, RouteRule Rule)> RouteAsync(
        BotDbContext database, FilingRequest request, List<NeedCategory> needs, DateOnly today, CancellationToken cancellationToken)
    {
        var router = new PuskesosRouter(database);
        var decision = PlaceCode.IsVillage(request.VillageCode)
            ? await router.RouteAsync(request.VillageCode, CaseBypass.Of(request.IsEmergency, needs), request.Pin is { } pin ? new MapPoint(pin.Latitude, pin.Longitude) : null, today, cancellationToken)
            : await router.RouteWithoutPlaceAsync(request.RegencyCode, today, cancellationToken);
        if (decision.UnitCode is not { } code) throw new InvalidOperationException("No unit serves this village: the regency has neither a unit nor an SLRT.");
        return (await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(unit => unit.Code == code, cancellationToken), decision.Rule);
    }

    private static async Task<IReadOnlyList<string>> AwaitPapersAsync(
        BotDbContext database, Case filed, List<NeedCategory> needs, IReadOnlyList<FilingDocument> sent, CancellationToken cancellationToken)
    {
        var ids = sent.Select(paper => paper.DocumentId).ToArray();
        foreach (var document in await database.Documents.Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken))
        {
            document.CaseId = filed.Id;
            document.Kind = sent.First(paper => paper.DocumentId == document.Id).Kind ?? document.Kind;
        }

        var missing = new List<string>();
        foreach (var (need, at) in needs.Select((need, at) => (need, at)).Where(pair => pair.need.DocumentNeed == DocumentNeed.Required))
            foreach (var kind in need.RequiredDocuments)
            {
                var answer = sent.FirstOrDefault(paper => paper.Kind == kind && paper.IsReadable)?.DocumentId;
                database.AwaitedDocuments.Add(new Documents.AwaitedDocument { CaseId = filed.Id, ItemNumber = at + 1, Kind = kind, DocumentId = answer });
                if (answer is null && !missing.Contains(kind)) missing.Add(kind);
            }

        await database.SaveChangesAsync(cancellationToken);
        return missing;
    }
}

/// <summary>What a filing came to.</summary>
/// <param name="Case">The case as stored.</param>
/// <param name="Code">The kode cek in clear, for the receipt only.</param>
/// <param name="Unit">Who gets it.</param>
/// <param name="Rule">Why.</param>
/// <param name="Awaited">Papers still to come.</param>
/// <param name="IsOpen">The unit is open now.</param>
/// <param name="HelpedAsked">The person helped gets a message and is asked.</param>
public sealed record FiledCase(Case Case, string Code, PuskesosUnit Unit, RouteRule Rule, IReadOnlyList<string> Awaited, bool IsOpen, bool HelpedAsked);
