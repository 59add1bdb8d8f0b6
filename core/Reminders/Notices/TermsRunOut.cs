using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.Moves;
using Puskesos.Core.Messaging;
using Puskesos.Core.Places;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders.Notices;

/// <summary>What happens to a case by itself when the resident's time has run out, and the question that is asked before.</summary>
public sealed class TermsRunOut(BotDbContext database, CaseMoves moves, MoveTexts moveTexts, CaseClock clock, ResidentNotices residents)
{
    /// <summary>M18, day 30: closed because papers never came; it can be opened again by sending them.</summary>
    public Task CloseWithoutDocumentsAsync(ReminderSubject subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return MoveAsync(subject, new MoveRequest(CaseMove.CloseForDocuments)
        {
            Item = subject.Run.ItemNumber,
            Documents = residents.MissingPapers(subject),
        }, cancellationToken);
    }

    /// <summary>M26: silence for ten days counts as a yes, marked as the system's.</summary>
    public Task ConfirmBySilenceAsync(ReminderSubject subject, CancellationToken cancellationToken) =>
        MoveAsync(subject, new MoveRequest(CaseMove.Confirm), cancellationToken);

    /// <summary>The day of a visit passed without a report: it is noted, and the handling clock that rested for it runs again.</summary>
    public async Task VisitMissedAsync(ReminderSubject subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Visit is not { } visit) return;
        var missed = await database.Visits.SingleAsync(row => row.Id == visit.VisitId, cancellationToken);
        missed.MissedAt ??= subject.Now;
        var unit = await database.Set<PuskesosUnit>().AsNoTracking().SingleAsync(row => row.Code == subject.Case.UnitCode, cancellationToken);
        clock.Resume(subject.Case, unit);
    }

    /// <summary>M22 once more: is it settled?</summary>
    public async Task<IEnumerable<OutboxMessage>> AskSettledAsync(ReminderSubject subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var around = await CaseSurroundings.LoadAsync(database, subject.Case, cancellationToken);
        var question = moveTexts.Of(subject.Case, subject.Case.Items, new MoveRequest(CaseMove.Resolve), Actor.System, around)!;
        return residents.Rows(subject, Priority.Survey, question, MoveTexts.StepOf(question));
    }

    private async Task MoveAsync(ReminderSubject subject, MoveRequest request, CancellationToken cancellationToken)
    {
        await moves.ApplyAsync(database, subject.Case, request, Actor.System, cancellationToken);
        // After a stop of the service this may be night: the case moves now, its news waits for the morning.
        var morning = QuietHours.Ended(subject.Now, subject.Time.Zone);
        foreach (var row in database.ChangeTracker.Entries<OutboxMessage>().Select(entry => entry.Entity).Where(row => row.CaseId == subject.Case.Id && row.NotBefore < morning))
            row.NotBefore = morning;
    }
}
