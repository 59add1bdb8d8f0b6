using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Digests;

namespace Puskesos.Tests.Core.Reminders.Simulation;

/// <summary>
/// Six weeks of many units with officers of different diligence; every step of every clock, every escalation and every
/// message is compared with the slow model. PUSKESOS_SIMULATED_CASES and PUSKESOS_SIMULATED_UNITS make it as large as a
/// regency: ./deploy/test month.
/// </summary>
public sealed class SimulatedMonthTests
{
    /// <summary>People of a large simulation act every quarter of an hour: as many deeds, fewer moments.</summary>
    private const int Large = 2_000, LargeGrid = 15, AtOnce = 10, Shown = 40;

    private static readonly int Cases = Setting("PUSKESOS_SIMULATED_CASES", 90);
    private static readonly int Units = Setting("PUSKESOS_SIMULATED_UNITS", 6);
    private static readonly int Grid = Cases > Large ? LargeGrid : 1;
    private static readonly int End = SlowOffice.MinuteOf(ReminderWorld.Wib("2026-12-18 16:00"));

    private readonly Random[] dice = [.. Enumerable.Range(0, Cases).Select(number => new Random(number))];
    private readonly Story?[] stories = new Story?[Cases];
    private readonly PriorityQueue<(int Number, Happening Deed), (int Minute, int Number)> planned = new();

    [Fact]
    public async Task Every_step_and_every_message_of_a_month_is_as_the_slow_model_says()
    {
        var watch = Stopwatch.StartNew();
        await using var world = await ReminderWorld.CreateAsync("2026-11-01 00:00");
        var regency = new SimulatedRegency(world, Units, dice);
        await regency.FillAsync();
        // Nobody sends here, so all messages stay waiting: a tick must not read an officer's whole past.
        await world.QueryAsync(storage => storage.Database.ExecuteSqlAsync($"create index ix_simulated_waiting on outbox_messages (conversation_id, text_key) where status = 0"));
        for (var number = 0; number < Cases; number++) Plan(dice[number].Next(28 * SlowOffice.DayMinutes), number, new(Deed.File));
        var filled = watch.Elapsed;

        await LiveAsync(world, regency);
        var lived = watch.Elapsed - filled;
        var models = stories.AsParallel().AsOrdered().Select(story => new SlowClocks(story!.FiledAt, story.HandlingDays).Run(story.Happened, End)).ToList();
        var messages = await SimulatedMessages.ReadAsync(world, regency.NumbersByChat());
        var wrong = await WrongStepsAsync(world, models);
        wrong.AddRange(models.Select((model, number) => messages.ResidentComplaint(number, model.Told.Where(told => told.To == "resident"))).OfType<string>());
        wrong.AddRange(ToOfficers(models).SelectMany(told => messages.OfficerComplaints(told.Key, [.. told])));
        wrong.AddRange(messages.MorningComplaints(new SlowMornings(Units, stories!, models).Until(End)));
        wrong.AddRange(messages.HourComplaints());
        wrong.AddRange(messages.PairComplaints());

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Cases} cases, {Units} units, {stories.Sum(story => story!.Happened.Count)} deeds, {models.Sum(model => model.Steps.Count)} steps, {messages.Count} messages; filled in {filled.TotalSeconds:0} s, lived in {lived.TotalSeconds:0} s, checked in {(watch.Elapsed - filled - lived).TotalSeconds:0} s"));
        Assert.True(wrong.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{wrong.Count} differences:\n{string.Join("\n", wrong.Take(Shown))}"));
        Assert.True(models.Max(model => model.Level) == 3 && models.SelectMany(model => model.Steps).Select(step => step.Clock).Distinct().Count() == 9);
    }

