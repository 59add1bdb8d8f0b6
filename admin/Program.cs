using Puskesos.Admin.Desk;
using Puskesos.Admin.Security;
using Puskesos.Core;

namespace Puskesos.Admin;

/// <summary>The process that serves the officers' pages.</summary>
public sealed class Program
{
    private Program() { }

    public static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        builder.AddCore().AddSignIn().AddPages();
        var app = builder.Build();
        app.UseDesk();
        app.MapPages();
        await app.RunAsync();
    }
}
