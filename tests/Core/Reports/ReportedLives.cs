using System.Globalization;
using Puskesos.Core.Cases;
using Puskesos.Core.Messaging;

namespace Puskesos.Tests.Core.Reports;

/// <summary>Invents cases with their whole history: checked or not, with papers, visits, reviews and referrals, refused, reopened, confirmed.</summary>
internal sealed class ReportedLives(int seed, DateTimeOffset first, TimeSpan span)
{
    private static readonly string[] Categories = ["KIS_MATI", "BANSOS_USUL", "SKTM", "ADMINDUK", "PUNGLI", "DISABILITAS"];
    private static readonly string[] Villages = ["33.28.16.2007", "33.28.16.2001", "33.28.06.2005"];
    private readonly Random random = new(seed);
    private int number;

    public Case Next(long resident, long chat, byte[] code, string[] units)
    {
        var filedAt = first + (span * random.NextDouble());
        var filed = new Case
        {
            RegencyCode = DeskWorld.Tegal,
            Ticket = string.Create(CultureInfo.InvariantCulture, $"TGL-2610-{++number:0000}-0"),
            CheckCode = code,
            Channel = (Channel)(1 + random.Next(4)),
            ReporterId = resident,
            ConversationId = chat,
            VillageCode = Villages[random.Next(Villages.Length)],
            UnitCode = units[random.Next(units.Length)],
            RouteRule = "own_village",
            Secrecy = random.Next(12) switch { 0 => Secrecy.Confidential, 1 => Secrecy.Secret, _ => Secrecy.Ordinary },
            Story = "x",
            FiledAt = filedAt,
            LastToldAt = filedAt,
            PpksKind = random.Next(4) == 0 ? 8 + random.Next(2) : null,
            IsTest = random.Next(15) == 0,
            ReopenedCount = 0,
        };
        var item = new CaseItem { Number = 1, CategoryCode = Categories[random.Next(Categories.Length)], Programme = random.Next(3) == 0 ? "PKH" : null };
        filed.Items.Add(item);
        filed.Events.Add(new CaseEvent { At = filedAt, Kind = CaseEventKind.Filed, ToStatus = CaseStatus.New, ActorRole = "resident" });
        Live(filed, item);
        return filed;
    }

    private void Live(Case filed, CaseItem item)
    {
        if (random.Next(8) == 0) return;
        filed.FirstCheckedAt = Move(filed, item, CaseStatus.UnderReview, 60, "front-office");
        for (var steps = random.Next(4); steps > 0; steps--) Detour(filed, item);
        if (random.Next(5) == 0) return;
        if (random.Next(7) == 0)
        {
            filed.ClosedAt = Move(filed, item, CaseStatus.Rejected, 30, "back-office");
            if (random.Next(2) == 0) return;
            Reopen(filed, item);
        }

        Resolve(filed, item);
        if (random.Next(3) == 0) return;
        filed.ClosedAt = Move(filed, item, CaseStatus.Confirmed, 200, random.Next(2) == 0 ? "resident" : "system");
        if (random.Next(6) == 0) Reopen(filed, item);
    }

    private void Detour(Case filed, CaseItem item)
    {
        switch (random.Next(4))
        {
            case 0:
                Move(filed, item, CaseStatus.NeedsDocuments, 20, "front-office");
                Move(filed, item, CaseStatus.UnderReview, 200, "system");
                break;
            case 1:
                Move(filed, item, CaseStatus.Visit, 20, "back-office");
                Move(filed, item, CaseStatus.InProgress, 70, "fasilitator");
                break;
            case 2:
                Move(filed, item, CaseStatus.ReferralReview, 20, "back-office");
                Move(filed, item, random.Next(3) == 0 ? CaseStatus.InProgress : CaseStatus.Referred, 30, "tksk");
                break;
            default:
                filed.Events.Add(new CaseEvent { At = filed.Events[^1].At.AddHours(1), Kind = CaseEventKind.Escalated, ActorRole = "system", Details = $$"""{"Level":{{1 + random.Next(3)}},"Outcome":1}""" });
                break;
        }
    }

    private void Resolve(Case filed, CaseItem item)
    {
        filed.ResolvedAt = Move(filed, item, CaseStatus.Resolved, 100, "back-office");
        (item.Outcome, filed.Rating) = ((Outcome)(1 + random.Next(8)), random.Next(2) == 0 ? 1 + random.Next(4) : null);
    }

    private void Reopen(Case filed, CaseItem item)
    {
        Move(filed, item, CaseStatus.Reopened, 50, "resident");
        (filed.ClosedAt, filed.ResolvedAt, item.Outcome) = (null, null, null);
        filed.ReopenedCount++;
    }

    private DateTimeOffset Move(Case filed, CaseItem item, CaseStatus to, int mostHours, string role)
    {
        var at = filed.Events[^1].At.AddHours(0.1 + (random.NextDouble() * mostHours));
        filed.Events.Add(new CaseEvent { At = at, Kind = CaseEventKind.Moved, ItemNumber = 1, FromStatus = item.Status, ToStatus = to, ActorRole = role });
        (item.Status, filed.Status) = (to, to);
        return at;
    }
}
