using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations;
using Puskesos.Core.Officers;
using static Puskesos.Tests.Core.Conversations.Desk.DeskDeeds;

namespace Puskesos.Tests.Core.Conversations.Desk;

/// <summary>What a resident hears, or is spared, while officers work; and who has the chat.</summary>
public sealed class OfficerDeskChatTests
{
    [Fact]
    public async Task A_secret_case_sends_nothing_and_says_so_in_its_history()
    {
        await using var world = await DeskWorld.CreateAsync();
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var filed = await world.CaseAsync(secrecy: Secrecy.Secret);

        var result = await MoveAsync(world, endang, filed, CaseMove.StartCheck);

        Assert.Equal(MoveAnswer.Done, result.Answer);
        Assert.Empty(await world.ToldAsync(filed.Id));
        Assert.Equal("secret", MoveDetails.Of(result.Event!)!.Skipped);
    }

    [Fact]
    public async Task Who_stopped_notices_gets_none_but_still_the_officers_words()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        await world.Database.ScalarAsync("update channel_addresses set notices_stopped_at = $1 where id = $2", world.Clock.GetUtcNow(), filed.ConversationId!);

        var moved = await MoveAsync(world, rini, filed, CaseMove.StartCheck);
        await WriteAsync(world, rini, filed, "Baik Bu, kartunya bank apa?");

        Assert.Equal("stopped", MoveDetails.Of(moved.Event!)!.Skipped);
        Assert.Equal(["Rini, petugas Puskesos Jatibogor: Baik Bu, kartunya bank apa?"], await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task Taking_the_chat_introduces_the_officer_once_and_hands_it_back()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();

        await using (var work = world.Open()) await work.Desk.TakeChatAsync(rini, filed.Ticket, TestContext.Current.CancellationToken);
        await using (var work = world.Open()) await work.Desk.TakeChatAsync(rini, filed.Ticket, TestContext.Current.CancellationToken);
        await WriteAsync(world, rini, filed, "Baik Bu");
        var held = await ChatAsync(world, filed);
        await using (var work = world.Open()) await work.Desk.GiveChatBackAsync(rini, filed.Ticket, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["Rini, petugas Puskesos Jatibogor, sekarang membalas langsung di sini.", "Rini: Baik Bu", "Rini sudah selesai. Layanan otomatis siap lagi. Ketik MENU kalau perlu."],
            await world.ToldAsync(filed.Id));
        Assert.Equal((rini.OfficerId, filed.Id), (held.HeldBy, held.HeldCaseId));
        Assert.Null((await ChatAsync(world, filed)).HeldBy);
    }

    [Fact]
    public async Task A_finished_case_gives_the_chat_back_by_itself()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync(status: CaseStatus.UnderReview);

        await WriteAsync(world, rini, filed, "Terakhir cair bulan apa?");
        await ResolveAsync(world, rini, filed, Outcome.InformationGiven, "Belum disalurkan.");

        var chat = await ChatAsync(world, filed);
        Assert.Equal((null, Step.AskResolved), (chat.HeldBy, chat.Step));
        Assert.Equal(2, (await world.ToldAsync(filed.Id)).Count);
    }
}
