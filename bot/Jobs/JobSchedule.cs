using Puskesos.Bot.WhatsApp;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases.ClosedUnits;
using Puskesos.Core.Catalogue.Teaching;
using Puskesos.Core.Documents.Arrival;
using Puskesos.Core.Documents.Retention;
using Puskesos.Core.Conversations.Abandoned;
using Puskesos.Core.Jobs;
using Puskesos.Core.Messaging;
using Puskesos.Core.Privacy;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reminders.Digests;
using Puskesos.Core.Reminders.Emergencies;
using Puskesos.Core.Reminders.Notices;

namespace Puskesos.Bot.Jobs;

/// <summary>Every recurring job and its time. Times of day are those of western Indonesia; jobs that serve other zones look at the zone themselves.</summary>
public static class JobSchedule
{
    private static readonly TimeZoneInfo Wib = IndonesianZone.OfArea("33").Zone;

    public static IReadOnlyList<RecurringJob> Jobs { get; } =
    [
        RecurringJob.Every<WhatsAppReconcileJob>("whatsapp-reconcile", WhatsAppReconcileJob.Every),
        RecurringJob.Every<ErasedFilesJob>("erased-files", TimeSpan.FromMinutes(1)),
        RecurringJob.Every<UncheckedFilesJob>("unchecked-files", UncheckedFilesJob.Every),
        RecurringJob.Every<ProviderDeletionJob>("provider-deletion", ProviderDeletionJob.Every),
        RecurringJob.Daily<DocumentRetentionJob>("document-retention", new TimeOnly(2, 20), Wib),
        // After the files: who is erased leaves none behind.
        RecurringJob.Daily<ErasedPeopleJob>("erased-people", new TimeOnly(2, 50), Wib),
        RecurringJob.Every<MessageBodiesJob>("message-bodies", TimeSpan.FromHours(1)),
        RecurringJob.Every<ClosedUnitJob>("closed-units", ClosedUnitJob.Every),
        RecurringJob.Every<DueReminderJob>("due-reminders", TimeSpan.FromMinutes(1)),
        RecurringJob.Every<UnansweredAlarmJob>("unanswered-alarms", TimeSpan.FromSeconds(30)),
        // 08.15 in each regency's own zone: the job looks at the zone and the day.
        RecurringJob.Every<MorningDigestJob>("morning-digest", TimeSpan.FromMinutes(1)),
        // Once a week on the first working day at 08.30, likewise.
        RecurringJob.Every<AgencyListJob>("agency-list", TimeSpan.FromMinutes(5)),
        RecurringJob.Every<LostMessageJob>("lost-messages", TimeSpan.FromSeconds(30)),
        RecurringJob.Every<AbandonedTalkJob>("abandoned-talks", TimeSpan.FromMinutes(1)),
        RecurringJob.Daily<MissedMessageJob>("missed-messages", new TimeOnly(2, 30), Wib),
        RecurringJob.Daily<JobRunRetentionJob>("job-run-retention", new TimeOnly(2, 40), Wib),
    ];
}
