using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Cases.Refusals;
using Puskesos.Core.Officers;
using Stateless;

namespace Puskesos.Core.Cases;

/// <summary>What a move depends on beside the state: who makes it and what is true of the case.</summary>
/// <param name="By">Who makes the move.</param>
/// <param name="ReturnTo">Where the need goes back to when papers came or a joining is taken back.</param>
/// <param name="ReopenedCount">How often it was reopened: the second time the TKSK checks, the third time Dinsos.</param>
/// <param name="IsSecret">S1: the resident cannot cancel, an officer must see that nobody is in danger.</param>
/// <param name="MayStillReopen">The thirty days after its end have not passed.</param>
/// <param name="IsUrgent">The on-duty officer may take or refer it at once.</param>
/// <param name="Refusal">The proposed or decided refusal: somebody else approves it, and a third one looks at an objection.</param>
public sealed record MoveSituation(
    Actor By, CaseStatus? ReturnTo = null, int ReopenedCount = 0, bool IsSecret = false, bool MayStillReopen = true, bool IsUrgent = false, Refusal? Refusal = null);

/// <summary>Which states a need can have and which moves lead from one to the other, with who may make them (DOMAIN §6). Pure; built anew for each move.</summary>
public static class CaseStatusMachine
{
    private static readonly CaseMove[] Moves = Enum.GetValues<CaseMove>();

    /// <summary>True when this person may make this move now.</summary>
    public static bool Allows(CaseStatus from, CaseMove move, MoveSituation situation) => Build(from, situation).CanFire(move);

    /// <summary>The state after the move; throws <see cref="InvalidOperationException"/> when it is not allowed.</summary>
    public static CaseStatus Next(CaseStatus from, CaseMove move, MoveSituation situation)
    {
        var machine = Build(from, situation);
        machine.Fire(move);
        return machine.State;
    }

    /// <summary>The moves that this person may make now, for the buttons of a page.</summary>
    public static IReadOnlyList<CaseMove> Open(CaseStatus from, MoveSituation situation)
    {
        var machine = Build(from, situation);
        return [.. Moves.Where(move => machine.CanFire(move))];
    }

