using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Puskesos.Core.Conversations.Desk;

/// <summary>Wires what officers do from their desk.</summary>
public static class DeskSetup
{
    public static IHostApplicationBuilder AddDesk(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChatHandover>();
        builder.Services.AddScoped<OfficerDesk>();
        builder.Services.AddScoped<OfficerDecisions>();
        builder.Services.AddScoped<HelperDesk>();
        builder.Services.AddSingleton<HelpedAsking>();
        builder.Services.AddScoped<HeldChats>();
        builder.Services.AddScoped<ChatViews>();
        builder.Services.AddSingleton<OpenAlarms>();
        builder.Services.AddScoped<AlarmTaking>();
        return builder;
    }
}
