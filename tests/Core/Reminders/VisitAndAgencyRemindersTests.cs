using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Digests;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Tests.Core.Reminders;

/// <summary>Visits and referrals through the job: who reads what when, what rests, and what ends a clock (DOMAIN, section 7).</summary>
public sealed class VisitAndAgencyRemindersTests
{
    private const string Ticket = "TGL-2611-0041-6", Link = $"https://admin.example/kasus/{Ticket}";

    [Fact]
    public async Task A_visit_is_announced_twice_to_both_and_a_missed_one_goes_up()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var desk = await DeskAsync(world);
        var filed = await VisitedAsync(world, desk, "2026-11-16 10:00");

        Assert.Empty(About(await world.AtAsync("2026-11-15 14:59"), "Kunjungan", "berkunjung"));
        var eve = await world.AtAsync("2026-11-15 15:00");
        Assert.Contains($"Sari: Kunjungan besok sekitar pukul 10.00 WIB: tiket {Ticket}. Alamat ada di {Link} setelah masuk.", eve);
        Assert.Single(eve, line => line.StartsWith("resident: ", StringComparison.Ordinal) && line.Contains("Sari", StringComparison.Ordinal) && line.Contains("besok", StringComparison.Ordinal));
        Assert.Contains(await world.AtAsync("2026-11-16 07:30"), line => line.StartsWith("Sari: Kunjungan hari ini", StringComparison.Ordinal));
        Assert.Equal(
            [$"Agus: Kunjungan tiket {Ticket} tanggal Senin, 16 November belum dilaporkan. Mohon atur hari baru atau isi hasilnya, buka {Link} lalu masuk."],
            About(await world.AtAsync("2026-11-16 15:00"), "belum dilaporkan"));