    /// <summary>The machine standing at a state, also for drawing it.</summary>
    public static StateMachine<CaseStatus, CaseMove> Build(CaseStatus from, MoveSituation at)
    {
        var state = from;
        var machine = new StateMachine<CaseStatus, CaseMove>(() => state, next => state = next);
        var by = at.By;
        // After an objection: whoever made the refusal does not end it, a third person of TKSK, SLRT or Dinsos may do all of it.
        bool Refused() => at.Refusal is { IsOpen: false } decided && decided.WasMadeBy(by.OfficerId);
        bool Third() => at.Refusal is { IsOpen: false } && !Refused() && by.HasAny(Role.Tksk, Role.Slrt, Role.Dinsos);
        bool Front() => by.HasAny(Role.FrontOffice, Role.BackOffice, Role.Tksk) || Third();
        bool Back() => by.HasAny(Role.BackOffice, Role.Tksk) || Third();
        bool Field() => by.HasAny(Role.Fasilitator, Role.BackOffice);
        bool Inform() => Front() && !Refused();
        bool Finish() => (by.HasAny(Role.BackOffice, Role.Tksk, Role.Slrt) || Third()) && !Refused();
        bool Review() => by.HasAny(Role.Tksk, Role.Slrt);
        bool Duty() => at.IsUrgent && by.HasAny(Role.Tksk, Role.Dinsos);
        bool Resident() => by == Actor.Resident;
        bool Machine() => by == Actor.System;
        bool Confirms() => Resident() || Machine();
        bool Reopens() => at.MayStillReopen && (Resident() || by.HasAny(Role.Tksk, Role.Slrt));
        bool Cancels() => Resident() && !at.IsSecret;
        bool Rejects() => Review() && at.Refusal is { IsOpen: true } proposed && proposed.ProposedBy != by.OfficerId;
        bool Rechecks() => at.Refusal is { IsOpen: false } ? Third() : at.ReopenedCount switch { <= 1 => Front(), 2 => by.HasAny(Role.Tksk, Role.Slrt, Role.Dinsos), _ => by.HasAny(Role.Dinsos) };
        var before = at.ReturnTo ?? CaseStatus.UnderReview;

        machine.Configure(CaseStatus.New)
            .PermitIf(CaseMove.StartCheck, CaseStatus.UnderReview, Front, "front office").PermitIf(CaseMove.Merge, CaseStatus.Duplicate, Front, "front office")
            .PermitIf(CaseMove.Handle, CaseStatus.InProgress, Duty, "on duty, urgent").PermitIf(CaseMove.Refer, CaseStatus.Referred, Duty, "on duty, urgent");
        machine.Configure(CaseStatus.UnderReview)
            .PermitIf(CaseMove.AskDocuments, CaseStatus.NeedsDocuments, Front, "front or back office").PermitIf(CaseMove.Merge, CaseStatus.Duplicate, Front, "front office")
            .PermitIf(CaseMove.PlanVisit, CaseStatus.Visit, Back, "back office").PermitIf(CaseMove.Handle, CaseStatus.InProgress, Back, "back office")
            .PermitIf(CaseMove.Resolve, CaseStatus.Resolved, Inform, "front or back office: H5, H7, H8").PermitIf(CaseMove.Reject, CaseStatus.Rejected, Rejects, "TKSK, not the proposer");
        machine.Configure(CaseStatus.NeedsDocuments)
            .PermitIf(CaseMove.CloseForDocuments, CaseStatus.ClosedNoDocuments, Machine, "30 days");
        machine.Configure(CaseStatus.Visit)
            .PermitReentryIf(CaseMove.PlanVisit, Back, "back office: another day").PermitIf(CaseMove.ReportVisit, CaseStatus.InProgress, Field, "fasilitator, form C").PermitIf(CaseMove.ProposeReferral, CaseStatus.ReferralReview, Field, "form B");
        machine.Configure(CaseStatus.InProgress)
            .PermitIf(CaseMove.AskDocuments, CaseStatus.NeedsDocuments, Front, "front or back office").PermitIf(CaseMove.ProposeReferral, CaseStatus.ReferralReview, () => Field() || Back(), "form B")
            .PermitIf(CaseMove.Resolve, CaseStatus.Resolved, Finish, "back office").PermitIf(CaseMove.Reject, CaseStatus.Rejected, Rejects, "TKSK, not the proposer");
        machine.Configure(CaseStatus.ReferralReview)
            .PermitIf(CaseMove.ReturnReferral, CaseStatus.InProgress, Review, "TKSK, note").PermitIf(CaseMove.Refer, CaseStatus.Referred, Review, "TKSK, agency and due date");
        machine.Configure(CaseStatus.Referred)
            .PermitIf(CaseMove.AgencyReturned, CaseStatus.InProgress, Back, "back office, reason").PermitIf(CaseMove.AskDocuments, CaseStatus.NeedsDocuments, Front, "front or back office")
            .PermitIf(CaseMove.Resolve, CaseStatus.Resolved, Finish, "back office, SLRT").PermitIf(CaseMove.Reject, CaseStatus.Rejected, Rejects, "TKSK, not the proposer");
        machine.Configure(CaseStatus.Resolved).PermitIf(CaseMove.Confirm, CaseStatus.Confirmed, Confirms, "resident, or 10 days");
        machine.Configure(CaseStatus.Rejected).PermitIf(CaseMove.Object, CaseStatus.Reopened, () => Resident() && at.MayStillReopen, "KEBERATAN within 30 days");
        machine.Configure(CaseStatus.Reopened).PermitIf(CaseMove.StartCheck, CaseStatus.UnderReview, Rechecks, "front office; 2nd time TKSK, 3rd Dinsos");
        foreach (var back in (CaseStatus[])[CaseStatus.New, CaseStatus.UnderReview])
            machine.Configure(CaseStatus.Duplicate).PermitIf(CaseMove.Unmerge, back, () => Front() && before == back, "front office, to where it was");
        foreach (var back in (CaseStatus[])[CaseStatus.UnderReview, CaseStatus.InProgress, CaseStatus.Referred])
            machine.Configure(CaseStatus.NeedsDocuments).PermitIf(CaseMove.DocumentsCame, back, () => (Machine() || Front()) && before == back, "papers came, to where it was");

        foreach (var ended in (CaseStatus[])[CaseStatus.Resolved, CaseStatus.Confirmed, CaseStatus.ClosedNoDocuments, CaseStatus.Cancelled])
            machine.Configure(ended).PermitIf(CaseMove.Reopen, CaseStatus.Reopened, Reopens, "resident within 30 days, TKSK");
        foreach (var open in Enum.GetValues<CaseStatus>().Where(status => status.IsOpen()))
            machine.Configure(open).PermitIf(CaseMove.Cancel, CaseStatus.Cancelled, Cancels, "resident, not S1");
        return machine;
    }
}
