using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core.Calendar;
using Puskesos.Core.Catalogue.Programmes;
using Puskesos.Core.Officers;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Demo;
using Puskesos.Core.Storage;
using Puskesos.Tool.Demo;

namespace Puskesos.Tool;

/// <summary>`demo`: loads the demo area and its officers into an empty database and prints each sign-in once.</summary>
public static class DemoVerb
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var cases = new Option<bool>("--cases") { Description = "Also eight told stories and a busy unit's queue (10 new, 200 open), when there is no case yet." };
        var verb = new Command("demo", "Loads the demo area (Kab. Tegal) and its officers when the database has none; prints their sign-ins once.");
        verb.Options.Add(cases);
        verb.SetAction(async (given, cancellationToken) =>
        {
            await using var scope = services().CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            var time = scope.ServiceProvider.GetRequiredService<TimeProvider>();
            await StartClockAsync(database, cancellationToken);
            if (!await database.Set<Regency>().AnyAsync(row => row.AreaLetters != null && row.Code != DemoPlaces.RegencyCode, cancellationToken))
                await DemoPlaces.LoadAsync(database, time, cancellationToken);
            await DemoProgrammes.LoadAsync(database, time, cancellationToken);
            foreach (var line in await DemoOfficers.LoadAsync(database, cancellationToken)) Console.WriteLine(line);
            if (given.GetValue(cases)) await AddCasesAsync(time.GetUtcNow(), cancellationToken);
            return 0;
        });
        return verb;
    }

    /// <summary>On a core of its own whose clock the stories move.</summary>
    private static async Task AddCasesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var clock = new StoryClock(now);
        using var host = Program.BuildHost(clock);
        var added = await DemoCases.LoadAsync(host.Services, clock.Set, now, withVolume: true, cancellationToken);
        Console.WriteLine(added ? "demo cases added" : "there are cases already; none was added");
    }

    /// <summary>Clock:Now starts the demo's clock at that time.</summary>
    private static async Task StartClockAsync(BotDbContext database, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("Clock__Now") is not { Length: > 0 } start) return;
        if (ClockVerb.Offset(start, TimeSpan.Zero, TimeProvider.System.GetUtcNow()) is not { } offset) throw new InvalidOperationException("Clock:Now is not an ISO time.");
        var row = await database.Set<DemoClock>().SingleOrDefaultAsync(cancellationToken);
        if (row is null) database.Add(row = new DemoClock { Id = DemoClock.TheRow });
        row.Offset = offset;
        await database.SaveChangesAsync(cancellationToken);
    }
}