        await PlanAsync(world, filed, desk, "2026-11-17 10:00");
        Assert.StartsWith("Bu Endang: Kunjungan", Assert.Single(About(await world.AtAsync("2026-11-17 15:00"), "belum dilaporkan")), StringComparison.Ordinal);
        Assert.Equal(2, (await world.ReadAsync(filed)).EscalationLevel);
    }

    /// <summary>The visit ends after the office on Friday, the handling is late from Monday's opening on: both would be read on Monday at eight.</summary>
    [Fact]
    public async Task An_officer_reads_of_a_case_once_at_a_time()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var desk = await DeskAsync(world);
        var filed = await world.FileAsync("KIS_MATI", Ticket);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), desk.Agus);
        await PlanAsync(world, filed, desk, "2026-11-13 14:00");

        var friday = await world.AtAsync("2026-11-13 17:00");
        var monday = await world.AtAsync("2026-11-16 08:00");

        Assert.Single(friday, line => line.StartsWith("Agus: Kunjungan", StringComparison.Ordinal));
        Assert.Empty(About(monday, "Agus: "));
        Assert.Contains(await world.RowsAsync(filed), row => row is { Clock: ClockKind.Handling, Step: 3, Outcome: ReminderOutcome.ToldAlready });
        Assert.Equal(1, (await world.ReadAsync(filed)).EscalationLevel);
        Assert.Single(await world.AtAsync("2026-11-18 08:00"), line => line.StartsWith("Bu Endang: Terlambat", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reported_visit_is_not_missed()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var desk = await DeskAsync(world);
        var filed = await VisitedAsync(world, desk, "2026-11-16 10:00");
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-11-16 11:00"));
        await world.MoveAsync(filed, new MoveRequest(CaseMove.ReportVisit) { Report = new VisitForm { Met = "Ibu", Advice = "Dibantu" } }, desk.Sari);

        Assert.Empty(About(await world.AtAsync("2026-11-16 15:00"), "Kunjungan"));
        Assert.DoesNotContain(await world.RowsAsync(filed), row => row is { Clock: ClockKind.Visit, DoneAt: null });
    }

    [Fact]
    public async Task An_agreed_visit_lets_the_handling_rest_but_not_the_news_and_a_missed_one_ends_the_rest()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var desk = await DeskAsync(world);
        var filed = await VisitedAsync(world, desk, "2026-11-18 10:00");
        await world.ChangeAsync(async storage =>
            await world.Make<VisitAnswers>().AgreeAsync(storage, await storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == filed.Id), default));

        Assert.DoesNotContain(await OpenAsync(world, filed), row => row == ClockKind.Handling);
        Assert.Contains(await OpenAsync(world, filed), row => row == ClockKind.Heartbeat);
        Assert.Null((await world.ReadAsync(filed)).DueAt);
        await world.AtAsync("2026-11-18 15:00");
        Assert.Contains(await OpenAsync(world, filed), row => row == ClockKind.Handling);
        Assert.NotNull((await world.ReadAsync(filed)).DueAt);
    }

    [Fact]
    public async Task A_proposed_referral_waits_for_the_tksk_and_then_for_the_agency()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var desk = await DeskAsync(world);
        var filed = await ProposedAsync(world, desk);

        Assert.StartsWith("Bu Endang: Rujukan menunggu telaah", Assert.Single(await world.AtAsync("2026-11-13 08:20")), StringComparison.Ordinal);
        await ReferAsync(world, filed, desk, "2026-11-20 15:00");
        Assert.DoesNotContain(await OpenAsync(world, filed), row => row == ClockKind.ReferralReview);
        Assert.StartsWith($"Agus: Rujukan tiket {Ticket} belum diterima instansi sejak 3 hari kerja", Assert.Single(await world.AtAsync("2026-11-18 08:20")), StringComparison.Ordinal);
        await HeardAsync(world, filed, desk);
        Assert.Empty(About(await world.AtAsync("2026-11-20 08:20"), "belum diterima"));
        Assert.StartsWith("Agus: Hampir lewat batas", Assert.Single(await world.AtAsync("2026-11-23 08:00")), StringComparison.Ordinal);
        Assert.StartsWith("Agus: Terlambat", Assert.Single(About(await world.AtAsync("2026-11-25 08:00"), "Terlambat")), StringComparison.Ordinal);
        Assert.StartsWith("Bu Endang: Terlambat", Assert.Single(About(await world.AtAsync("2026-11-30 08:00"), "Terlambat")), StringComparison.Ordinal);
        Assert.StartsWith("Bu Lestari: Perlu SLRT", Assert.Single(About(await world.AtAsync("2026-12-07 08:00"), "Perlu SLRT")), StringComparison.Ordinal);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.Resolve) { Outcome = Outcome.ReferredAndServed, Words = "Sudah dilayani." }, desk.Agus);
        Assert.Equal([ClockKind.Confirmation], await OpenAsync(world, filed));
    }

    [Fact]
    public async Task After_sixty_days_the_resident_learns_where_else_to_turn()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var desk = await DeskAsync(world);
        var filed = await ProposedAsync(world, desk);
        await ReferAsync(world, filed, desk, "2026-12-30 15:00");

        var told = await world.AtAsync("2027-01-11 09:00");

        Assert.Single(told, line => line.StartsWith("resident: ", StringComparison.Ordinal) && line.Contains("Ombudsman", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_dinsos_reads_once_a_week_which_agencies_are_late()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var desk = await DeskAsync(world);
        await world.OfficerAsync("Bu Sri", Role.Dinsos);
        await ReferAsync(world, await ProposedAsync(world, desk), desk, "2026-11-20 15:00");

        Assert.Empty(await ListAsync(world, "2026-11-20 14:00"));
        Assert.Empty(await ListAsync(world, "2026-11-23 08:29"));
        Assert.Equal(
            ["Bu Sri: Rujukan yang lewat batas jawaban instansi: 1, paling lama 0 hari kerja. Daftarnya: buka https://admin.example/rujukan lalu masuk."],
            await ListAsync(world, "2026-11-23 08:30"));
        Assert.Empty(await ListAsync(world, "2026-11-23 08:35"));
        Assert.Empty(await ListAsync(world, "2026-11-27 08:30"));
        Assert.Contains("paling lama 5 hari kerja", Assert.Single(await ListAsync(world, "2026-11-30 08:30")), StringComparison.Ordinal);
    }

    private static async Task<(Actor Rini, Actor Agus, Actor Sari, Actor Endang)> DeskAsync(ReminderWorld world)
    {
        var (rini, agus) = (await world.OfficerAsync("Rini", Role.FrontOffice), await world.OfficerAsync("Agus", Role.BackOffice));
        var (sari, endang) = (await world.OfficerAsync("Sari", Role.Fasilitator), await world.OfficerAsync("Bu Endang", Role.Tksk));
        await world.OfficerAsync("Bu Lestari", Role.Slrt);
        return (rini, agus, sari, endang);
    }

    private static async Task<Case> VisitedAsync(ReminderWorld world, (Actor Rini, Actor Agus, Actor Sari, Actor Endang) desk, string startsAt)
    {
        var filed = await world.FileAsync(ticket: Ticket);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), desk.Rini);
        await PlanAsync(world, filed, desk, startsAt);
        return filed;
    }

    private static async Task PlanAsync(ReminderWorld world, Case filed, (Actor Rini, Actor Agus, Actor Sari, Actor Endang) desk, string startsAt)
    {
        var plan = new VisitPlan(ReminderWorld.Wib(startsAt), desk.Sari.OfficerId!.Value);
        Assert.Equal(MoveAnswer.Done, (await world.MoveAsync(filed, new MoveRequest(CaseMove.PlanVisit) { Visit = plan }, desk.Agus)).Answer);
    }

    private static async Task<Case> ProposedAsync(ReminderWorld world, (Actor Rini, Actor Agus, Actor Sari, Actor Endang) desk)
    {
        var filed = await world.FileAsync(ticket: Ticket);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), desk.Rini);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.Handle), desk.Agus);
        var form = new ReferralForm { Agency = "RSUD", Summary = "Perlu kursi roda", Request = "Mohon dilayani" };
        Assert.Equal(MoveAnswer.Done, (await world.MoveAsync(filed, new MoveRequest(CaseMove.ProposeReferral) { Referral = form }, desk.Agus)).Answer);
        return filed;
    }

    private static async Task ReferAsync(ReminderWorld world, Case filed, (Actor Rini, Actor Agus, Actor Sari, Actor Endang) desk, string answerDueAt) =>
        Assert.Equal(MoveAnswer.Done, (await world.MoveAsync(filed, new MoveRequest(CaseMove.Refer) { Referral = new ReferralForm { AnswerDueAt = ReminderWorld.Wib(answerDueAt) } }, desk.Endang)).Answer);

    private static Task HeardAsync(ReminderWorld world, Case filed, (Actor Rini, Actor Agus, Actor Sari, Actor Endang) desk) => world.ChangeAsync(async storage =>
    {
        var found = await storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == filed.Id);
        var sent = (await ReferralBook.CurrentAsync(storage, filed.Id, null, default))!;
        await world.Make<ReferralNews>().HeardAsync(storage, found, sent.Id, ReferralState.Received, null, desk.Agus, default);
        return await storage.SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<string>> ListAsync(ReminderWorld world, string at)
    {
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib(at));
        await world.Make<AgencyListJob>().RunAsync(default);
        return await world.ToldAfterAsync(before);
    }

    private static async Task<IReadOnlyList<ClockKind>> OpenAsync(ReminderWorld world, Case filed) =>
        [.. (await world.RowsAsync(filed)).Where(row => row.DoneAt is null).Select(row => row.Clock).Order()];

    private static IReadOnlyList<string> About(IReadOnlyList<string> told, params string[] words) => [.. told.Where(line => words.Any(word => line.Contains(word, StringComparison.Ordinal)))];
}