    /// <summary>Moves the clock from event to event; in each minute people act first, then the tick comes, and at 08.15 of every day the morning lists.</summary>
    private async Task LiveAsync(ReminderWorld world, SimulatedRegency regency)
    {
        var (mornings, morning) = (world.Make<MorningDigestJob>(), SlowMornings.Hour);
        while (true)
        {
            var next = Math.Min(Math.Min(planned.TryPeek(out _, out var first) ? first.Minute : End + 1, await NextDueAsync(world)), morning);
            if (next > End) return;
            world.Clock.SetUtcNow(SlowOffice.At(next));
            var now = new List<(int Number, Happening Deed)>();
            while (planned.TryPeek(out var act, out var at) && at.Minute == next)
            {
                planned.Dequeue();
                now.Add(act);
            }

            var follows = new ConcurrentBag<(int Minute, int Number, Happening Deed)>();
            await Parallel.ForEachAsync(now.DistinctBy(act => act.Number), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (act, _) => await ActAsync(regency, act, next, follows));
            foreach (var (minute, number, deed) in follows) Plan(minute, number, deed);
            await world.RunJobAsync();
            if (next < morning) continue;
            await mornings.RunAsync(default);
            morning += SlowOffice.DayMinutes;
        }
    }

    private static async Task<int> NextDueAsync(ReminderWorld world) =>
        await world.QueryAsync(storage => storage.Set<DueReminder>().Where(row => row.DoneAt == null).MinAsync(row => (DateTimeOffset?)row.DueAt)) is { } due
            ? Math.Max(SlowOffice.MinuteOf(due), SlowOffice.MinuteOf(world.Clock.GetUtcNow()) + 1) : int.MaxValue;

    private async Task ActAsync(SimulatedRegency regency, (int Number, Happening Deed) act, int now, ConcurrentBag<(int Minute, int Number, Happening Deed)> follows)
    {
        var (number, deed) = act;
        if (deed.Deed == Deed.File)
        {
            stories[number] = await regency.FileAsync(number, now);
            // Units differ: one in five never begins, the others after an hour up to six days.
            var unit = number % Units;
            if (unit % 5 != 4) follows.Add((now + dice[number].Next(60, 61 + (unit % 5 * 2 * SlowOffice.DayMinutes)), number, new(Deed.StartCheck)));
            return;
        }

        if (!await regency.DoAsync(stories[number]!, number, deed)) return;
        stories[number]!.Happened[now] = deed;
        if (Following(deed.Deed, dice[number]) is not { } next) return;
        var at = Rounded(now + dice[number].Next(30, 5 * SlowOffice.DayMinutes));
        follows.Add((at, number, new(next, next == Deed.PlanVisit ? VisitAfter(at, dice[number]) : next == Deed.Refer ? AnswerAfter(at, dice[number]) : 0)));
    }

    private static Deed? Following(Deed deed, Random die) => (deed, die.Next(10)) switch
    {
        (Deed.StartCheck, < 2) => Deed.AskDocuments,
        (Deed.StartCheck, < 4) => Deed.PlanVisit,
        (Deed.StartCheck, < 7) => Deed.Handle,
        (Deed.StartCheck, < 9) => Deed.Resolve,
        (Deed.AskDocuments, < 6) => Deed.DocumentsCame,
        (Deed.DocumentsCame, < 8) => Deed.Resolve,
        (Deed.PlanVisit, < 4) => Deed.AgreeVisit,
        (Deed.PlanVisit, < 7) or (Deed.AgreeVisit, < 5) => Deed.ReportVisit,
        (Deed.PlanVisit, < 9) or (Deed.AgreeVisit, < 7) => Deed.PlanVisit,
        (Deed.ReportVisit or Deed.Handle, < 4) => Deed.Propose,
        (Deed.ReportVisit or Deed.Handle, < 7) => Deed.Resolve,
        (Deed.ReportVisit or Deed.Handle, < 8) => Deed.AskDocuments,
        (Deed.Propose, < 7) => Deed.Refer,
        (Deed.Propose, < 9) => Deed.SendBack,
        (Deed.SendBack, < 6) => Deed.Propose,
        (Deed.Refer, < 4) => Deed.Acknowledge,
        (Deed.Refer or Deed.Acknowledge, < 6) => Deed.AgencyReturned,
        (Deed.Refer or Deed.Acknowledge or Deed.AgencyReturned, < 8) => Deed.Resolve,
        (Deed.Resolve, < 4) => Deed.Confirm,
        (Deed.Resolve, < 6) => Deed.Reopen,
        (Deed.Reopen, < 8) => Deed.StartCheck,
        _ => null,
    };

