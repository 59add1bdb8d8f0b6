using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Catalogue.Teaching;

namespace Puskesos.Core.Conversations;

/// <summary>Applies what a turn decided beyond the draft, through core/Cases and core/People, in the turn's transaction.</summary>
public sealed class TurnEffects(PeopleEffects people, DraftEffects drafts, CaseEffects cases, DecisionEffects decisions, EmergencyEffects emergencies, OfficerDeeds deeds)
{
    /// <summary>Applies one deed; words that it adds are in <see cref="TurnScope.Says"/> afterwards.</summary>
    public Task ApplyAsync(TurnPart.Deed deed, TurnScope scope, CancellationToken cancellationToken)
    {
        scope.Enter(deed);
        return deed.Effect switch
        {
            TurnEffect.GiveConsent => people.GiveConsentAsync(scope, cancellationToken),
            TurnEffect.RefuseConsent => people.RefuseConsentAsync(scope, cancellationToken),
            TurnEffect.SwitchPerson other => PeopleEffects.SwitchAsync(scope, other.ResidentId, cancellationToken),
            TurnEffect.NamePerson named => people.NameAsync(scope, named.Name, cancellationToken),
            TurnEffect.SavePhone told => people.SavePhoneAsync(scope, told.E164, cancellationToken),
            TurnEffect.StopNotices => people.SetNoticesAsync(scope, stopped: true, cancellationToken),
            TurnEffect.StartNotices => people.SetNoticesAsync(scope, stopped: false, cancellationToken),
            TurnEffect.WithdrawConsent => people.WithdrawConsentAsync(scope, cancellationToken),
            TurnEffect.FileRights asked => people.FileRightsAsync(scope, asked.Kind, cancellationToken),
            TurnEffect.Unreachable reach => people.SetReachableAsync(scope, reach.IsBlocked, cancellationToken),
            TurnEffect.SetLanguage => Task.CompletedTask,
            TurnEffect.KeepFiles => drafts.KeepFilesAsync(scope, cancellationToken),
            TurnEffect.JudgeCard card => drafts.JudgeCardAsync(scope, card.IsRight, cancellationToken),
            TurnEffect.JudgeFiledCard filed => cases.JudgeCardAsync(scope, filed.Card, filed.IsRight, cancellationToken),
            TurnEffect.EraseDraft => drafts.EraseAsync(scope, cancellationToken),
            TurnEffect.FileCase => cases.FileAsync(scope, cancellationToken),
            TurnEffect.AppendToCase more => cases.AppendAsync(scope, more.CaseId, more.Messages, cancellationToken),
            TurnEffect.ReceiveDocuments papers => cases.ReceiveAsync(scope, papers.CaseId, papers.Messages, cancellationToken),
            TurnEffect.ConfirmResolved confirmed => cases.ConfirmAsync(scope, confirmed.CaseId, cancellationToken),
            TurnEffect.Rate rated => cases.RateAsync(scope, rated, cancellationToken),
            TurnEffect.ReopenCase again => cases.ReopenAsync(scope, again, cancellationToken),
            TurnEffect.AgreeVisit agreed => decisions.AgreeAsync(scope, agreed.CaseId, cancellationToken),
            TurnEffect.WishVisitDay wish => decisions.WishAsync(scope, wish, cancellationToken),
            TurnEffect.ObjectToDecision objection => decisions.ObjectAsync(scope, objection, cancellationToken),
            TurnEffect.CancelCase cancelled => cases.CancelAsync(scope, cancelled, cancellationToken),
            TurnEffect.AnswerHelped answer => cases.AnswerHelpedAsync(scope, answer, cancellationToken),
            TurnEffect.RecordLookup lookup => cases.RecordLookupAsync(scope, lookup, cancellationToken),
            TurnEffect.RaiseAlarm alarm => emergencies.RaiseAsync(scope, alarm.IsSuicidal, cancellationToken),
            TurnEffect.HandOverEmergency => emergencies.HandOverAsync(scope, cancellationToken),
            TurnEffect.FallSilent => emergencies.FallSilentAsync(scope, cancellationToken),
            TurnEffect.AcknowledgeAlarm taken => emergencies.AcknowledgeAsync(scope, taken.OfficerId, cancellationToken),
            TurnEffect.ReportScam scam => emergencies.ReportScamAsync(scope, scam.Words, cancellationToken),
            TurnEffect.CallHuman => deeds.Effects.CallHumanAsync(scope, cancellationToken),
            TurnEffect.KeepForOfficer kept => deeds.Effects.KeepAsync(scope, kept.Messages, cancellationToken),
            TurnEffect.LeaveOfficer => OfficerEffects.LeaveAsync(scope, cancellationToken),
            TurnEffect.LinkOfficer => deeds.Effects.LinkAsync(scope, cancellationToken),
            TurnEffect.TakeCase taken => deeds.Takes.TakeAsync(scope, taken, cancellationToken),
            TurnEffect.MissedPlace missed => OfficerEffects.CountMissedPlaceAsync(scope, missed, cancellationToken),
            TurnEffect.MoveTalk move => PeopleEffects.MoveAsync(scope, move.RegencyCode, cancellationToken),
            TurnEffect.WriteToResident order => deeds.Orders.WriteAsync(scope, order, cancellationToken),
            TurnEffect.FinishCase order => deeds.Orders.FinishAsync(scope, order, cancellationToken),
            TurnEffect.UndoFinish order => deeds.Orders.UndoAsync(scope, order, cancellationToken),
            TurnEffect.CountInfo asked => ProgrammeCount.AddAsync(scope.Database, scope.View.Regency.Code, asked.ProgrammeId, DateOnly.FromDateTime(scope.View.LocalNow.DateTime), cancellationToken),
            TurnEffect.MissWords missed => MissedMessageCount.AddAsync(scope.Database, Missed(missed, scope), cancellationToken),
            _ => throw new InvalidOperationException($"No one applies {deed.Effect.GetType().Name}."),
        };
    }

    private static MissedMessage Missed(TurnEffect.MissWords missed, TurnScope scope) => new()
    {
        RegencyCode = scope.View.Regency.Code,
        Words = missed.Words,
        Step = scope.View.Step.ToString(),
        ChosenCategory = missed.ChosenCategory,
        LastAt = scope.Now,
    };
}
