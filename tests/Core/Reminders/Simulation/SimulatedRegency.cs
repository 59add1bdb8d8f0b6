using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Conversations;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.People;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>A case of the simulation, and what really happened to it.</summary>
internal sealed class Story(Case filed, int filedAt, int handlingDays)
{
    public Case Case { get; } = filed;

    public int FiledAt { get; } = filedAt;

    public int HandlingDays { get; } = handlingDays;

    public Dictionary<int, Happening> Happened { get; } = [];
}

/// <summary>The units, officers and residents of the simulation and how their deeds are done through the product.</summary>
internal sealed class SimulatedRegency(ReminderWorld world, int units, Random[] dice)
{
    private const int AtOnce = 2000;
    private static readonly ReferralForm Form = new() { Agency = "RSUD", Summary = "Perlu kursi roda", Request = "Mohon dilayani" };
    private static readonly VisitForm Report = new() { Met = "Ibu", Advice = "Dibantu" };

    private readonly Dictionary<string, Actor> officers = [];
    private readonly VisitAnswers visits = world.Make<VisitAnswers>();
    private readonly ReferralNews referrals = world.Make<ReferralNews>();
    private long[] chats = [];
    private long[] residents = [];

    /// <summary>The officers of every unit, their TKSK, SLRT and Dinsos; and the residents with their chats.</summary>
    public async Task FillAsync()
    {
        foreach (var (name, role) in new[] { ("TKSK", Role.Tksk), ("SLRT", Role.Slrt), ("DINSOS", Role.Dinsos) }) officers[name] = await world.OfficerAsync(name, role);
        for (var unit = 0; unit < units; unit++)
        {
            await world.UnitAsync(unit);
            foreach (var (name, role) in new[] { ("FO", Role.FrontOffice), ("BO", Role.BackOffice), ("FA", Role.Fasilitator) }) officers[name + unit] = await world.OfficerAsync(name + unit, role, unit: unit);
        }

        (chats, residents) = (new long[dice.Length], new long[dice.Length]);
        for (var first = 0; first < dice.Length; first += AtOnce) await PeopleAsync(first, Math.Min(AtOnce, dice.Length - first));
    }

    /// <summary>The case whose resident reads this chat; null for an officer's chat.</summary>
    public Dictionary<long, int> NumbersByChat() => chats.Select((chat, number) => (chat, number)).ToDictionary(pair => pair.chat, pair => pair.number);

    /// <summary>Files a case at a unit.</summary>
    public Task<Story> FileAsync(int number, int now) => world.ChangeAsync(async storage =>
    {
        var (category, days) = dice[number].Next(3) == 0 ? ("KIS_MATI", 1) : ("BANSOS_USUL", 5);
        var at = SlowOffice.At(now).ToUniversalTime();
        var made = new Case
        {
            RegencyCode = "33.28",
            Ticket = string.Create(CultureInfo.InvariantCulture, $"TGL-2611-{number:00000}-0"),
            CheckCode = [1],
            Channel = Channel.Telegram,
            ReporterId = residents[number],
            ConversationId = chats[number],
            VillageCode = "33.28.16.2007",
            UnitCode = $"UNIT-{number % units}",
            RouteRule = "own_village",
            Story = "belum pernah dapat bantuan",
            FiledAt = at,
            LastToldAt = at,
            DueAt = SlowOffice.At(SlowOffice.ClosingOf(SlowOffice.WorkingDaysLater(SlowOffice.DayOf(SlowOffice.NextOpen(now)), 1))).ToUniversalTime(),
        };
        made.Items.Add(new CaseItem { Number = 1, CategoryCode = category });
        made.Events.Add(new CaseEvent { At = at, Kind = CaseEventKind.Filed, ActorRole = "resident", ToStatus = CaseStatus.New });
        storage.Cases.Add(made);
        await storage.SaveChangesAsync();
        return new Story(made, now, days);
    });

