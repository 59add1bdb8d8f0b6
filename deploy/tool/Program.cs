using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Puskesos.Core;
using Puskesos.Tool.Check;

namespace Puskesos.Tool;

/// <summary>The operator's tool: deploy/puskesos.</summary>
public sealed class Program
{
    private Program() { }

    public static async Task<int> Main(string[] args)
    {
        var host = new Lazy<IHost>(() => BuildHost());
        IServiceProvider Services() => host.Value.Services;
        var root = new RootCommand("The operator's tool of Puskesos.Bot.")
        {
            MigrateVerb.Create(),
            CaseDiagramVerb.Create(),
            AddOfficerVerb.Create(Services),
            DemoVerb.Create(Services),
            ImportPlacesVerb.Create(Services),
            ImportUnitsVerb.Create(Services),
            ImportHolidaysVerb.Create(Services),
            RouteVerb.Create(Services),
            UnderstandVerb.Create(Services),
            LexiconVerb.Create(Services),
            ReportVerb.Create(Services),
            ClockVerb.Create(Services),
            RotateKeysVerb.Create(Services),
            CheckVerb.Create(Services),
        };
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return ToolFailures.Code;
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync(ToolFailures.Explain(error));
            return ToolFailures.Code;
        }
    }

    /// <summary>Core without its background work: the tool does one thing and ends.</summary>
    /// <param name="clock">Another clock than the service's, for stories.</param>
    internal static IHost BuildHost(TimeProvider? clock = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.AddCore();
        return builder.Build();
    }
}
