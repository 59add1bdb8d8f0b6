using Puskesos.Core.Cases;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Officers;

namespace Puskesos.Tests.Core.Cases;

public sealed class CaseStatusMachineTests
{
    private static readonly Actor Front = Officer(1, Role.FrontOffice);
    private static readonly Actor Back = Officer(2, Role.BackOffice);
    private static readonly Actor Tksk = Officer(3, Role.Tksk);
    private static readonly Actor Head = Officer(4, Role.VillageHead);

    [Theory]
    [InlineData(CaseStatus.New, CaseMove.StartCheck, CaseStatus.UnderReview)]
    [InlineData(CaseStatus.UnderReview, CaseMove.AskDocuments, CaseStatus.NeedsDocuments)]
    [InlineData(CaseStatus.UnderReview, CaseMove.Resolve, CaseStatus.Resolved)]
    [InlineData(CaseStatus.Reopened, CaseMove.StartCheck, CaseStatus.UnderReview)]
    public void Front_office_moves_a_case(CaseStatus from, CaseMove move, CaseStatus to)
    {
        Assert.Equal(to, CaseStatusMachine.Next(from, move, new MoveSituation(Front)));
    }

    [Theory]
    [InlineData(CaseStatus.UnderReview, CaseMove.Handle, CaseStatus.InProgress)]
    [InlineData(CaseStatus.UnderReview, CaseMove.PlanVisit, CaseStatus.Visit)]
    [InlineData(CaseStatus.InProgress, CaseMove.Resolve, CaseStatus.Resolved)]
    [InlineData(CaseStatus.Referred, CaseMove.AgencyReturned, CaseStatus.InProgress)]
    public void What_back_office_may_front_office_may_not(CaseStatus from, CaseMove move, CaseStatus to)
    {
        Assert.Equal(to, CaseStatusMachine.Next(from, move, new MoveSituation(Back)));
        Assert.False(CaseStatusMachine.Allows(from, move, new MoveSituation(Front)));
    }

    [Fact]
    public void A_village_head_moves_nothing()
    {
        Assert.All(Enum.GetValues<CaseStatus>(), status => Assert.Empty(CaseStatusMachine.Open(status, new MoveSituation(Head))));
    }

    [Theory]
    [InlineData(CaseStatus.UnderReview)]
    [InlineData(CaseStatus.InProgress)]
    [InlineData(CaseStatus.Referred)]
    public void Papers_bring_the_case_back_to_where_it_was(CaseStatus before)
    {
        Assert.Equal(before, CaseStatusMachine.Next(CaseStatus.NeedsDocuments, CaseMove.DocumentsCame, new MoveSituation(Actor.System, before)));
    }

    [Fact]
    public void Nobody_refuses_alone()
    {
        Assert.False(CaseStatusMachine.Allows(CaseStatus.InProgress, CaseMove.Reject, new MoveSituation(Tksk)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.InProgress, CaseMove.Reject, new MoveSituation(Tksk, Refusal: ProposedBy(Tksk))));
        Assert.True(CaseStatusMachine.Allows(CaseStatus.InProgress, CaseMove.Reject, new MoveSituation(Tksk, Refusal: ProposedBy(Back))));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.InProgress, CaseMove.Reject, new MoveSituation(Back, Refusal: ProposedBy(Front))));
    }

    [Fact]
    public void After_an_objection_a_third_person_goes_on_and_the_two_who_refused_do_not_end_it()
    {
        var refused = ProposedBy(Back);
        (refused.DecidedBy, refused.DecidedAt) = (Tksk.OfficerId, DateTimeOffset.UnixEpoch);
        var (slrt, colleague) = (Officer(5, Role.Slrt), Officer(6, Role.BackOffice));

        Assert.True(CaseStatusMachine.Allows(CaseStatus.Reopened, CaseMove.StartCheck, new MoveSituation(slrt, Refusal: refused)));
        Assert.True(CaseStatusMachine.Allows(CaseStatus.UnderReview, CaseMove.Handle, new MoveSituation(slrt, Refusal: refused)));
        Assert.True(CaseStatusMachine.Allows(CaseStatus.UnderReview, CaseMove.AskDocuments, new MoveSituation(slrt, Refusal: refused)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.UnderReview, CaseMove.Handle, new MoveSituation(slrt)));
        foreach (var from in new[] { CaseStatus.UnderReview, CaseStatus.InProgress, CaseStatus.Referred })
        {
            Assert.False(CaseStatusMachine.Allows(from, CaseMove.Resolve, new MoveSituation(Back, Refusal: refused)));
            Assert.False(CaseStatusMachine.Allows(from, CaseMove.Resolve, new MoveSituation(Tksk, Refusal: refused)));
            Assert.True(CaseStatusMachine.Allows(from, CaseMove.Resolve, new MoveSituation(slrt, Refusal: refused)));
            Assert.True(CaseStatusMachine.Allows(from, CaseMove.Resolve, new MoveSituation(colleague, Refusal: refused)));
        }

        var item = new CaseItem { CategoryCode = "SKTM", Status = CaseStatus.UnderReview, Refusal = refused };
        Assert.Equal([false, false, true, true], new[] { Back, Tksk, slrt, colleague }.Select(by => RefusalProposals.MayPropose(item, by)));
    }

    [Fact]
    public void The_second_reopening_is_checked_by_the_tksk()
    {
        Assert.True(CaseStatusMachine.Allows(CaseStatus.Reopened, CaseMove.StartCheck, new MoveSituation(Front, ReopenedCount: 1)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.Reopened, CaseMove.StartCheck, new MoveSituation(Front, ReopenedCount: 2)));
        Assert.True(CaseStatusMachine.Allows(CaseStatus.Reopened, CaseMove.StartCheck, new MoveSituation(Tksk, ReopenedCount: 2)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.Reopened, CaseMove.StartCheck, new MoveSituation(Tksk, ReopenedCount: 3)));
    }

    [Fact]
    public void A_secret_case_is_not_cancelled_by_the_resident()
    {
        Assert.True(CaseStatusMachine.Allows(CaseStatus.New, CaseMove.Cancel, new MoveSituation(Actor.Resident)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.New, CaseMove.Cancel, new MoveSituation(Actor.Resident, IsSecret: true)));
    }

    [Fact]
    public void After_thirty_days_nothing_is_reopened()
    {
        Assert.True(CaseStatusMachine.Allows(CaseStatus.Confirmed, CaseMove.Reopen, new MoveSituation(Actor.Resident)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.Confirmed, CaseMove.Reopen, new MoveSituation(Actor.Resident, MayStillReopen: false)));
    }

    [Fact]
    public void Only_duty_takes_an_urgent_case_past_the_check()
    {
        Assert.True(CaseStatusMachine.Allows(CaseStatus.New, CaseMove.Handle, new MoveSituation(Tksk, IsUrgent: true)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.New, CaseMove.Handle, new MoveSituation(Tksk)));
        Assert.False(CaseStatusMachine.Allows(CaseStatus.New, CaseMove.Handle, new MoveSituation(Front, IsUrgent: true)));
    }

    private static Refusal ProposedBy(Actor officer) => new() { Reason = RefusalReason.CivilDataDiffers, Words = "NIK tidak padan.", NextStep = "Ke Dukcapil.", ProposedBy = officer.OfficerId!.Value };

    private static Actor Officer(long id, params Role[] roles) => new(id, "", roles[0].Code(), roles.ToHashSet());
}