    /// <summary>Does the deed, if the case's state allows it now.</summary>
    public async Task<bool> DoAsync(Story story, int number, Happening deed) => (await world.ChangeAsync(async storage =>
    {
        var found = await storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == story.Case.Id);
        var actor = ActorOf(deed.Deed, number % units);
        return deed.Deed switch
        {
            Deed.AgreeVisit => await AgreeAsync(storage, found),
            Deed.Acknowledge => await ReferralBook.CurrentAsync(storage, found.Id, null, default) is { State: ReferralState.Sent } sent
                ? await SavedAsync(storage, await referrals.HeardAsync(storage, found, sent.Id, ReferralState.Received, null, actor, default)) : new MoveResult(MoveAnswer.NotAllowed),
            _ => await world.Make<CaseMoves>().ApplyAsync(storage, found, RequestOf(deed, number % units), actor, default),
        };
    })).Answer == MoveAnswer.Done;

    private static async Task<MoveResult> SavedAsync(Puskesos.Core.Storage.BotDbContext storage, MoveResult result)
    {
        await storage.SaveChangesAsync();
        return result;
    }

    private async Task<MoveResult> AgreeAsync(Puskesos.Core.Storage.BotDbContext storage, Case visited)
    {
        var ahead = await VisitBook.AheadAsync(storage, visited.Id, default);
        var may = visited.Status == CaseStatus.Visit && ahead is { AgreedAt: null, MissedAt: null };
        return new MoveResult(may && await visits.AgreeAsync(storage, visited, default) is not null ? MoveAnswer.Done : MoveAnswer.NotAllowed);
    }

    private MoveRequest RequestOf(Happening deed, int unit) => deed.Deed switch
    {
        Deed.AskDocuments => new(CaseMove.AskDocuments) { Documents = ["KTP"] },
        Deed.PlanVisit => new(CaseMove.PlanVisit) { Visit = new VisitPlan(SlowOffice.At(deed.At), officers["FA" + unit].OfficerId!.Value) },
        Deed.ReportVisit => new(CaseMove.ReportVisit) { Report = Report },
        Deed.Propose => new(CaseMove.ProposeReferral) { Referral = Form },
        Deed.SendBack => new(CaseMove.ReturnReferral) { Words = "Lengkapi dulu" },
        Deed.Refer => new(CaseMove.Refer) { Referral = new ReferralForm { AnswerDueAt = SlowOffice.At(deed.At) } },
        Deed.AgencyReturned => new(CaseMove.AgencyReturned) { Words = "Bukan wewenang" },
        Deed.Resolve => new(CaseMove.Resolve) { Outcome = Outcome.InformationGiven, Words = "Sudah dijelaskan." },
        _ => new(Enum.Parse<CaseMove>(deed.Deed.ToString())),
    };

    private Actor ActorOf(Deed deed, int unit) => deed switch
    {
        Deed.DocumentsCame => Actor.System,
        Deed.Confirm or Deed.Reopen => Actor.Resident,
        Deed.StartCheck or Deed.AskDocuments => officers["FO" + unit],
        Deed.ReportVisit => officers["FA" + unit],
        Deed.Refer or Deed.SendBack => officers["TKSK"],
        _ => officers["BO" + unit],
    };

    private Task<int> PeopleAsync(int first, int count) => world.ChangeAsync(async storage =>
    {
        var now = world.Clock.GetUtcNow();
        var people = Enumerable.Range(0, count).Select(_ => new Resident { RegencyCode = "33.28", Name = "Sarinah", CreatedAt = now }).ToList();
        var addresses = Enumerable.Range(first, count).Select(number => new ChannelAddress
        {
            Channel = Channel.Telegram,
            AddressCipher = [1],
            AddressIndex = BitConverter.GetBytes(number),
            FirstSeenAt = now,
        }).ToList();
        storage.AddRange(people);
        storage.AddRange(addresses);
        await storage.SaveChangesAsync();
        storage.AddRange(addresses.Select(address => new Conversation { Id = address.Id, RegencyCode = "33.28" }));
        for (var place = 0; place < count; place++) (chats[first + place], residents[first + place]) = (addresses[place].Id, people[place].Id);
        return await storage.SaveChangesAsync();
    });
}
