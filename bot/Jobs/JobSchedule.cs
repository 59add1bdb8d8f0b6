using Puskesos.Bot.WhatsApp;
using Puskesos.Core.Calendar;
using Puskesos.Core.Jobs;

namespace Puskesos.Bot.Jobs;

/// <summary>Every recurring job and its time. Times of day are those of western Indonesia; jobs that serve other zones look at the zone themselves.</summary>
public static class JobSchedule
{
    private static readonly TimeZoneInfo Wib = IndonesianZone.OfArea("33").Zone;

    public static IReadOnlyList<RecurringJob> Jobs { get; } =
    [
        RecurringJob.Every<WhatsAppReconcileJob>("whatsapp-reconcile", WhatsAppReconcileJob.Every),
        RecurringJob.Daily<JobRunRetentionJob>("job-run-retention", new TimeOnly(2, 40), Wib),
    ];
}