    private static int VisitAfter(int now, Random die) => SlowOffice.MinuteAt(SlowOffice.DayOf(now) + die.Next(1, 5), (9 * 60) + (30 * die.Next(10)));

    private static int AnswerAfter(int now, Random die) => SlowOffice.ClosingOf(SlowOffice.DayOf(now) + die.Next(3, 15));

    private static async Task<ILookup<long, Taken>> TakenAsync(ReminderWorld world)
    {
        var rows = await world.QueryAsync(storage => storage.Set<DueReminder>().AsNoTracking().Where(row => row.DoneAt != null)
            .Select(row => new { row.CaseId, row.DoneAt, row.Clock, row.Step, row.Outcome }).ToListAsync());
        return rows.ToLookup(row => row.CaseId, row => new Taken(SlowOffice.MinuteOf(row.DoneAt!.Value), (int)row.Clock, row.Step, row.Outcome switch
        {
            ReminderOutcome.Sent or ReminderOutcome.InDigest => 't',
            ReminderOutcome.Superseded => 's',
            ReminderOutcome.EnoughReminders => 'e',
            ReminderOutcome.ToldAlready => 'a',
            _ => '?',
        }));
    }

    private async Task<List<string>> WrongStepsAsync(ReminderWorld world, List<SlowClocks> models)
    {
        var taken = await TakenAsync(world);
        var levels = await world.QueryAsync(storage => storage.Cases.Select(row => new { row.Id, row.EscalationLevel }).ToDictionaryAsync(row => row.Id, row => row.EscalationLevel));
        var wrong = new List<string>();
        for (var number = 0; number < Cases; number++)
        {
            var (story, model) = (stories[number]!, models[number]);
            var (expected, found) = (model.Steps.OrderBy(Sorted).ToList(), taken[story.Case.Id].OrderBy(Sorted).ToList());
            if (!expected.SequenceEqual(found))
                wrong.Add($"{number} filed {SlowOffice.At(story.FiledAt):yyyy-MM-dd HH:mm}, {string.Join(", ", story.Happened.OrderBy(one => one.Key).Select(one => $"{one.Value.Deed} {SlowOffice.At(one.Key):MM-dd HH:mm}"))}: missing {Say(expected.Except(found))}; unexpected {Say(found.Except(expected))}");
            else if (levels[story.Case.Id] != model.Level) wrong.Add($"{number} stands at level {levels[story.Case.Id]}, not {model.Level}");
        }

        return wrong;
    }

    /// <summary>What the model tells each officer; the officers of a unit are numbered.</summary>
    private ILookup<string, (int Minute, long CaseId, string Key)> ToOfficers(List<SlowClocks> models) =>
        models.SelectMany((model, number) => model.Told.Where(told => told.To != "resident").Select(told =>
            (Name: told.To is "FO" or "BO" or "FA" ? told.To + (number % Units) : told.To, Told: (told.Minute, stories[number]!.Case.Id, told.Key)))).ToLookup(one => one.Name, one => one.Told);

    private static int Rounded(int minute) => minute - (minute % Grid);

    private void Plan(int minute, int number, Happening deed) => planned.Enqueue((number, deed), (Rounded(minute), number));

    private static (int, int, int) Sorted(Taken taken) => (taken.Minute, taken.Clock, taken.Step);

    private static string Say(IEnumerable<Taken> taken) =>
        string.Join(", ", taken.Select(one => $"clock {one.Clock} step {one.Step} {one.How} at {SlowOffice.At(one.Minute):yyyy-MM-dd HH:mm}"));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : usual;
}
