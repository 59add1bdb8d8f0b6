using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Referrals;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Cases.Visits;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Core.Cases;

/// <summary>The table of DOMAIN §6, row by row, on the database: who may, what is needed, which one message.</summary>
public sealed class CaseTableTests
{
    private const string Checked = "sedang diperiksa";
    private const string Nothing = "";

    /// <summary>From, move, to, who may, who may not, what the one message says; the residents' and system's rows are below.</summary>
    public static TheoryData<CaseStatus, CaseMove, CaseStatus, Role, Role, string> Rows => new()
    {
        { CaseStatus.New, CaseMove.StartCheck, CaseStatus.UnderReview, Role.FrontOffice, Role.Fasilitator, Checked },
        { CaseStatus.UnderReview, CaseMove.AskDocuments, CaseStatus.NeedsDocuments, Role.FrontOffice, Role.Fasilitator, "masih perlu KTP" },
        { CaseStatus.InProgress, CaseMove.AskDocuments, CaseStatus.NeedsDocuments, Role.BackOffice, Role.VillageHead, "masih perlu KTP" },
        { CaseStatus.Referred, CaseMove.AskDocuments, CaseStatus.NeedsDocuments, Role.BackOffice, Role.DataOperator, "masih perlu KTP" },
        { CaseStatus.NeedsDocuments, CaseMove.DocumentsCame, CaseStatus.UnderReview, Role.FrontOffice, Role.VillageHead, "Lengkap, kami lanjutkan" },
        { CaseStatus.UnderReview, CaseMove.PlanVisit, CaseStatus.Visit, Role.BackOffice, Role.FrontOffice, "akan berkunjung Senin, 16 November, sekitar pukul 09.00 WIB" },
        { CaseStatus.Visit, CaseMove.PlanVisit, CaseStatus.Visit, Role.BackOffice, Role.FrontOffice, "akan berkunjung" },
        { CaseStatus.Visit, CaseMove.ReportVisit, CaseStatus.InProgress, Role.Fasilitator, Role.FrontOffice, Nothing },
        { CaseStatus.UnderReview, CaseMove.Handle, CaseStatus.InProgress, Role.BackOffice, Role.FrontOffice, Nothing },
        { CaseStatus.InProgress, CaseMove.ProposeReferral, CaseStatus.ReferralReview, Role.BackOffice, Role.FrontOffice, Nothing },
        { CaseStatus.Visit, CaseMove.ProposeReferral, CaseStatus.ReferralReview, Role.Fasilitator, Role.FrontOffice, Nothing },
        { CaseStatus.ReferralReview, CaseMove.ReturnReferral, CaseStatus.InProgress, Role.Tksk, Role.BackOffice, Nothing },
        { CaseStatus.ReferralReview, CaseMove.Refer, CaseStatus.Referred, Role.Tksk, Role.BackOffice, "kami teruskan ke RSUD Slawi pada Kamis, 12 November" },
        { CaseStatus.Referred, CaseMove.AgencyReturned, CaseStatus.InProgress, Role.BackOffice, Role.FrontOffice, Checked },
        { CaseStatus.InProgress, CaseMove.Resolve, CaseStatus.Resolved, Role.BackOffice, Role.FrontOffice, "selesai. Hasil: Sudah diurus." },
        { CaseStatus.Referred, CaseMove.Resolve, CaseStatus.Resolved, Role.Slrt, Role.FrontOffice, "selesai. Hasil: Sudah diurus." },
        { CaseStatus.UnderReview, CaseMove.Resolve, CaseStatus.Resolved, Role.FrontOffice, Role.Fasilitator, "selesai. Hasil: Sudah diurus." },
        { CaseStatus.UnderReview, CaseMove.Reject, CaseStatus.Rejected, Role.Tksk, Role.BackOffice, "Alasan: NIK tidak padan. Yang bisa dilakukan: Ke Dukcapil." },
        { CaseStatus.InProgress, CaseMove.Reject, CaseStatus.Rejected, Role.Tksk, Role.BackOffice, "Alasan: NIK tidak padan." },
        { CaseStatus.Referred, CaseMove.Reject, CaseStatus.Rejected, Role.Tksk, Role.FrontOffice, "Alasan: NIK tidak padan." },
        { CaseStatus.Confirmed, CaseMove.Reopen, CaseStatus.Reopened, Role.Tksk, Role.BackOffice, "kami buka lagi" },
        { CaseStatus.ClosedNoDocuments, CaseMove.Reopen, CaseStatus.Reopened, Role.Tksk, Role.FrontOffice, "kami buka lagi" },
        { CaseStatus.Cancelled, CaseMove.Reopen, CaseStatus.Reopened, Role.Tksk, Role.FrontOffice, "kami buka lagi" },
        { CaseStatus.Reopened, CaseMove.StartCheck, CaseStatus.UnderReview, Role.FrontOffice, Role.Fasilitator, Checked },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Who_may_moves_it_with_one_message_and_who_may_not_moves_nothing(CaseStatus from, CaseMove move, CaseStatus to, Role may, Role mayNot, string says)
    {
        await using var world = await DeskWorld.CreateAsync();
        var allowed = await world.OfficerAsync("Agus", (may, AreaOf(may)));
        var barred = await world.OfficerAsync("Dedi", (mayNot, AreaOf(mayNot)));
        var filed = await PrepareAsync(world, from, move);
        var request = Request(move, await world.OfficerAsync("Wahyu", (Role.Fasilitator, DeskWorld.Jatibogor)));

        await using var first = world.Open();
        var refused = await first.Desk.MoveAsync(barred, filed.Ticket, null, request, TestContext.Current.CancellationToken);
        Assert.Contains(refused.Answer, new[] { MoveAnswer.NotAllowed, MoveAnswer.NotFound });
        Assert.Equal(from, (await world.ReadAsync(filed.Id)).Status);
        if (Needs(move))
        {
            await using var bare = world.Open();
            Assert.Equal(MoveAnswer.Incomplete, (await bare.Desk.MoveAsync(allowed, filed.Ticket, null, new MoveRequest(move), TestContext.Current.CancellationToken)).Answer);
        }

        await using var second = world.Open();
        var done = await second.Desk.MoveAsync(allowed, filed.Ticket, null, request, TestContext.Current.CancellationToken);
        await using var third = world.Open();
        if (move != CaseMove.PlanVisit) await third.Desk.MoveAsync(allowed, filed.Ticket, null, request, TestContext.Current.CancellationToken);

        Assert.Equal(MoveAnswer.Done, done.Answer);
        var now = await world.ReadAsync(filed.Id);
        Assert.Equal(to, now.Status);
        var line = Assert.Single(now.Events, line => line.Kind == CaseEventKind.Moved && line.ToStatus == to && line.OfficerId == allowed.OfficerId);
        Assert.Equal(from, line.FromStatus);
        var told = await world.ToldAsync(filed.Id);
        if (says.Length == 0) Assert.Empty(told);
        else Assert.Contains(says, Assert.Single(told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CaseMove.PlanVisit, CaseStatus.UnderReview)]
    [InlineData(CaseMove.ReportVisit, CaseStatus.Visit)]
    [InlineData(CaseMove.ProposeReferral, CaseStatus.InProgress)]
    [InlineData(CaseMove.Refer, CaseStatus.ReferralReview)]
    [InlineData(CaseMove.Reject, CaseStatus.InProgress)]
    public async Task Within_ten_seconds_it_is_as_if_it_had_not_been(CaseMove move, CaseStatus from)
    {
        await using var world = await DeskWorld.CreateAsync();
        var all = await world.OfficerAsync("Agus", (Role.BackOffice, DeskWorld.Jatibogor), (Role.Tksk, DeskWorld.Suradadi));
        var filed = await PrepareAsync(world, from, move);
        await using (var work = world.Open())
            await work.Desk.MoveAsync(all, filed.Ticket, null, Request(move, await world.OfficerAsync("Wahyu", (Role.Fasilitator, DeskWorld.Jatibogor))), TestContext.Current.CancellationToken);

        await using var again = world.Open();
        var undone = await again.Desk.UndoAsync(all, filed.Ticket, TestContext.Current.CancellationToken);

        Assert.Equal(MoveAnswer.Done, undone.Answer);
        Assert.Equal(from, (await world.ReadAsync(filed.Id)).Status);
        Assert.Empty(await world.ToldAsync(filed.Id));
        await using var check = world.Open();
        Assert.True((await check.Desk.MoveAsync(all, filed.Ticket, null, Request(move, all), TestContext.Current.CancellationToken)).IsDone);
    }

    [Fact]
    public async Task A_duplicate_is_merged_told_and_taken_apart_again()
    {
        await using var world = await DeskWorld.CreateAsync();
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var (kept, twice) = (await world.CaseAsync(), await world.CaseAsync());
        await using var work = world.Open();
        var decisions = work.Get<OfficerDecisions>();

        Assert.Equal(MoveAnswer.Incomplete, (await decisions.MergeAsync(rini, twice.Ticket, null, "TGL-0000-0000-0", TestContext.Current.CancellationToken)).Answer);
        Assert.Equal(MoveAnswer.Done, (await decisions.MergeAsync(rini, twice.Ticket, null, kept.Ticket, TestContext.Current.CancellationToken)).Answer);

        var merged = await world.ReadAsync(twice.Id);
        Assert.Equal((CaseStatus.Duplicate, (long?)kept.Id), (merged.Status, merged.MergedIntoId));
        Assert.Contains($"kami gabung ke tiket {kept.Ticket}", Assert.Single(await world.ToldAsync(twice.Id)), StringComparison.Ordinal);

        await using var later = world.Open();
        Assert.Equal(MoveAnswer.Done, (await later.Desk.MoveAsync(rini, twice.Ticket, null, new MoveRequest(CaseMove.Unmerge), TestContext.Current.CancellationToken)).Answer);
        var apart = await world.ReadAsync(twice.Id);
        Assert.Equal((CaseStatus.New, (long?)null), (apart.Status, apart.MergedIntoId));
        Assert.Equal(2, (await world.ToldAsync(twice.Id)).Count);
    }

    [Fact]
    public async Task The_tksk_gives_a_case_to_another_unit_and_the_front_office_may_not()
    {
        await using var world = await DeskWorld.CreateAsync();
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi), (Role.Tksk, DeskWorld.Lebaksiu));
        var rini = await world.OfficerAsync("Rini", (Role.FrontOffice, DeskWorld.Jatibogor));
        var filed = await world.CaseAsync();
        await using var work = world.Open();
        var decisions = work.Get<OfficerDecisions>();
        var form = new TransferForm(DeskWorld.Yamansari, null, "Pindah alamat");

        Assert.Equal(MoveAnswer.NotAllowed, (await decisions.TransferAsync(rini, filed.Ticket, form, TestContext.Current.CancellationToken)).Answer);
        Assert.Equal(MoveAnswer.Incomplete, (await decisions.TransferAsync(endang, filed.Ticket, form with { Reason = " " }, TestContext.Current.CancellationToken)).Answer);
        Assert.Equal(MoveAnswer.NotAllowed, (await decisions.TransferAsync(endang, filed.Ticket, form with { UnitCode = DeskWorld.Dinsos }, TestContext.Current.CancellationToken)).Answer);
        Assert.Equal(MoveAnswer.Done, (await decisions.TransferAsync(endang, filed.Ticket, form, TestContext.Current.CancellationToken)).Answer);

        Assert.Equal(DeskWorld.Yamansari, (await world.ReadAsync(filed.Id)).UnitCode);
        Assert.Contains("Puskesos Yamansari", Assert.Single(await world.ToldAsync(filed.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_urgent_case_is_handled_at_once_by_the_duty_with_a_reason()
    {
        await using var world = await DeskWorld.CreateAsync();
        var endang = await world.OfficerAsync("Bu Endang", (Role.Tksk, DeskWorld.Suradadi));
        var filed = await world.CaseAsync();
        await world.Database.ScalarAsync("update cases set is_emergency = true where id = $1", filed.Id);
        await using var work = world.Open();

        Assert.Equal(MoveAnswer.Incomplete, (await work.Desk.MoveAsync(endang, filed.Ticket, null, new MoveRequest(CaseMove.Handle), TestContext.Current.CancellationToken)).Answer);
        Assert.Equal(MoveAnswer.Done, (await work.Desk.MoveAsync(endang, filed.Ticket, null, new MoveRequest(CaseMove.Handle) { Words = "Rumah terbakar." }, TestContext.Current.CancellationToken)).Answer);

        Assert.Equal(CaseStatus.InProgress, (await world.ReadAsync(filed.Id)).Status);
    }

    private static string AreaOf(Role role) => role switch { Role.Tksk => DeskWorld.Suradadi, Role.Slrt or Role.Dinsos => DeskWorld.Tegal, _ => DeskWorld.Jatibogor };

    private static bool Needs(CaseMove move) => move is not (CaseMove.StartCheck or CaseMove.Handle or CaseMove.DocumentsCame or CaseMove.Reject);

    /// <summary>A case in this state with what its state presupposes: a plan, a proposal, a referral under way.</summary>
    private static async Task<Case> PrepareAsync(DeskWorld world, CaseStatus from, CaseMove move)
    {
        var filed = await world.CaseAsync(status: from);
        if (!from.IsOpen()) await world.Database.ScalarAsync("update cases set closed_at = $1 where id = $2", world.Clock.GetUtcNow(), filed.Id);
        await using var work = world.Open();
        var proposer = await world.OfficerAsync("Siti", (Role.BackOffice, DeskWorld.Jatibogor));
        if (from == CaseStatus.Visit)
            work.Storage.Visits.Add(new Visit { CaseId = filed.Id, FasilitatorId = proposer.OfficerId, PlannedBy = proposer.OfficerId, PlannedAt = world.Clock.GetUtcNow(), StartsAt = world.Clock.GetUtcNow().AddDays(1) });
        if (from is CaseStatus.ReferralReview or CaseStatus.Referred)
            work.Storage.Referrals.Add(new Referral
            {
                CaseId = filed.Id,
                Number = $"001/RJK/{filed.Id}",
                State = from == CaseStatus.Referred ? ReferralState.Sent : ReferralState.Proposed,
                Kind = AgencyKind.HealthFacility,
                Agency = "RSUD Slawi",
                Summary = world.Cipher.Seal("Ringkasan"),
                Request = world.Cipher.Seal("Kursi roda"),
                ProposedBy = proposer.OfficerId,
                ProposedAt = world.Clock.GetUtcNow(),
                SentAt = from == CaseStatus.Referred ? world.Clock.GetUtcNow() : null,
            });
        await work.Storage.SaveChangesAsync(TestContext.Current.CancellationToken);
        if (move == CaseMove.Reject)
            Assert.True((await work.Get<OfficerDecisions>().ProposeRefusalAsync(proposer, filed.Ticket, null, new RefusalForm(RefusalReason.CivilDataDiffers, "NIK tidak padan.", "Ke Dukcapil."), TestContext.Current.CancellationToken)).IsDone);
        return filed;
    }

    private static MoveRequest Request(CaseMove move, OfficerReach visitor) => move switch
    {
        CaseMove.AskDocuments => new MoveRequest(move) { Documents = ["KTP"] },
        CaseMove.DocumentsCame => new MoveRequest(move) { Documents = ["KTP"] },
        CaseMove.PlanVisit => new MoveRequest(move) { Visit = new VisitPlan(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(7)), visitor.OfficerId) },
        CaseMove.ReportVisit => new MoveRequest(move) { Report = new VisitForm { Met = "Ibu Sarinah", Advice = "Ajukan kursi roda." } },
        CaseMove.ProposeReferral => new MoveRequest(move) { Referral = new ReferralForm { Agency = "RSUD Slawi", Kind = AgencyKind.HealthFacility, Summary = "Perlu kontrol.", Request = "Kontrol rutin." } },
        CaseMove.Refer => new MoveRequest(move) { Referral = new ReferralForm { AnswerDueAt = new DateTimeOffset(2026, 12, 10, 15, 0, 0, TimeSpan.FromHours(7)) } },
        CaseMove.Resolve => new MoveRequest(move) { Outcome = Outcome.InformationGiven, Words = "Sudah diurus." },
        CaseMove.ReturnReferral or CaseMove.AgencyReturned or CaseMove.Reopen => new MoveRequest(move) { Words = "KK belum ada." },
        _ => new MoveRequest(move),
    };
}
