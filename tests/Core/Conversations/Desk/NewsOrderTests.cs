using Npgsql;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage.Hot;
using static Puskesos.Tests.Core.Conversations.Desk.DeskDeeds;

namespace Puskesos.Tests.Core.Conversations.Desk;

/// <summary>A resident reads what happened in the order in which it happened, although moves wait for their undo and for the morning.</summary>
public sealed class NewsOrderTests
{
    [Fact]
    public async Task Words_written_after_a_move_follow_its_news()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        await MoveAsync(world, rini, filed, CaseMove.StartCheck);
        Assert.Empty(await SendAsync(world));

        await WriteAsync(world, rini, filed, "Bu, kartunya bank apa?");

        Assert.Equal(["CaseChecked_ToResident", "Handover_Words"], await SendAsync(world));
        Assert.Equal(MoveAnswer.TooLate, (await UndoAsync(world, rini, filed)).Answer);
    }

    [Fact]
    public async Task A_chat_taken_over_after_a_move_begins_with_its_news()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        await MoveAsync(world, rini, filed, CaseMove.StartCheck);

        await using (var work = world.Open()) await work.Desk.TakeChatAsync(rini, filed.Ticket, TestContext.Current.CancellationToken);

        Assert.Equal(["CaseChecked_ToResident", "Handover_Started"], await SendAsync(world));
    }

    [Fact]
    public async Task Words_at_night_bring_the_news_that_waited_for_the_morning()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        world.Clock.SetUtcNow(new(2026, 11, 12, 21, 0, 0, TimeSpan.FromHours(7)));
        await MoveAsync(world, rini, filed, CaseMove.StartCheck);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await SendAsync(world));

        await WriteAsync(world, rini, filed, "Bu, besok saya telepon ya.");

        Assert.Equal(["CaseChecked_ToResident", "Handover_Words"], await SendAsync(world));
    }

    [Fact]
    public async Task News_of_another_case_keeps_its_own_time()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (filed, other) = (await world.CaseAsync(), await world.CaseAsync());
        await MoveAsync(world, rini, other, CaseMove.StartCheck);

        await WriteAsync(world, rini, filed, "Bu, kartunya bank apa?");

        Assert.Equal(["Handover_Words"], await SendAsync(world));
        Assert.Equal(MoveAnswer.Done, (await UndoAsync(world, rini, other)).Answer);
    }

    /// <summary>Sends what is due, as the worker does, and gives the text keys in the order of sending.</summary>
    private static async Task<IReadOnlyList<string>> SendAsync(DeskWorld world)
    {
        await using var source = NpgsqlDataSource.Create(world.ConnectionString);
        var sent = new List<string>();
        while (await OutboxSql.ClaimAsync(source, [Channel.Telegram], world.Clock.GetUtcNow(), 10, TestContext.Current.CancellationToken) is { Count: > 0 } claimed)
        {
            sent.Add(Assert.Single(claimed).TextKey);
            await OutboxSql.SentAsync(source, claimed[0].Id, "1", null, world.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        }

        return sent;
    }
}
