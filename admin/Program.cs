using Puskesos.Admin.Desk;
using Puskesos.Admin.Security;
using Puskesos.Core.Calendar;
using Puskesos.Core.Cases;
using Puskesos.Core.Conversations.Desk;
using Puskesos.Core.Officers;
using Puskesos.Core.Storage;

namespace Puskesos.Admin;

/// <summary>The process that serves the officers' pages.</summary>
public sealed class Program
{
    private Program() { }

    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        builder.AddStorage().AddCalendar().AddOfficers().AddCases().AddDesk().AddSignIn().AddPages();
        var app = builder.Build();
        app.UseDeskHeaders();
        app.MapSignIn();
        app.MapPages();
        await app.RunAsync();
    }
}
