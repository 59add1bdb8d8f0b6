using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Officers;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Schedule;

namespace Puskesos.Tests.Core.Reminders;

public sealed class ClockSettingsTests
{
    [Fact]
    public async Task A_limit_of_the_regency_counts_at_once_for_what_is_planned_already_and_a_category_has_its_own()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        await world.FileAsync("BANSOS_USUL");
        await world.FileAsync("KIS_MATI");
        Assert.True(await SetAsync(world, null, "nudge-hours", 1, 4));
        Assert.True(await SetAsync(world, "KIS_MATI", "nudge-hours", 3, 4));

        Assert.Empty(await world.AtAsync("2026-11-12 09:21"));
        Assert.Single(await world.AtAsync("2026-11-12 10:20"));
        Assert.Empty(await world.AtAsync("2026-11-12 11:20"));
        Assert.Single(await world.AtAsync("2026-11-12 12:20"));
    }

    [Fact]
    public async Task A_stretched_handling_time_counts_from_the_next_check_on()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        var agus = await world.OfficerAsync("Agus", Role.FrontOffice);
        var filed = await world.FileAsync("KIS_MATI");
        Assert.True(await SetAsync(world, "KIS_MATI", ClockSetting.HandlingDays, 3));

        await world.MoveAsync(filed, new MoveRequest(CaseMove.StartCheck), agus);

        Assert.Equal(ReminderWorld.Wib("2026-11-17 15:00"), (await world.ReadAsync(filed)).DueAt);
    }

    [Fact]
    public async Task A_preview_says_which_reminders_move_and_writes_nothing_and_the_standard_comes_back()
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");
        await world.OfficerAsync("Rini", Role.FrontOffice);
        var filed = await world.FileAsync("BANSOS_USUL");
        await world.FileAsync("KIS_MATI");
        var change = new ClockChange("33.28", "BANSOS_USUL", "nudge-hours", [3, 4]);

        var effect = await world.WithAsync<ClockPreview, ClockEffect>(preview => preview.OfAsync(change, default));

        Assert.Equal((1, 1, 0), (effect.Open, effect.Looked, effect.DueAtOnce));
        Assert.Equal([new MovedReminder(filed.Ticket, filed.UnitCode, ReminderWorld.Wib("2026-11-12 11:20"), ReminderWorld.Wib("2026-11-12 12:20"))], effect.Moved);
        Assert.True(await SetAsync(world, "BANSOS_USUL", "nudge-hours", 3, 4));
        Assert.Empty(await world.AtAsync("2026-11-12 09:21"));
        Assert.True(await SetAsync(world, "BANSOS_USUL", "nudge-hours"));
        await world.AtAsync("2026-11-12 09:23");
        Assert.Equal(2, (await world.AtAsync("2026-11-12 11:20")).Count);
        Assert.Equal(
            ["standard -> 3 4", "3 4 -> standard"],
            await world.QueryAsync(async storage => (await storage.Set<ClockSettingChange>().OrderBy(row => row.Id).ToListAsync()).Select(row => $"{Numbers(row.Before)} -> {Numbers(row.After)}").ToList()));
    }

    [Theory]
    [InlineData("nudge-hours", new[] { 4, 2 })]
    [InlineData("nudge-hours", new[] { 2 })]
    [InlineData("nudge-hours", new[] { -1, 2 })]
    [InlineData("paper-days", new[] { 3, 7, 14, 999 })]
    [InlineData("handling-days", new[] { 1, 2 })]
    [InlineData("tea-hours", new[] { 1 })]
    public async Task Numbers_that_make_no_clock_are_refused(string name, int[] values)
    {
        await using var world = await ReminderWorld.CreateAsync("2026-11-12 09:20");

        Assert.False(await SetAsync(world, null, name, values));
        Assert.Empty(ClockLimits.Names.Except(ClockLimits.Names.Where(known => ClockLimits.Fits(known, ClockLimits.Default[known]))));
    }

    private static string Numbers(int[]? values) => values is null ? "standard" : string.Join(' ', values);

    private static async Task<bool> SetAsync(ReminderWorld world, string? category, string name, params int[] values)
    {
        var dinsos = await world.OfficerAsync("Bu Sri", Role.Dinsos, linked: false);
        return await world.WithAsync<ClockSettings, bool>(settings => settings.SetAsync(new ClockChange("33.28", category, name, values.Length == 0 ? null : values), "banjir", dinsos.OfficerId!.Value, default));
    }
}
