using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Conversations;
using Puskesos.Core.Conversations.Abandoned;
using Puskesos.Tests.Core.Reminders;

namespace Puskesos.Tests.Core.Conversations.Abandoned;

/// <summary>The model conversation AskResume-nudged-once.</summary>
public sealed class AbandonedTalkJobTests
{
    private const string Nudge =
        "Tarmi: Keluhan Bapak/Ibu belum terkirim. Isian disimpan sampai Kamis, 19 November. Mau diteruskan?\n1 Ya, teruskan\n2 Tidak, hapus";

    [Fact]
    public async Task An_unsent_complaint_is_reminded_of_once_after_three_hours()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 13:10");
        await DraftAsync(world);

        Assert.Empty(await RunAsync(world, "2026-11-12 16:09"));
        Assert.Equal([Nudge], await RunAsync(world, "2026-11-12 16:10"));
        Assert.Empty(await RunAsync(world, "2026-11-12 16:11"));
    }

    [Fact]
    public async Task In_the_night_nobody_is_reminded_and_not_the_next_morning_either()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 18:00");
        await DraftAsync(world);

        Assert.Empty(await RunAsync(world, "2026-11-12 21:00"));
        Assert.Empty(await RunAsync(world, "2026-11-13 07:00"));
    }

    [Fact]
    public async Task After_a_stop_of_the_service_it_comes_late_but_never_outside_the_window()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 08:10");
        await DraftAsync(world);
        Assert.Equal([Nudge], await RunAsync(world, "2026-11-12 19:30"));

        await DraftAsync(world);
        Assert.Empty(await RunAsync(world, "2026-11-13 18:31"));
    }

    [Fact]
    public async Task After_seven_days_the_complaint_is_erased_without_a_message()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 13:10");
        var talk = await DraftAsync(world);

        await RunAsync(world, "2026-11-19 13:09");
        Assert.NotNull((await ReadAsync(world, talk)).DraftCipher);
        Assert.Empty(await RunAsync(world, "2026-11-19 13:11"));
        Assert.Null((await ReadAsync(world, talk)).DraftCipher);
        var left = await world.QueryAsync(storage => storage.Set<TalkLeaving>().AsNoTracking().SingleAsync());
        Assert.Equal((LeavingKind.Silent, "AskComplaint", new DateOnly(2026, 11, 19), 1), (left.Kind, left.Step, left.Day, left.Times));
    }

    private static Task<Conversation> ReadAsync(ReminderWorld world, long id) =>
        world.QueryAsync(storage => storage.Conversations.AsNoTracking().SingleAsync(row => row.Id == id));

    private static async Task<long> DraftAsync(ReminderWorld world)
    {
        var id = await world.ChatAsync("Tarmi");
        await world.ChangeAsync(async storage =>
        {
            var talk = await storage.Conversations.SingleAsync(row => row.Id == id);
            (talk.Step, talk.DraftCipher, talk.DraftStartedAt, talk.LastInboundAt) = (Step.AskComplaint, [1], world.Clock.GetUtcNow(), world.Clock.GetUtcNow());
            return await storage.SaveChangesAsync();
        });
        return id;
    }

    private static async Task<IReadOnlyList<string>> RunAsync(ReminderWorld world, string at)
    {
        var before = await world.LastRowAsync();
        world.Clock.SetUtcNow(ReminderWorld.Wib(at));
        await world.Make<AbandonedTalkJob>().RunAsync(default);
        return await world.ToldAfterAsync(before);
    }
}
