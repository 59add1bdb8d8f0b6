using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Puskesos.Core.Officers.Bulletins;
using Puskesos.Core.Officers.Opening;
using Puskesos.Core.Officers.Settings;
using Puskesos.Core.Officers.Staff;

namespace Puskesos.Core.Officers;

/// <summary>Wires officers' links and notices.</summary>
public static class OfficersSetup
{
    public static IHostApplicationBuilder AddOfficers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<AdminAddressOptions>().BindConfiguration(AdminAddressOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DeskNotices>();
        builder.Services.AddSingleton<DeskTurns>();
        builder.Services.AddSingleton<OfficerLinking>();
        builder.Services.AddSingleton<OfficerInvitations>();
        builder.Services.AddScoped<StaffBook>();
        builder.Services.AddScoped<AbsenceBook>();
        builder.Services.AddScoped<BulletinBoard>();
        builder.Services.AddScoped<UnitOpening>();
        builder.Services.AddScoped<SettingLog>();
        builder.Services.AddScoped<VillageHeads>();
        return builder;
    }
}
