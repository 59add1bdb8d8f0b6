using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Puskesos.Core;
using Puskesos.Core.Calendar;
using Puskesos.Core.Storage;

namespace Puskesos.Tool;

/// <summary>`clock +2d`: moves the demo clock of bot and admin together.</summary>
public static class ClockVerb
{
    public static Command Create(Func<IServiceProvider> services)
    {
        var step = new Argument<string>("step") { Description = "+2d, +3h, -30m, an ISO time, or real" };
        var verb = new Command("clock", "Moves the demo clock of bot and admin together (demo only).") { step };
        verb.SetAction(async (given, cancellationToken) =>
        {
            if (Environment.GetEnvironmentVariable(CoreSetup.DemoSetting) == "0")
            {
                await Console.Error.WriteLineAsync("The clock moves in a demo only.");
                return 1;
            }

            await using var scope = services().CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            var row = await database.Set<DemoClock>().SingleOrDefaultAsync(cancellationToken);
            if (row is null) database.Add(row = new DemoClock { Id = DemoClock.TheRow });
            if (Offset(given.GetValue(step) ?? "", row.Offset, TimeProvider.System.GetUtcNow()) is not { } offset)
            {
                await Console.Error.WriteLineAsync("Write +2d, +3h, -30m, an ISO time with zone, or real.");
                return 1;
            }

            row.Offset = offset;
            await database.SaveChangesAsync(cancellationToken);
            Console.WriteLine((TimeProvider.System.GetUtcNow() + offset).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
            return 0;
        });
        return verb;
    }

    /// <summary>The new offset, or null for a step that cannot be read.</summary>
    public static TimeSpan? Offset(string step, TimeSpan before, DateTimeOffset realNow)
    {
        if (step == "real") return TimeSpan.Zero;
        if (step.Length > 2 && step[0] is '+' or '-' && double.TryParse(step[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            return step[^1] switch
            {
                'd' => before + TimeSpan.FromDays(amount),
                'h' => before + TimeSpan.FromHours(amount),
                'm' => before + TimeSpan.FromMinutes(amount),
                's' => before + TimeSpan.FromSeconds(amount),
                _ => null,
            };
        return DateTimeOffset.TryParse(step, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - realNow : null;
    }
}
