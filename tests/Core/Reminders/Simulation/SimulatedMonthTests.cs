using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>
/// Six weeks of many units with officers of different diligence; every step of every clock is compared with the slow
/// model. PUSKESOS_SIMULATED_CASES and PUSKESOS_SIMULATED_UNITS make it as large as a regency (40000 and 305).
/// </summary>
public sealed class SimulatedMonthTests
{
    private static readonly int Cases = Setting("PUSKESOS_SIMULATED_CASES", 60);
    private static readonly int Units = Setting("PUSKESOS_SIMULATED_UNITS", 6);
    private static readonly int End = SlowOffice.MinuteOf(ReminderWorld.Wib("2026-12-18 16:00"));

    private readonly Random random = new(7);
    private readonly PriorityQueue<Planned, (int Minute, int Order)> planned = new();
    private int order;

    [Fact]
    public async Task Every_step_of_a_month_is_taken_as_the_slow_model_says()
    {
        var watch = Stopwatch.StartNew();
        await using var world = await ReminderWorld.CreateAsync("2026-11-01 00:00");
        var officers = await StaffAsync(world);
        for (var number = 0; number < Cases; number++) Plan(RandomMinute(1, 28), new Planned(number, null));

        var stories = await LiveAsync(world, officers);
        var actual = await TakenAsync(world);

        var wrong = new List<string>();
        foreach (var story in stories.Values)
        {
            var expected = new SlowClocks(story.FiledAt, story.HandlingDays).Run(story.Happened, End).OrderBy(Sorted).ToList();
            var found = actual[story.Case.Id].OrderBy(Sorted).ToList();
            if (!expected.SequenceEqual(found))
                wrong.Add($"{story.Case.Id} filed {SlowOffice.At(story.FiledAt):yyyy-MM-dd HH:mm}: missing {Say(expected.Except(found))}; unexpected {Say(found.Except(expected))}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{stories.Count} cases, {Units} units, {actual.Sum(taken => taken.Count())} steps taken, {watch.Elapsed.TotalSeconds:0} s");
        Assert.Equal(Cases, stories.Count);
        Assert.Empty(wrong.Take(5));
        await EachStepIsToldOnceAsync(world);
    }

    /// <summary>Every told step of officers has its notices, no row of the outbox tells the same to the same person twice.</summary>
    private static async Task EachStepIsToldOnceAsync(ReminderWorld world)
    {
        var rows = await world.QueryAsync(storage => storage.Outbox.AsNoTracking().Select(row => new { row.DedupeKey, row.ConversationId, row.NotBefore }).ToListAsync());
        var reminders = rows.Where(row => row.DedupeKey!.StartsWith("reminder/", StringComparison.Ordinal)).ToList();

        Assert.Equal(reminders.Count, reminders.DistinctBy(row => (row.DedupeKey, row.ConversationId)).Count());
        Assert.DoesNotContain(reminders, row => SlowOffice.MinuteOf(row.NotBefore) % SlowOffice.DayMinutes is < 7 * 60 or >= 20 * 60);
    }

    /// <summary>Moves the clock from event to event; in each minute people act first, then the tick comes.</summary>
    private async Task<Dictionary<int, Story>> LiveAsync(ReminderWorld world, Actor[] officers)
    {
        var stories = new Dictionary<int, Story>();
        while (true)
        {
            var next = Math.Min(planned.TryPeek(out _, out var first) ? first.Minute : End + 1, await NextDueAsync(world));
            if (next > End) return stories;
            world.Clock.SetUtcNow(SlowOffice.At(next));
            while (planned.TryPeek(out var act, out var at) && at.Minute == next)
            {
                planned.Dequeue();
                await ActAsync(world, officers, stories, act, next);
            }

            await world.RunJobAsync();
        }
    }

    private static async Task<int> NextDueAsync(ReminderWorld world) =>
        await world.QueryAsync(storage => storage.Set<DueReminder>().Where(row => row.DoneAt == null).MinAsync(row => (DateTimeOffset?)row.DueAt)) is { } due
            ? Math.Max(SlowOffice.MinuteOf(due), SlowOffice.MinuteOf(world.Clock.GetUtcNow()) + 1) : int.MaxValue;

    private async Task ActAsync(ReminderWorld world, Actor[] officers, Dictionary<int, Story> stories, Planned act, int now)
    {
        if (act.Move is not { } move)
        {
            var unit = act.Number % Units;
            var (category, days) = random.Next(3) == 0 ? ("KIS_MATI", 1) : ("BANSOS_USUL", 5);
            stories[act.Number] = new Story(await world.FileAsync(category, unit: unit), now, days);
            // Units differ: one in five never begins, the others after an hour up to six days.
            if (unit % 5 != 4) Plan(now + random.Next(60, 60 + unit % 5 * 2 * SlowOffice.DayMinutes), new Planned(act.Number, CaseMove.StartCheck));
            return;
        }

        var story = stories[act.Number];
        if (story.Happened.ContainsKey(now) || (await world.MoveAsync(story.Case, RequestOf(move), ActorOf(move, officers[act.Number % Units]))).Answer != MoveAnswer.Done) return;
        story.Happened[now] = move;
        if (Following(move) is { } next) Plan(now + random.Next(30, 5 * SlowOffice.DayMinutes), new Planned(act.Number, next));
    }

    private CaseMove? Following(CaseMove move) => (move, random.Next(10)) switch
    {
        (CaseMove.StartCheck, < 4) => CaseMove.AskDocuments,
        (CaseMove.StartCheck, < 9) => CaseMove.Resolve,
        (CaseMove.AskDocuments, < 6) => CaseMove.DocumentsCame,
        (CaseMove.DocumentsCame, < 8) => CaseMove.Resolve,
        (CaseMove.Resolve, < 4) => CaseMove.Confirm,
        (CaseMove.Resolve, < 6) => CaseMove.Reopen,
        (CaseMove.Reopen, < 8) => CaseMove.StartCheck,
        _ => null,
    };

    private static MoveRequest RequestOf(CaseMove move) => move switch
    {
        CaseMove.AskDocuments => new(move) { Documents = ["KTP"] },
        CaseMove.Resolve => new(move) { Outcome = Outcome.InformationGiven, Words = "Sudah dijelaskan." },
        _ => new(move),
    };

    private static Actor ActorOf(CaseMove move, Actor officer) => move switch
    {
        CaseMove.DocumentsCame => Actor.System,
        CaseMove.Confirm or CaseMove.Reopen => Actor.Resident,
        _ => officer,
    };

    private async Task<Actor[]> StaffAsync(ReminderWorld world)
    {
        await world.OfficerAsync("TKSK", Role.Tksk);
        await world.OfficerAsync("SLRT", Role.Slrt);
        var officers = new Actor[Units];
        for (var unit = 0; unit < Units; unit++)
        {
            await world.UnitAsync(unit);
            officers[unit] = await world.OfficerAsync($"FO{unit}", Role.FrontOffice, unit: unit);
            await world.OfficerAsync($"BO{unit}", Role.BackOffice, unit: unit);
        }

        return officers;
    }

    private static async Task<ILookup<long, Taken>> TakenAsync(ReminderWorld world)
    {
        var rows = await world.QueryAsync(storage => storage.Set<DueReminder>().AsNoTracking().Where(row => row.DoneAt != null).ToListAsync());
        return rows.ToLookup(row => row.CaseId, row => new Taken(SlowOffice.MinuteOf(row.DoneAt!.Value), (int)row.Clock, row.Step, row.Outcome switch
        {
            ReminderOutcome.Sent or ReminderOutcome.InDigest => 't',
            ReminderOutcome.Superseded => 's',
            ReminderOutcome.EnoughReminders => 'e',
            _ => '?',
        }));
    }

    private int RandomMinute(int firstDay, int lastDay) => random.Next((firstDay - 1) * SlowOffice.DayMinutes, lastDay * SlowOffice.DayMinutes);

    private void Plan(int minute, Planned act) => planned.Enqueue(act, (minute, order++));

    private static (int, int, int) Sorted(Taken taken) => (taken.Minute, taken.Clock, taken.Step);

    private static string Say(IEnumerable<Taken> taken) =>
        string.Join(", ", taken.Select(one => $"clock {one.Clock} step {one.Step} {one.How} at {SlowOffice.At(one.Minute):yyyy-MM-dd HH:mm}"));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;

    private sealed record Planned(int Number, CaseMove? Move);

    private sealed record Story(Case Case, int FiledAt, int HandlingDays)
    {
        public Dictionary<int, CaseMove> Happened { get; } = [];
    }
}
