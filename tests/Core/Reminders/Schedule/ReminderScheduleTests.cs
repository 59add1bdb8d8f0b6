using System.Globalization;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Tests.Core.Reminders.Schedule;

/// <summary>The moments that the model conversations with a time line show (Kab. Tegal, default hours).</summary>
public sealed class ReminderScheduleTests
{
    private static readonly WorkingTime Tegal = new WorkCalendars([.. HolidayDecree.OfYear(2026)], [], []).For(new Office("33.28"));

    [Fact]
    public void A_silent_unit_is_reminded_and_then_pushed_up()
    {
        var run = Run(ClockKind.FirstCheck, Filed("2026-11-12 09:20"));

        Assert.Equal(
            Steps((1, "2026-11-12 11:20"), (2, "2026-11-12 13:20"), (3, "2026-11-13 09:20"), (4, "2026-11-16 09:20"), (5, "2026-11-17 09:20")),
            run.Steps);
    }

    [Fact]
    public void Filed_before_the_holidays_nobody_is_reminded_before_monday()
    {
        var run = Run(ClockKind.FirstCheck, Filed("2026-12-23 19:40"));

        Assert.Equal(
            Steps((1, "2026-12-28 10:00"), (2, "2026-12-28 12:00"), (3, "2026-12-29 08:00"), (4, "2026-12-30 08:00"), (5, "2026-12-31 08:00")),
            run.Steps);
    }

    [Fact]
    public void Awaited_papers_are_asked_for_four_times_and_close_the_case()
    {
        var run = Run(ClockKind.Documents, Filed("2026-11-02 09:10", ("2026-11-03 10:05", CaseStatus.UnderReview), ("2026-11-03 10:20", CaseStatus.NeedsDocuments)));

        Assert.Equal(
            Steps((1, "2026-11-06 09:00"), (2, "2026-11-10 09:00"), (3, "2026-11-17 09:00"), (4, "2026-11-28 09:00"), (5, "2026-12-03 09:00")),
            run.Steps);
    }

    [Fact]
    public void A_shorter_time_for_papers_closes_with_the_same_step()
    {
        var asked = Filed("2026-11-02 09:10", ("2026-11-03 10:20", CaseStatus.NeedsDocuments));
        var run = Run(ClockKind.Documents, asked with { Items = [asked.Items[0] with { DocumentsDueAt = Wib("2026-11-13 12:00") }] });

        Assert.Equal(Steps((1, "2026-11-06 09:00"), (2, "2026-11-10 09:00"), (5, "2026-11-13 09:00")), run.Steps);
    }

    [Fact]
    public void Confirmation_is_asked_again_twice_and_ends_on_the_tenth_day()
    {
        var run = Run(ClockKind.Confirmation, Filed("2026-11-02 09:10", ("2026-12-02 10:00", CaseStatus.Resolved)));

        Assert.Equal(Steps((1, "2026-12-05 09:00"), (2, "2026-12-09 09:00"), (3, "2026-12-12 09:00")), run.Steps);
    }

    [Fact]
    public void The_resident_hears_again_after_five_working_days()
    {
        var told = Filed("2026-11-02 09:10", ("2026-11-13 09:30", CaseStatus.UnderReview)) with { LastToldAt = Wib("2026-11-13 09:30") };

        Assert.Equal(Steps((1, "2026-11-20 09:00")), Run(ClockKind.Heartbeat, told).Steps);
    }

    [Fact]
    public void While_outside_the_resident_hears_again_after_fourteen_days()
    {
        var told = Filed("2026-11-02 09:10", ("2026-11-10 09:40", CaseStatus.Referred)) with { LastToldAt = Wib("2026-11-10 09:40") };

        Assert.Equal(Steps((1, "2026-11-24 09:00")), Run(ClockKind.Heartbeat, told).Steps);
    }

    [Fact]
    public void After_the_apology_the_resident_hears_within_a_working_day()
    {
        var late = Wib("2026-11-17 09:20");

        Assert.Equal(
            Steps((1, "2026-11-18 09:00")), Run(ClockKind.Heartbeat, Filed("2026-11-12 09:20") with { LastToldAt = late, LateToldAt = late }).Steps);
    }

    [Fact]
    public void Handling_is_reminded_in_the_mornings_before_and_goes_up_when_late()
    {
        var run = Run(ClockKind.Handling, Filed("2026-11-02 09:10", ("2026-11-03 10:05", CaseStatus.UnderReview)) with { DueAt = Wib("2026-11-10 15:00") });

        Assert.Equal(
            Steps((1, "2026-11-09 08:00"), (2, "2026-11-10 08:00"), (3, "2026-11-11 08:00"), (4, "2026-11-13 08:00"), (5, "2026-11-18 08:00")),
            run.Steps);
    }

