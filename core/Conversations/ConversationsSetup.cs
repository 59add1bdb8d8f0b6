using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Cases.Filing;
using Puskesos.Core.Cases.Helped;
using Puskesos.Core.Conversations.Abandoned;
using Puskesos.Core.Messaging;

namespace Puskesos.Core.Conversations;

/// <summary>Wires the talk with residents and the two workers around it.</summary>
public static class ConversationsSetup
{
    public static IHostApplicationBuilder AddConversations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StepBook>();
        builder.Services.AddSingleton<ConversationEngine>();
        builder.Services.AddSingleton<TurnCases>();
        builder.Services.AddSingleton<TurnLoader>();
        builder.Services.AddSingleton<TurnRunner>();
        builder.Services.AddScoped<HelpedPerson>();
        builder.Services.AddScoped<CaseFiling>();
        builder.Services.AddScoped<FilingReply>();
        builder.Services.AddScoped<AlarmNotices>();
        builder.Services.AddScoped<PeopleEffects>();
        builder.Services.AddScoped<DraftEffects>();
        builder.Services.AddScoped<FilesFirst>();
        builder.Services.AddScoped<HelpedEffects>();
        builder.Services.AddScoped<CaseEffects>();
        builder.Services.AddScoped<EmergencyEffects>();
        builder.Services.AddScoped<OfficerEffects>();
        builder.Services.AddScoped<OfficerTakes>();
        builder.Services.AddScoped<OfficerOrders>();
        builder.Services.AddScoped<OfficerDeeds>();
        builder.Services.AddScoped<DecisionEffects>();
        builder.Services.AddScoped<TurnEffects>();
        builder.Services.AddSingleton<AbandonedTalkJob>();
        return builder;
    }

    /// <summary>The workers that read and send; only the bot runs them.</summary>
    public static IHostApplicationBuilder AddTurns(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InboxWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<InboxWorker>());
        builder.Services.AddSingleton<OutboxWorker>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OutboxWorker>());
        return builder;
    }
}
