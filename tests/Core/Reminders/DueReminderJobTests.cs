using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Tests.Core.Reminders;

public sealed class DueReminderJobTests
{
    private const string Ticket = "TGL-2611-0041-6";
    private const string Link = $"https://admin.example/kasus/{Ticket}";

    [Fact]
    public async Task A_reminder_for_a_blocked_chat_is_read_in_the_persons_other_one()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var (rini, filed, unreached) = (await world.OfficerAsync("Rini", Role.FrontOffice), await world.FileAsync(), await world.FileAsync());
        foreach (var one in new[] { filed, unreached }) await world.MoveAsync(one, new MoveRequest(CaseMove.StartCheck), rini);
        var other = await world.ChatAsync("other chat");
        await world.ChangeAsync(async storage =>
        {
            await storage.Addresses.Where(row => row.Id == other).ExecuteUpdateAsync(row => row.SetProperty(address => address.Channel, Channel.WhatsApp));
            await storage.Addresses.Where(row => row.Id == filed.ConversationId || row.Id == unreached.ConversationId).ExecuteUpdateAsync(row => row.SetProperty(address => address.UnreachableAt, world.Clock.GetUtcNow()));
            foreach (var address in new[] { other, filed.ConversationId!.Value })
                storage.Add(new ResidentAddress { ResidentId = filed.ReporterId, AddressId = address, LastUsedAt = world.Clock.GetUtcNow() });
            return await storage.SaveChangesAsync();
        });

        var told = await world.AtAsync("2026-11-19 09:00");

        Assert.StartsWith("other chat: ", Assert.Single(told, line => line.Contains("chat: ", StringComparison.Ordinal) || line.StartsWith("resident: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(await world.RowsAsync(unreached), row => row is { Clock: ClockKind.Heartbeat, Outcome: ReminderOutcome.ResidentAway });
    }

    [Fact]
    public async Task Who_was_away_at_one_beat_hears_the_next()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var (rini, filed) = (await world.OfficerAsync("Rini", Role.FrontOffice), await world.FileAsync());
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), rini);
        Task StopAsync(DateTimeOffset? at) => world.ChangeAsync(storage =>
            storage.Addresses.Where(row => row.Id == filed.ConversationId).ExecuteUpdateAsync(row => row.SetProperty(address => address.NoticesStoppedAt, at)));
        await StopAsync(world.Clock.GetUtcNow());
        Assert.DoesNotContain(await world.AtAsync("2026-11-19 10:00"), told => told.StartsWith("resident: ", StringComparison.Ordinal));
        await StopAsync(null);