    [Fact]
    public void What_is_due_on_its_own_day_goes_up_the_next_morning()
    {
        var run = Run(ClockKind.Handling, Filed("2026-11-02 09:10", ("2026-11-03 10:05", CaseStatus.UnderReview)) with { DueAt = Wib("2026-11-03 15:00") });

        Assert.Equal(Wib("2026-11-04 08:00"), run.Steps[0].DueAt);
        Assert.Equal(3, run.Steps[0].Number);
    }

    [Fact]
    public void Waiting_for_papers_rests_the_handling_clock_and_its_steps_come_later()
    {
        var asked = Filed("2026-11-02 09:10", ("2026-11-03 10:05", CaseStatus.UnderReview), ("2026-11-03 10:20", CaseStatus.NeedsDocuments));
        var returned = Filed(
            "2026-11-02 09:10", ("2026-11-03 10:05", CaseStatus.UnderReview), ("2026-11-03 10:20", CaseStatus.NeedsDocuments), ("2026-11-04 10:20", CaseStatus.UnderReview));

        var resting = Run(ClockKind.Handling, asked with { IsResting = true });
        var resumed = Run(ClockKind.Handling, returned with { DueAt = Wib("2026-11-11 15:00") });

        Assert.Empty(resting.Steps);
        Assert.Equal(resting.StartedAt, resumed.StartedAt);
        Assert.Equal(Wib("2026-11-12 08:00"), resumed.Steps[2].DueAt);
    }

    [Fact]
    public void A_reopened_case_waits_for_its_check_from_the_reopening_on()
    {
        var run = Run(ClockKind.FirstCheck, Filed(
            "2026-11-02 09:10", ("2026-12-02 10:00", CaseStatus.Resolved), ("2026-12-02 11:00", CaseStatus.Reopened)));

        Assert.Equal(Wib("2026-12-03 11:00"), run.Target);
    }

    [Fact]
    public void A_referral_waits_for_the_tksk_by_its_own_clock()
    {
        var proposed = Filed("2026-11-02 09:10", ("2026-11-03 10:00", CaseStatus.InProgress), ("2026-11-09 11:15", CaseStatus.ReferralReview));

        Assert.Equal(
            Steps((1, "2026-11-10 08:15"), (2, "2026-11-10 11:15"), (3, "2026-11-11 11:15")), Run(ClockKind.ReferralReview, proposed).Steps);
        Assert.DoesNotContain(ReminderSchedule.RunsOf(proposed, Tegal), run => run.Clock == ClockKind.Handling);
    }

    [Theory]
    [InlineData(CaseStatus.Confirmed)]
    [InlineData(CaseStatus.Rejected)]
    [InlineData(CaseStatus.ClosedNoDocuments)]
    [InlineData(CaseStatus.Cancelled)]
    [InlineData(CaseStatus.Duplicate)]
    public void A_closed_case_has_no_clocks(CaseStatus closed) =>
        Assert.Empty(ReminderSchedule.RunsOf(Filed("2026-11-02 09:10", ("2026-11-03 10:00", CaseStatus.UnderReview), ("2026-11-04 10:00", closed)), Tegal));

    [Fact]
    public void A_secret_case_sends_nothing_to_the_resident()
    {
        var secret = Filed("2026-11-02 09:10", ("2026-11-03 10:20", CaseStatus.NeedsDocuments)) with { TellsResident = false };

        Assert.DoesNotContain(ReminderSchedule.RunsOf(secret, Tegal), run => run.Clock is ClockKind.Documents or ClockKind.Heartbeat or ClockKind.Confirmation);
    }

    private static CaseTimeline Filed(string filedAt, params (string At, CaseStatus To)[] moves) => new()
    {
        FiledAt = Wib(filedAt),
        LastToldAt = Wib(moves.Length == 0 ? filedAt : moves[^1].At),
        Status = moves.Length == 0 ? CaseStatus.New : moves[^1].To,
        Items = [new(1, moves.Length == 0 ? CaseStatus.New : moves[^1].To, null, [.. Moves(filedAt, moves)])],
    };

    private static IEnumerable<StatusMove> Moves(string filedAt, (string At, CaseStatus To)[] moves)
    {
        var from = CaseStatus.New;
        yield return new(Wib(filedAt), null, from);
        foreach (var (at, to) in moves)
        {
            yield return new(Wib(at), from, to);
            from = to;
        }
    }

    private static ClockRun Run(ClockKind clock, CaseTimeline timeline) =>
        Assert.Single(ReminderSchedule.RunsOf(timeline, Tegal), run => run.Clock == clock);

    private static IReadOnlyList<DueStep> Steps(params (int Number, string At)[] steps) =>
        [.. steps.Select(step => new DueStep(step.Number, Wib(step.At)))];

    private static DateTimeOffset Wib(string local) =>
        DateTimeOffset.ParseExact(local + " +07", "yyyy-MM-dd HH:mm zz", CultureInfo.InvariantCulture).ToUniversalTime();
}
