using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Core.Cases;

public sealed class CaseTransfersTests
{
    [Fact]
    public async Task Within_ten_seconds_it_is_taken_back_and_neither_resident_nor_desk_was_told()
    {
        await using var world = await DeskWorld.CreateAsync();
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi), (Role.Tksk, DeskWorld.Lebaksiu));
        var agus = await world.OfficerAsync("Agus", (Role.FrontOffice, DeskWorld.Yamansari));
        var filed = await world.CaseAsync();
        await using (var work = world.Open())
        {
            work.Storage.OfficerLinks.Add(new OfficerLink { OfficerId = agus.OfficerId, AddressId = await world.ChatAsync(), LinkedAt = world.Clock.GetUtcNow() });
            await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(MoveAnswer.Done, await GiveAsync(world, endang, filed, new TransferForm(DeskWorld.Yamansari, null, "Pindah alamat")));
        Assert.Equal(2L, await world.Database.ScalarAsync("select count(*) from outbox_messages where status = 0"));
        await using var again = world.Open();
        Assert.Equal(MoveAnswer.Done, (await again.Desk.UndoAsync(endang, filed.Ticket, TestContext.Current.CancellationToken)).Answer);

        Assert.Equal(DeskWorld.Jatibogor, (await world.ReadAsync(filed.Id)).UnitCode);
        Assert.Equal(0L, await world.Database.ScalarAsync("select count(*) from outbox_messages where status = 0"));
        Assert.Equal(MoveAnswer.Done, await GiveAsync(world, endang, filed, new TransferForm(DeskWorld.Yamansari, null, "Pindah alamat")));
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        await using var late = world.Open();
        Assert.Equal(MoveAnswer.TooLate, (await late.Desk.UndoAsync(endang, filed.Ticket, TestContext.Current.CancellationToken)).Answer);
    }

    [Fact]
    public async Task The_second_of_two_hears_of_the_first_and_a_form_sent_twice_moves_once()
    {
        await using var world = await DeskWorld.CreateAsync();
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var lestari = await world.OfficerAsync("Bu Lestari", (Role.Slrt, DeskWorld.Tegal));
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        var form = new TransferForm(DeskWorld.Jatibogor, rini.OfficerId, "Sudah kenal warganya", filed.Version);

        Assert.Equal(MoveAnswer.Done, await GiveAsync(world, endang, filed, form));
        Assert.Equal(MoveAnswer.AlreadyDone, await GiveAsync(world, endang, filed, form));
        Assert.Equal(MoveAnswer.Changed, await GiveAsync(world, lestari, filed, form with { UnitCode = DeskWorld.Yamansari, OfficerId = null }));

        Assert.Equal(rini.OfficerId, (await world.ReadAsync(filed.Id)).OwnerId);
        Assert.Single(await world.ToldAsync(filed.Id));
    }

    [Fact]
    public async Task What_went_past_the_village_is_not_given_to_one_and_nobody_gets_what_he_cannot_work_on()
    {
        await using var world = await DeskWorld.CreateAsync();
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var (head, wahyu) = (await world.OfficerAsync("Pak Karso", (Role.VillageHead, DeskWorld.Jatibogor)), await world.OfficerAsync("Wahyu", (Role.Fasilitator, DeskWorld.Jatibogor)));
        var (ordinary, guarded) = (await world.CaseAsync(), await world.CaseAsync(secrecy: Secrecy.Confidential, needs: "JIWA"));
        var elsewhere = await world.CaseAsync("PKS-33.28.16", Secrecy.Confidential, needs: "SANGGAH");

        Assert.Equal(MoveAnswer.NotAllowed, await GiveAsync(world, endang, elsewhere, new TransferForm(DeskWorld.Jatibogor, null, "Dekat rumahnya")));
        Assert.Equal(MoveAnswer.NotAllowed, await GiveAsync(world, endang, ordinary, new TransferForm(null, head.OfficerId, "x")));
        Assert.Equal(MoveAnswer.NotAllowed, await GiveAsync(world, endang, guarded, new TransferForm(null, wahyu.OfficerId, "x")));
        Assert.Equal(MoveAnswer.Done, await GiveAsync(world, endang, ordinary, new TransferForm(null, wahyu.OfficerId, "Perlu kunjungan")));
    }

    [Fact]
    public async Task Neither_an_absent_officer_nor_a_unit_that_is_not_open_gets_a_case()
    {
        await using var world = await DeskWorld.CreateAsync();
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi), (Role.Tksk, DeskWorld.Lebaksiu));
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().AddHours(7).Date);
        var (toRini, there) = (new TransferForm(null, rini.OfficerId, "Sudah kenal"), new TransferForm(DeskWorld.Yamansari, null, "Pindah alamat"));

        await world.Database.ScalarAsync("update officers set absent_until = $1 where id = $2", today, rini.OfficerId);
        await world.Database.ScalarAsync("update puskesos_units set valid_from = $1 where code = $2", new DateOnly(9999, 1, 1), DeskWorld.Yamansari);
        Assert.Equal(MoveAnswer.NotAllowed, await GiveAsync(world, endang, filed, toRini));
        Assert.Equal(MoveAnswer.NotAllowed, await GiveAsync(world, endang, filed, there));
        await world.Database.ScalarAsync("update puskesos_units set valid_from = $1, valid_to = $2 where code = $3", today.AddDays(-30), today.AddDays(-1), DeskWorld.Yamansari);
        Assert.Equal(MoveAnswer.NotAllowed, await GiveAsync(world, endang, filed, there));
        Assert.Equal((DeskWorld.Jatibogor, (long?)null), ((await world.ReadAsync(filed.Id)).UnitCode, (await world.ReadAsync(filed.Id)).OwnerId));

        await world.Database.ScalarAsync("update officers set absent_until = $1 where id = $2", today.AddDays(-1), rini.OfficerId);
        await world.Database.ScalarAsync("update puskesos_units set valid_to = null where code = $1", DeskWorld.Yamansari);
        Assert.Equal(MoveAnswer.Done, await GiveAsync(world, endang, filed, toRini));
        Assert.Equal(MoveAnswer.Done, await GiveAsync(world, endang, filed, there));
    }

    private static async Task<MoveAnswer> GiveAsync(DeskWorld world, OfficerReach by, Case filed, TransferForm form)
    {
        await using var work = world.Open();
        return (await work.Get<OfficerDecisions>().TransferAsync(by, filed.Ticket, form, TestContext.Current.CancellationToken)).Answer;
    }
}
