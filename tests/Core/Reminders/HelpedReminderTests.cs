using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Tests.Core.Reminders;

/// <summary>A helper filed for somebody who has not yet agreed: the officer hears of it once, two working days later.</summary>
public sealed class HelpedReminderTests
{
    private const string Ticket = "TGL-2611-0041-6";

    [Fact]
    public async Task The_officer_is_reminded_once_after_two_working_days()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var (filed, rini) = await PendingAsync(world, Secrecy.Ordinary);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), rini);

        Assert.Empty(await world.AtAsync("2026-11-16 09:19"));
        Assert.Equal(
            [$"Rini: Tiket {Ticket}: orang yang dibantu belum menjawab persetujuan. Mohon ditemui, lihat https://admin.example/kasus/{Ticket} lalu masuk."],
            await world.AtAsync("2026-11-16 09:20"));
        Assert.DoesNotContain(await world.AtAsync("2026-11-19 14:00"), told => told.Contains("persetujuan", StringComparison.Ordinal));
        Assert.Equal(ReminderOutcome.Sent, Assert.Single(await world.RowsAsync(filed), row => row.Clock == ClockKind.HelpedConsent).Outcome);
    }

    [Fact]
    public async Task An_answer_stops_the_clock()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var (filed, rini) = await PendingAsync(world, Secrecy.Ordinary);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), rini);

        await world.ChangeAsync(async storage =>
        {
            var found = await storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == filed.Id);
            await world.Make<HelpedAnswers>().KeepAsync(storage, found, new HelpedAnswer(HelpedConsent.CannotBeAsked, Officer: rini, Words: "sakit keras"), default);
            return found;
        });

        Assert.DoesNotContain(await world.RowsAsync(filed), row => row.Clock == ClockKind.HelpedConsent);
        Assert.Empty(await world.AtAsync("2026-11-16 09:20"));
    }

    [Fact]
    public async Task A_case_that_is_over_waits_for_no_answer()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var (filed, rini) = await PendingAsync(world, Secrecy.Ordinary);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), rini);
        await world.MoveAsync(filed, new MoveRequest(CaseMove.Resolve) { Outcome = Outcome.InformationGiven, Words = "Sudah dijelaskan." }, rini);

        Assert.DoesNotContain(await world.RowsAsync(filed), row => row.Clock == ClockKind.HelpedConsent);
    }

    [Fact]
    public async Task Of_a_secret_case_nobody_was_asked_in_a_chat()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var (filed, _) = await PendingAsync(world, Secrecy.Secret);

        Assert.DoesNotContain(await world.RowsAsync(filed), row => row.Clock == ClockKind.HelpedConsent);
    }

    private static async Task<(Case Filed, Actor Rini)> PendingAsync(ReminderWorld world, Secrecy secrecy)
    {
        var rini = await world.OfficerAsync("Rini", Role.FrontOffice);
        var filed = await world.FileAsync(ticket: Ticket, secrecy: secrecy);
        await world.ChangeAsync(async storage =>
        {
            var found = await storage.Cases.SingleAsync(row => row.Id == filed.Id);
            found.HelpedConsent = HelpedConsent.Pending;
            return await storage.SaveChangesAsync();
        });
        return (filed, rini);
    }
}
