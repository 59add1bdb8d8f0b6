using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Catalogue;
using Puskesos.Core.Conversations;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Documents;
using Puskesos.Core.Messaging;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Privacy;
using Puskesos.Core.Reminders;
using Puskesos.Core.Reports;
using Puskesos.Core.Storage;

namespace Puskesos.Core;

/// <summary>Wires all of core; each folder's own Setup says how.</summary>
public static class CoreSetup
{
    /// <summary>Set to 1 by a demo: the clock may be moved.</summary>
    public const string DemoSetting = "PUSKESOS_DEMO";

    public static IHostApplicationBuilder AddCore(this IHostApplicationBuilder builder)
    {
        AddClock(builder);
        builder.AddStorage();
        builder.AddCalendar();
        builder.AddPlaces();
        builder.AddCatalogue();
        builder.AddMessaging();
        builder.AddDocuments();
        builder.AddOfficers();
        builder.AddCases();
        builder.AddConversations();
        builder.AddDesk();
        builder.AddReminders();
        builder.AddReports();
        builder.AddPrivacy();
        return builder;
    }

    private static void AddClock(IHostApplicationBuilder builder)
    {
        if (builder.Configuration[DemoSetting] == "1" || builder.Configuration["Clock:Now"] is { Length: > 0 })
        {
            builder.Services.AddSingleton<ServiceClock>();
            builder.Services.TryAddSingleton<TimeProvider>(services => services.GetRequiredService<ServiceClock>());
            builder.Services.AddHostedService<ServiceClockFollower>();
        }

        builder.Services.TryAddSingleton(TimeProvider.System);
    }
}
