using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Obstacles;
using Puskesos.Core.Officers;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.Places;
using Puskesos.Core.Reports;
using Puskesos.Core.Storage;

namespace Puskesos.Tests.Core.Reports;

/// <summary>What officers keep beside the cases: proposals for the ministry's data, obstacles, bulletins; and the last two counted one by one in C#.</summary>
internal static class PlainDesk
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    /// <summary>Proposals from every third case, entered and answered weeks later; obstacles of three units; bulletins for the regency and for a sub-district.</summary>
    public static async Task FillAsync(BotDbContext storage, long first, long second, CancellationToken cancellationToken)
    {
        await storage.Database.ExecuteSqlAsync($"""
            insert into data_proposals (regency_code, case_id, resident_id, village_code, kind, proposed_at, proposed_by, entered_at, entered_by, answered_at, answered_by, was_accepted)
            select c.regency_code, c.id, c.reporter_id, c.village_code, 1 + c.id % 4, c.filed_at, {first},
                case when c.id % 2 = 0 then c.filed_at + c.id % 20 * interval '1 day' end, case when c.id % 2 = 0 then {first} end,
                case when c.id % 4 = 0 then c.filed_at + c.id % 50 * interval '1 day' end, case when c.id % 4 = 0 then {second} end, case when c.id % 4 = 0 then c.id % 8 = 0 end
            from cases c where c.id % 3 = 0 or c.closed_at < '2026-09-20'
            """, cancellationToken);
        var units = new[] { DeskWorld.Jatibogor, DeskWorld.Yamansari, DeskWorld.Slrt };
        for (var day = 0; day < 60; day += 3)
        {
            var reported = new DateTimeOffset(2026, 9, 10, 10, 0, 0, Wib).AddDays(day).ToUniversalTime();
            storage.Add(new Obstacle
            {
                RegencyCode = DeskWorld.Tegal,
                UnitCode = units[day / 3 % units.Length],
                Kind = ObstacleKind.Equipment,
                Words = [1],
                ReportedAt = reported,
                ReportedBy = first,
                ClosedAt = day % 2 == 0 ? reported.AddDays(day) : null,
            });
        }

        var news = new List<Bulletin>();
        for (var day = 0; day < 60; day += 7)
            news.Add(new Bulletin
            {
                RegencyCode = DeskWorld.Tegal,
                AreaCode = day % 2 == 0 ? DeskWorld.Tegal : DeskWorld.Suradadi,
                Title = "Aturan baru",
                Words = "Mohon dibaca",
                PublishedAt = new DateTimeOffset(2026, 9, 12, 9, 0, 0, Wib).AddDays(day).ToUniversalTime(),
                PublishedBy = day == 21 ? first : second,
                WithdrawnAt = day == 35 ? new DateTimeOffset(2026, 11, 1, 9, 0, 0, Wib).ToUniversalTime() : null,
            });
        storage.AddRange(news);
        await storage.SaveChangesAsync(cancellationToken);
        // Read at once, only after the month was over, or never.
        storage.AddRange(news.Where((_, place) => place % 3 != 2).Select((one, place) => new BulletinRead { BulletinId = one.Id, OfficerId = first, ReadAt = one.PublishedAt.AddDays(place % 2 == 0 ? 1 : 40) }));
        await storage.SaveChangesAsync(cancellationToken);
    }

    public static async Task<Dictionary<string, double?>> CountAsync(DeskWorld world, ReportScope scope, (DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf) at)
    {
        await using var work = world.Open();
        var units = await work.Storage.Set<PuskesosUnit>().AsNoTracking().ToDictionaryAsync(unit => unit.Code);
        var counts = new Dictionary<string, double?> { ["obstacles"] = 0, ["obstacles-open"] = 0 };
        foreach (var one in await work.Storage.Set<Obstacle>().AsNoTracking().ToListAsync())
        {
            if (scope.Kind == ScopeKind.Unit ? one.UnitCode != scope.Code : !units[one.UnitCode].AreaCode.StartsWith(scope.Code, StringComparison.Ordinal)) continue;
            if (one.ReportedAt >= at.From && one.ReportedAt < at.To) counts["obstacles"]++;
            if (one.ReportedAt < at.AsOf && !(one.ClosedAt < at.AsOf)) counts["obstacles-open"]++;
        }

        if (scope.IsWholeRegency) counts["bulletins"] = await UnreadAsync(work, units, at);
        return counts;
    }

    /// <summary>Each bulletin of the period put before each officer whom it is for.</summary>
    private static async Task<int> UnreadAsync(DeskWork work, Dictionary<string, PuskesosUnit> units, (DateTimeOffset From, DateTimeOffset To, DateTimeOffset AsOf) at)
    {
        var officers = await work.Storage.Users.AsNoTracking().Include(officer => officer.Roles).Where(officer => officer.IsActive).ToListAsync();
        var reads = await work.Storage.Set<BulletinRead>().AsNoTracking().ToListAsync();
        var unread = 0;
        foreach (var news in await work.Storage.Set<Bulletin>().AsNoTracking().ToListAsync())
            foreach (var officer in officers)
            {
                if (news.PublishedAt < at.From || news.PublishedAt >= at.To || news.WithdrawnAt is not null || news.PublishedBy == officer.Id) continue;
                if (!officer.Roles.Any(role => Concerns(news, role, units))) continue;
                if (!reads.Any(read => read.BulletinId == news.Id && read.OfficerId == officer.Id && read.ReadAt < at.AsOf)) unread++;
            }

        return unread;
    }

    private static bool Concerns(Bulletin news, OfficerRole role, Dictionary<string, PuskesosUnit> units) =>
        news.AreaCode == news.RegencyCode || role.AreaCode == news.AreaCode || (units.TryGetValue(role.AreaCode, out var unit) && unit.AreaCode.StartsWith(news.AreaCode, StringComparison.Ordinal));
}
