using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Officers;
using Puskesos.Core.People;
using Puskesos.Core.Places;

namespace Puskesos.Tests.Core.Cases.Moves;

/// <summary>Nobody handles a case about himself, herself or the own family (DOMAIN §3).</summary>
public sealed class OwnCaseTests
{
    [Fact]
    public async Task An_officer_reads_the_own_case_and_a_colleague_handles_it()
    {
        await using var world = await DeskWorld.CreateAsync();
        var (rini, dedi) = (await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), await world.OfficerAsync("Dedi", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var filed = await world.CaseAsync();
        await LinkAsync(world, rini, filed.ConversationId!.Value);

        Assert.Equal(MoveAnswer.NotAllowed, await CheckAsync(world, rini, filed));
        Assert.Equal(MoveAnswer.Done, await CheckAsync(world, dedi, filed));
        await using var work = world.Open();
        Assert.Equal(MoveAnswer.NotAllowed, (await work.Desk.NoteAsync(rini, filed.Ticket, new WrittenLine("catatan"), TestContext.Current.CancellationToken)).Answer);
    }

    [Fact]
    public async Task The_family_on_the_same_card_counts_and_a_neighbour_whom_the_officer_files_for_does_not()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (mother, neighbour) = (await world.CaseAsync(), await world.CaseAsync());
        var chat = neighbour.ConversationId!.Value;
        await LinkAsync(world, rini, chat);
        await using (var work = world.Open())
        {
            foreach (var person in new[] { mother.ReporterId, neighbour.ReporterId })
                (await work.Storage.Residents.FindAsync([person], TestContext.Current.CancellationToken))!.KkIndex = world.Cipher.Index("kk", "3328062001110004");
            work.Storage.ResidentAddresses.Add(new ResidentAddress { AddressId = chat, ResidentId = neighbour.ReporterId, LastUsedAt = world.Clock.GetUtcNow() });
            var helped = new Resident { RegencyCode = DeskWorld.Tegal, Name = "Tarsih", CreatedAt = world.Clock.GetUtcNow() };
            work.Storage.Residents.Add(helped);
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
            await world.Database.ScalarAsync("update cases set helped_id = $1, for_whom = 2 where id = $2", helped.Id, neighbour.Id);
        }

        Assert.Equal(MoveAnswer.NotAllowed, await CheckAsync(world, rini, mother));
        Assert.Equal(MoveAnswer.Done, await CheckAsync(world, rini, neighbour));
    }

    [Fact]
    public async Task A_complaint_from_an_officers_own_chat_becomes_the_turn_of_a_colleague()
    {
        await using var world = await DeskWorld.CreateAsync();
        var (rini, dedi) = (await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor)), await world.OfficerAsync("Dedi", (Role.FrontOffice, DeskWorld.Jatibogor)));
        var chat = await world.ChatAsync();
        await LinkAsync(world, rini, chat);
        await using var work = world.Open();
        var unit = (await work.Storage.Set<PuskesosUnit>().FindAsync([DeskWorld.Jatibogor], TestContext.Current.CancellationToken))!;
        var turns = work.Get<DeskTurns>();

        Assert.Equal(rini.OfficerId, await turns.NextAsync(work.Storage, unit, null, TestContext.Current.CancellationToken));
        Assert.Equal(dedi.OfficerId, await turns.NextAsync(work.Storage, unit, chat, TestContext.Current.CancellationToken));
    }

    private static async Task<MoveAnswer> CheckAsync(DeskWorld world, OfficerReach officer, Case filed)
    {
        await using var work = world.Open();
        return (await work.Desk.MoveAsync(officer, filed.Ticket, null, new MoveRequest(CaseMove.StartCheck), TestContext.Current.CancellationToken)).Answer;
    }

    private static async Task LinkAsync(DeskWorld world, OfficerReach officer, long chat)
    {
        await using var work = world.Open();
        work.Storage.OfficerLinks.Add(new OfficerLink { OfficerId = officer.OfficerId, AddressId = chat, LinkedAt = world.Clock.GetUtcNow() });
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
