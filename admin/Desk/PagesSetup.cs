using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Puskesos.Admin.Desk.Fields;
using Puskesos.Admin.Pages.Cases;
using Puskesos.Admin.Pages.Chats;
using Puskesos.Admin.Pages.Emergencies;
using Puskesos.Admin.Pages.Jobs;
using Puskesos.Admin.Pages.Leavings;
using Puskesos.Admin.Pages.Places;
using Puskesos.Admin.Pages.Reports;
using Puskesos.Admin.Pages.Rights;
using Puskesos.Admin.Pages.Settings;
using Puskesos.Admin.Pages.Units;
using Puskesos.Admin.Security;
using Puskesos.Core.Storage;

namespace Puskesos.Admin.Desk;

/// <summary>Wires the pages, their addresses and what goes with them.</summary>
public static class PagesSetup
{
    public static IHostApplicationBuilder AddPages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/");
            options.Conventions.AllowAnonymousToFolder("/SignIn");
            options.Conventions.AllowAnonymousToPage("/Missing");
            options.Conventions.ConfigureFilter(new AutoValidateAntiforgeryTokenAttribute());
            options.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(SecondFactorGate)));
        });
        builder.Services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new DayBinders()));
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.AddSingleton<PageAssets>();
        builder.Services.AddScoped<QueueReader>();
        builder.Services.AddSingleton<CaseRules>();
        builder.Services.AddScoped<CaseRecords>();
        builder.Services.AddScoped<CaseReader>();
        builder.Services.AddSingleton<ClockWords>();
        builder.Services.AddSingleton<CaseLines>();
        builder.Services.AddScoped<WaitingChats>();
        builder.Services.AddScoped<AlarmReader>();
        builder.Services.AddScoped<AlarmCalls>();
        builder.Services.AddScoped<AlarmTalk>();
        builder.Services.AddScoped<AlarmActs>();
        builder.Services.AddScoped<PlaceDuty>();
        builder.Services.AddScoped<ReportChoices>();
        builder.Services.AddScoped<JobBoard>();
        builder.Services.AddScoped<ClockReader>();
        builder.Services.AddScoped<SettingHistory>();
        builder.Services.AddScoped<ProtectionWork>();
        builder.Services.AddScoped<LeavingReader>();
        builder.Services.AddScoped<UnitTrial>();
        builder.Services.AddScoped<UnitInvitation>();
        return builder;
    }

    /// <summary>What every request passes, in this order: the page for "not there" is drawn by a second run through all that follows.</summary>
    public static WebApplication UseDesk(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseDeskHeaders();
        app.UseFailurePage();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/tidak-ada");
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapPages(this WebApplication app)
    {
        app.MapGet("/", () => Results.Redirect("/kasus"));
        app.MapGet("/tugas", () => Results.Redirect("/kasus"));
        app.MapGet("/health/live", () => Results.Text("ok"));
        app.MapGet("/health/ready", async (BotDbContext database, CancellationToken cancellationToken) =>
            await Readiness.IsReadyAsync(database, cancellationToken) ? Results.Text("ok") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        app.MapGet(PageAssets.CssPath, (PageAssets assets, HttpContext context) => assets.Css(context));
        app.MapGet(PageAssets.ScriptPath, (PageAssets assets, HttpContext context) => assets.Script(context));
        app.MapGet(PageAssets.IconPath, (PageAssets assets, HttpContext context) => assets.Icon(context));
        app.MapRazorPages();
        return app;
    }
}