        Assert.Single(await world.AtAsync("2026-11-26 10:00"), told => told.StartsWith("resident: ", StringComparison.Ordinal));
    }

    /// <summary>The model conversation CasePushed-silent-unit-and-digest, tick by tick.</summary>
    [Fact]
    public async Task A_silent_unit_is_reminded_and_pushed_up_as_the_model_conversation_says()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await StaffAsync(world);
        var filed = await world.FileAsync(ticket: Ticket);

        Assert.Empty(await world.AtAsync("2026-11-12 11:19"));
        Assert.Equal(
            [$"Rini: Belum dibuka: tiket {Ticket} di Puskesos Jatibogor sejak 09.20 WIB. Balas AMBIL untuk mengurusnya, atau buka {Link} lalu masuk."],
            await world.AtAsync("2026-11-12 11:20"));
        Assert.Empty(await world.AtAsync("2026-11-12 11:21"));
        Assert.Single(await world.AtAsync("2026-11-12 13:20"), told => told.StartsWith("Rini: Belum dibuka", StringComparison.Ordinal));
        Assert.Equal(
            [$"Agus: Terlambat: tiket {Ticket} di Puskesos Jatibogor, batasnya Jumat, 13 November. Mohon dibantu, buka {Link} lalu masuk."],
            await world.AtAsync("2026-11-13 09:20"));
        Assert.Equal(
            [$"Bu Endang: Perlu TKSK: tiket {Ticket} di Puskesos Jatibogor belum dibuka sejak Kamis, 12 November. Bisa ditegur, dipindah, atau diambil: buka {Link} lalu masuk."],
            await world.AtAsync("2026-11-16 09:20"));
        Assert.Equal(2, (await world.ReadAsync(filed)).EscalationLevel);
        Assert.Equal(
            [
                $"resident: Mohon maaf, tiket {Ticket} terlambat. Sekarang ditangani Bu Endang (TKSK). Kabar berikutnya paling lambat Rabu, 18 November. Terima kasih sudah bersabar.",
                $"Bu Lestari: Perlu SLRT: tiket {Ticket} di Puskesos Jatibogor terlambat 3 hari kerja. Buka {Link} lalu masuk.",
            ],
            await world.AtAsync("2026-11-17 09:20"));
    }

    /// <summary>The notice of Friday's last minute goes out on Monday to Rini; Agus, who took the case over, reads his own.</summary>
    [Fact]
    public async Task Whoever_took_a_case_over_since_is_told_although_the_one_before_was()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-06 13:00");
        var staff = await StaffAsync(world);
        var filed = await world.FileAsync("KIS_MATI", Ticket);
        Assert.Single(await world.AtAsync("2026-11-06 15:00"), told => told.StartsWith("Rini: Belum dibuka", StringComparison.Ordinal));
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), staff.Rini);
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-11-07 09:30"));
        await world.MoveAsync(filed, new MoveRequest(CaseMove.Handle), staff.Agus);

        var monday = await world.AtAsync("2026-11-09 08:00");

        Assert.Single(monday, told => told.StartsWith("Agus: ", StringComparison.Ordinal) && told.Contains(Ticket, StringComparison.Ordinal));
        Assert.Contains(await world.RowsAsync(filed), row => row is { Clock: ClockKind.Handling, Step: 1, Outcome: ReminderOutcome.Sent });
    }

    [Fact]
    public async Task Whoever_begins_stops_the_reminders()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var staff = await StaffAsync(world);
        var filed = await world.FileAsync("BANSOS_USUL");
        await world.AtAsync("2026-11-12 11:20");

        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), staff.Rini);

        Assert.DoesNotContain(await world.RowsAsync(filed), row => row.Clock == ClockKind.FirstCheck && row.DoneAt is null);
        Assert.Empty(await world.AtAsync("2026-11-12 14:59"));
    }

    [Fact]
    public async Task Each_step_is_told_once_however_many_instances_tick()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await StaffAsync(world);
        for (var count = 0; count < 3; count++) await world.FileAsync();
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-11-12 11:20"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(world.RunJobAsync, TestContext.Current.CancellationToken)));
        await world.RunJobAsync();

        Assert.Equal(3, (await world.ToldAfterAsync(before)).Count);
    }

    [Fact]
    public async Task After_a_stop_only_the_latest_step_is_told()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await StaffAsync(world);
        var filed = await world.FileAsync();

        var told = await world.AtAsync("2026-11-16 10:00");

        Assert.StartsWith("Bu Endang: Perlu TKSK", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(
            [(1, ReminderOutcome.Superseded), (4, ReminderOutcome.Sent)],
            (await world.RowsAsync(filed)).Where(row => row.DoneAt is not null).Select(row => (row.Step, row.Outcome!.Value)));
        Assert.Empty(await world.TickAsync());
    }

    [Fact]
    public async Task Many_reminders_at_once_are_one_message()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await StaffAsync(world);
        for (var count = 0; count < 5; count++) await world.FileAsync();

        var told = await world.AtAsync("2026-11-16 10:00");

        Assert.Equal(["Bu Endang: Ada 5 pengingat tugas sekaligus. Daftarnya: buka https://admin.example/tugas lalu masuk."], told);
    }

    [Fact]
    public async Task When_nobody_of_the_level_is_linked_the_next_level_is_told()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice, linked: false);
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        await world.FileAsync();

        Assert.StartsWith("Bu Endang: Belum dibuka", Assert.Single(await world.AtAsync("2026-11-12 11:20")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_reaches_nobody_is_kept_with_its_reason()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var filed = await world.FileAsync();

        Assert.Empty(await world.AtAsync("2026-11-12 11:20"));
        Assert.Equal(ReminderOutcome.NobodyLinked, Assert.Single(await world.RowsAsync(filed), row => row.Step == 1 && row.DoneAt is not null).Outcome);
    }

    /// <summary>The model conversation CaseClosedDocuments-never-sent up to the closing.</summary>
    [Fact]
    public async Task Papers_that_never_come_are_asked_for_and_close_the_case()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-03 10:00");
        var agus = await world.OfficerAsync("Agus", Role.FrontOffice);
        var filed = await world.FileAsync(ticket: "TGL-2611-0005-9");
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), agus);
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-11-03 10:20"));
        await world.MoveAsync(filed, new MoveRequest(CaseMove.AskDocuments) { Documents = ["KTP"] }, agus);

        foreach (var day in (string[])["2026-11-06", "2026-11-10", "2026-11-17", "2026-11-28"])
        {
            Assert.DoesNotContain(await world.AtAsync(day + " 08:59"), told => told.StartsWith("resident", StringComparison.Ordinal));
            Assert.Equal(
                ["resident: Kabar tiket TGL-2611-0005-9: kami masih menunggu KTP. Tanpa berkas itu tiket ditutup Kamis, 3 Desember. Nanti bisa dibuka lagi."],
                await world.AtAsync(day + " 09:00"));
        }

        Assert.Equal(
            ["resident: Tiket TGL-2611-0005-9 kami tutup dulu karena KTP belum ada. Kalau sudah ada, kirim fotonya di sini sebelum Sabtu, 2 Januari, tiket kami buka lagi."],
            await world.AtAsync("2026-12-03 09:00"));
        Assert.Equal(CaseStatus.ClosedNoDocuments, (await world.ReadAsync(filed)).Status);
        Assert.DoesNotContain(await world.RowsAsync(filed), row => row.DoneAt is null);
    }

    [Fact]
    public async Task Silence_after_the_end_is_asked_twice_and_then_taken_for_a_yes()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-12-02 09:00");
        var agus = await world.OfficerAsync("Agus", Role.BackOffice);
        var filed = await world.FileAsync(ticket: "TGL-2611-0003-7");
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), agus);
        world.Clock.SetUtcNow(ReminderWorld.Wib("2026-12-02 10:00"));
        await world.MoveAsync(filed, new MoveRequest(CaseMove.Resolve) { Outcome = Outcome.InformationGiven, Words = "Kursi roda diserahkan." }, agus);

        var asked = await world.AtAsync("2026-12-05 09:00");
        Assert.StartsWith("resident: Kabar tiket TGL-2611-0003-7: selesai. Hasil: Kursi roda diserahkan.", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal(asked, await world.AtAsync("2026-12-09 09:00"));
        Assert.StartsWith("resident: Tiket TGL-2611-0003-7 kami anggap selesai", Assert.Single(await world.AtAsync("2026-12-12 09:00")), StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Confirmed, (await world.ReadAsync(filed)).Status);
    }

    [Fact]
    public async Task An_open_case_is_never_silent_for_long()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-13 09:30");
        var agus = await world.OfficerAsync("Agus", Role.BackOffice, linked: false);
        var filed = await world.FileAsync(ticket: "TGL-2611-0021-0");
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), agus);

        Assert.Empty(await world.AtAsync("2026-11-20 08:59"));
        Assert.Equal(
            ["resident: Kabar tiket TGL-2611-0021-0: masih diurus Puskesos Jatibogor. Kabar berikutnya paling lambat Jumat, 27 November. Terima kasih sudah bersabar."],
            await world.AtAsync("2026-11-20 09:00"));
        Assert.Single(await world.RowsAsync(filed), row => row is { Clock: ClockKind.Heartbeat, DoneAt: null } && row.DueAt == ReminderWorld.Wib("2026-11-27 09:00"));
    }

    [Fact]
    public async Task A_resident_who_stopped_notices_is_left_alone()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-13 09:30");
        var filed = await world.FileAsync();
        await world.ChangeAsync(storage => storage.Addresses.ExecuteUpdateAsync(row => row.SetProperty(address => address.NoticesStoppedAt, world.Clock.GetUtcNow())));

        Assert.Empty(await world.AtAsync("2026-11-20 09:00"));
        Assert.Single(await world.RowsAsync(filed), row => row.Outcome == ReminderOutcome.ResidentAway);
    }

    [Fact]
    public async Task A_move_that_was_taken_back_leaves_the_clock_as_it_was()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var (rini, _) = await StaffAsync(world);
        var filed = await world.FileAsync();
        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), rini);

        await world.ChangeAsync(async storage =>
        {
            var found = await storage.Cases.Include(row => row.Items).SingleAsync(row => row.Id == filed.Id);
            return await world.Make<MoveUndo>().UndoAsync(storage, found, rini, default);
        });

        Assert.Single(await world.RowsAsync(filed), row => row is { Clock: ClockKind.FirstCheck, Step: 1, DoneAt: null } && row.DueAt == ReminderWorld.Wib("2026-11-12 11:20"));
        Assert.DoesNotContain(await world.RowsAsync(filed), row => row.Clock == ClockKind.Handling);
    }

    private static async Task<(Actor Rini, Actor Agus)> StaffAsync(ReminderWorld world)
    {
        var rini = await world.OfficerAsync("Rini", Role.FrontOffice);
        var agus = await world.OfficerAsync("Agus", Role.BackOffice);
        await world.OfficerAsync("Bu Endang", Role.Tksk);
        await world.OfficerAsync("Bu Lestari", Role.Slrt);
        return (rini, agus);
    }
}
