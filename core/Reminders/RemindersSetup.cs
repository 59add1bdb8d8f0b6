using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Reminders.Digests;
using Puskesos.Core.Reminders.Emergencies;
using Puskesos.Core.Reminders.Notices;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Reminders;

/// <summary>Wires the clocks: every process that saves cases keeps the due-table, the bot takes what is due.</summary>
public static class RemindersSetup
{
    /// <summary>Adds the upkeep of the due-table to the database context, without which a moved case would keep its old reminders, and the jobs.</summary>
    public static IHostApplicationBuilder AddReminders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ReminderRules>();
        builder.Services.AddSingleton<ReminderUpkeep>();
        builder.Services.ConfigureDbContext<BotDbContext>((services, options) => options.AddInterceptors(services.GetRequiredService<ReminderUpkeep>()));
        builder.Services.AddScoped<OfficerNotices>();
        builder.Services.AddScoped<NoticeBundles>();
        builder.Services.AddScoped<ResidentNotices>();
        builder.Services.AddScoped<TermsRunOut>();
        builder.Services.AddScoped<StepDeeds>();
        builder.Services.AddScoped<DueReminderBatch>();
        builder.Services.AddScoped<LostMessageJob>();
        builder.Services.AddScoped<ClockSettings>();
        builder.Services.AddScoped<ClockPreview>();
        builder.Services.AddScoped<CalendarPreview>();
        builder.Services.AddScoped<CalendarChanges>();
        builder.Services.AddSingleton<DueReminderJob>();
        builder.Services.AddSingleton<MorningDigestJob>();
        builder.Services.AddSingleton<AgencyListJob>();
        builder.Services.AddSingleton<UnansweredAlarmJob>();
        return builder;
    }
}
