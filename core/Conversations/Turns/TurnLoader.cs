using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Messaging;
using Puskesos.Core.People;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;
using Puskesos.Core.Storage.Protection;
using Puskesos.Core.Texts;

namespace Puskesos.Core.Conversations;

/// <summary>Loads what the turns of a whole batch may know: set-based, a fixed number of queries however many talks there are.</summary>
public sealed class TurnLoader(LivePlaceIndex places, CatalogueSnapshot catalogue, TextCatalog texts, WorkCalendarBook calendars, FieldCipher cipher, TurnCases cases)
{
    /// <summary>So many people of one phone are offered by name; more do not fit a short question.</summary>
    private const int MostShared = 5;

    /// <summary>The unread messages and views of these talks.</summary>
    public async Task<IReadOnlyList<LoadedTurn>> LoadAsync(BotDbContext database, long[] ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var talks = await database.Conversations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken);
        var addresses = await database.Addresses.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var waiting = talks.SelectMany(talk => talk.Waiting).ToArray();
        var inbox = await database.Inbox.AsNoTracking()
            .Where(row => (ids.Contains(row.ConversationId!.Value) && row.ProcessedAt == null && row.ParkedAt == null) || waiting.Contains(row.Id))
            .OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var messages = inbox.ToLookup(row => row.ConversationId!.Value);
        var people = await PeopleAsync(database, talks, cancellationToken);
        var consents = await ConsentsAsync(database, ids, cancellationToken);
        var regencies = await database.Set<Regency>().AsNoTracking().Where(row => row.AreaLetters != null).ToDictionaryAsync(row => row.Code, cancellationToken);
        var news = (await database.Outbox.Where(row => ids.Contains(row.ConversationId) && row.Status == OutboxStatus.AwaitingWindow)
            .Select(row => row.ConversationId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var loaded = new List<LoadedTurn>();
        foreach (var talk in talks)
        {
            var here = people[talk.Id].Select(row => Known(row, consents.Contains((row.Id, talk.Id)))).ToList();
            var known = here.Find(person => person.Resident.Id == talk.ResidentId);
            var draft = talk.DraftCipher is { } box ? JsonSerializer.Deserialize<Draft>(cipher.Open(box)) ?? Draft.Empty : Draft.Empty;
            var unread = messages[talk.Id].Where(row => row.ProcessedAt is null).Select(Open).ToList();
            var address = addresses[talk.Id];
            var view = new TurnView
            {
                ConversationId = talk.Id,
                Channel = address.Channel,
                Now = now,
                Regency = regencies[talk.RegencyCode],
                Served = regencies,
                Catalogue = catalogue.Of(talk.RegencyCode),
                Places = places.Current,
                Words = catalogue.Words,
                Texts = texts.For(talk.RegencyCode),
                Language = talk.Language,
                LanguageChosen = talk.LanguageChosen,
                Step = talk.Step,
                Draft = draft,
                DraftStartedAt = talk.DraftStartedAt,
                DraftWasErased = (talk.DraftStartedAt is not null && talk.DraftCipher is null) || now - talk.DraftStartedAt > Draft.Lifetime,
                LastInboundAt = talk.LastInboundAt,
                WasNudged = talk.NudgedAt is { } nudged && nudged > talk.LastInboundAt,
                Misunderstood = talk.Misunderstood,
                Resident = known?.Resident,
                OthersHere = [.. here.Where(person => person != known && person.Resident.Name.Length > 0).Take(MostShared)],
                PhoneKnown = known?.HasPhone == true || address.PhoneLastFour is not null,
                Waiting = [.. messages[talk.Id].Where(row => talk.Waiting.Contains(row.Id)).Select(Open)],
                NoticesStopped = address.NoticesStoppedAt is not null,
                NewsWaiting = news.Contains(talk.Id),
                Office = Hours(talk.RegencyCode, now),
            };
            if (view.DraftWasErased) view = view with { Draft = Draft.Empty, Step = Step.Greet, Waiting = [] };
            loaded.Add(new LoadedTurn(talk, view, unread));
        }

        var files = await FilesFirst.LoadAsync(database, cipher, loaded.SelectMany(turn => turn.Messages.Concat(turn.View.Waiting)), loaded.Select(turn => turn.View.Draft), cancellationToken);
        if (files.Count > 0) loaded = [.. loaded.Select(turn => turn with { View = turn.View with { Files = files, Draft = FilesFirst.Update(turn.View.Draft, files) } })];
        return await cases.AddAsync(database, loaded, cancellationToken);
    }

    private OfficeHours Hours(string regency, DateTimeOffset now)
    {
        var working = calendars.Current.For(new Office(regency));
        return new OfficeHours(working.IsOpen(now), working.NextOpening(now));
    }

    private IncomingMessage Open(InboxMessage row)
    {
        var message = row.Content is { } content ? JsonSerializer.Deserialize<IncomingMessage>(cipher.Open(content)) : null;
        return (message ?? Unreadable(row)) with { InboxId = row.Id, ReceivedAt = row.ReceivedAt };
    }

    private static IncomingMessage Unreadable(InboxMessage row) =>
        new() { Channel = row.Channel, ExternalId = row.ExternalId, Address = "", Kind = IncomingKind.Unreadable };

    private static KnownPerson Known(PersonRow row, bool consented) => new(new KnownResident(row.Id, row.Name, consented), row.HasPhone);

    /// <summary>Who talks now, and the others who have told their name at the same address, the latest first.</summary>
    private static async Task<ILookup<long, PersonRow>> PeopleAsync(BotDbContext database, List<Conversation> talks, CancellationToken cancellationToken)
    {
        var current = talks.Select(talk => talk.ResidentId).OfType<long>().ToArray();
        var addresses = talks.Select(talk => talk.Id).ToArray();
        var talking = await database.Residents.AsNoTracking().Where(row => current.Contains(row.Id))
            .Select(row => new PersonRow(row.Id, row.Name, row.PhoneIndex != null)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var known = await database.ResidentAddresses.AsNoTracking().Where(row => addresses.Contains(row.AddressId))
            .Join(database.Residents.Where(row => row.ErasedAt == null), row => row.ResidentId, person => person.Id, (row, person) => new { row.AddressId, row.LastUsedAt, Person = person })
            .OrderByDescending(row => row.LastUsedAt)
            .Select(row => new { row.AddressId, Person = new PersonRow(row.Person.Id, row.Person.Name, row.Person.PhoneIndex != null) }).ToListAsync(cancellationToken);
        return talks.Where(talk => talk.ResidentId is { } id && talking.ContainsKey(id)).Select(talk => (talk.Id, Person: talking[talk.ResidentId!.Value]))
            .Concat(known.Select(row => (Id: row.AddressId, row.Person))).Distinct()
            .ToLookup(pair => pair.Id, pair => pair.Person);
    }

    private static async Task<HashSet<(long Resident, long Address)>> ConsentsAsync(BotDbContext database, long[] addresses, CancellationToken cancellationToken)
    {
        var given = await database.Consents.AsNoTracking()
            .Where(row => addresses.Contains(row.AddressId!.Value) && row.WithdrawnAt == null && row.TextVersion == Consent.CurrentTextVersion)
            .Select(row => new { row.ResidentId, row.AddressId }).ToListAsync(cancellationToken);
        return [.. given.Select(row => (row.ResidentId, row.AddressId!.Value))];
    }

    private sealed record PersonRow(long Id, string Name, bool HasPhone);
}

/// <summary>A talk with its unread messages, ready for its turn.</summary>
public sealed record LoadedTurn(Conversation Talk, TurnView View, IReadOnlyList<IncomingMessage> Messages);
