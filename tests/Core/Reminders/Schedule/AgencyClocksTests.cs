using System.Globalization;
using Puskesos.Core.Calendar;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Cases;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Tests.Core.Reminders.Schedule;

/// <summary>The clocks of referrals and visits, moment by moment (DOMAIN §7; Kab. Tegal, default hours).</summary>
public sealed class AgencyClocksTests
{
    private static readonly WorkingTime Tegal = new WorkCalendars([.. HolidayDecree.OfYear(2026)], [], []).For(new Office("33.28"));

    [Fact]
    public void An_agency_that_does_not_acknowledge_is_called_and_then_reported()
    {
        var runs = Runs(Referred(received: false));

        Assert.Equal(Steps((1, "2026-11-12 10:00"), (2, "2026-11-16 10:00"), (3, "2026-11-23 10:00")), Of(runs, ClockKind.Acknowledgement).Steps);
        Assert.DoesNotContain(Runs(Referred(received: true)), run => run.Clock == ClockKind.Acknowledgement);
    }

    [Fact]
    public void A_late_answer_goes_up_and_after_sixty_days_the_resident_learns_where_to_turn()
    {
        var runs = Runs(Referred(received: true));

        Assert.Equal(
            Steps((1, "2026-11-24 08:00"), (2, "2026-11-26 08:00"), (3, "2026-12-01 08:00"), (4, "2026-12-08 08:00")), Of(runs, ClockKind.AgencyAnswer).Steps);
        Assert.Equal(Steps((1, "2027-01-08 09:00")), Of(runs, ClockKind.LegalEnd).Steps);
    }

    [Fact]
    public void A_secret_case_tells_nobody_about_the_legal_end() =>
        Assert.DoesNotContain(Runs(Referred(received: true) with { TellsResident = false }), run => run.Clock == ClockKind.LegalEnd);

    [Theory]
    [InlineData("2026-11-16 10:00", 0, "1 2026-11-15 15:00", "2 2026-11-16 07:30", "3 2026-11-16 15:00")]
    [InlineData("2026-11-16 13:30", 1, "1 2026-11-15 15:00", "2 2026-11-16 07:30", "4 2026-11-16 16:30")]
    [InlineData("2026-11-14 09:00", 0, "1 2026-11-13 15:00", "2 2026-11-14 07:30", "3 2026-11-14 12:00")]
    [InlineData("2026-11-13 10:00", 0, "2 2026-11-13 07:30", "3 2026-11-13 15:00")]
    public void A_visit_is_reminded_twice_and_missed_the_same_day(string startsAt, int missedBefore, params string[] steps)
    {
        var timeline = Standing(CaseStatus.Visit) with { Visit = new VisitTimeline(1, 1, Wib("2026-11-12 16:00"), Wib(startsAt), 7, missedBefore) };

        var run = Of(Runs(timeline), ClockKind.Visit);

        Assert.Equal(steps, run.Steps.Select(step => $"{step.Number} {step.DueAt.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd HH:mm}"));
    }

    [Fact]
    public void A_heartbeat_goes_on_while_an_agreed_visit_is_awaited()
    {
        var agreed = Standing(CaseStatus.Visit) with { IsResting = true, DueAt = null };

        Assert.Contains(Runs(agreed), run => run.Clock == ClockKind.Heartbeat);
    }

    [Fact]
    public void Reminders_of_papers_that_come_late_keep_their_distance_and_the_end_waits()
    {
        var asked = Standing(CaseStatus.NeedsDocuments);
        var late = asked with { Items = [asked.Items[0] with { PaperReminders = [Wib("2026-12-14 09:05")] }] };

        Assert.Equal(
            Steps((1, "2026-12-17 09:00"), (2, "2026-12-17 09:00"), (3, "2026-12-20 09:00"), (4, "2026-12-23 09:00"), (5, "2026-12-26 09:00")),
            Of(Runs(late), ClockKind.Documents).Steps);
    }

    private static CaseTimeline Referred(bool received) => Standing(CaseStatus.Referred) with
    {
        Referrals = [new ReferralTimeline(1, Wib("2026-11-09 10:00"), Wib("2026-11-23 15:00"), received, "Dinas Sosial", null)],
    };

    private static CaseTimeline Standing(CaseStatus status) => new()
    {
        FiledAt = Wib("2026-11-09 09:00"),
        Status = status,
        LastToldAt = Wib("2026-11-09 10:00"),
        DueAt = Wib("2026-11-23 15:00"),
        Items = [new ItemTimeline(1, status, null, [new(Wib("2026-11-09 09:00"), null, CaseStatus.New), new(Wib("2026-11-09 09:30"), CaseStatus.New, CaseStatus.UnderReview), new(Wib("2026-11-09 10:00"), CaseStatus.UnderReview, status)])],
    };

    private static IReadOnlyList<ClockRun> Runs(CaseTimeline timeline) => ReminderSchedule.RunsOf(timeline, Tegal);

    private static ClockRun Of(IReadOnlyList<ClockRun> runs, ClockKind clock) => runs.Single(run => run.Clock == clock);

    private static IReadOnlyList<DueStep> Steps(params (int Number, string At)[] steps) => [.. steps.Select(step => new DueStep(step.Number, Wib(step.At)))];

    private static DateTimeOffset Wib(string local) =>
        DateTimeOffset.ParseExact(local + " +07", "yyyy-MM-dd HH:mm zz", CultureInfo.InvariantCulture).ToUniversalTime();
}
