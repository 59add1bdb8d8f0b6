using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Puskesos.Core.Calendar.Holidays;
using Puskesos.Core.Storage;

namespace Puskesos.Core.Calendar;

/// <summary>Keeps this process's calendars up to date and warns when a year has no holiday table.</summary>
internal sealed class WorkCalendarRefresh(
    WorkCalendarBook book, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WorkCalendarRefresh> log) : BackgroundService
{
    /// <summary>A changed calendar is used by every instance within this time (DESIGN, Processes).</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private DateOnly warnedOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
            await RefreshAsync(stoppingToken);
        while (await WaitAsync(stoppingToken));
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await book.RefreshAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), cancellationToken);
            WarnOnceADay();
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
        {
            // Database away or not yet migrated: the calendars read last stay in use.
            log.LogWarning("Calendars could not be read ({Error})", error.GetType().Name);
        }
    }

    private void WarnOnceADay()
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (warnedOn == today) return;
        warnedOn = today;
        foreach (var year in HolidayTableCheck.MissingYears(today, book.Current.YearsWithHolidays))
            log.LogWarning("The holiday table of {Year} is empty; due days of that year will be wrong until the decree is loaded", year);
    }

    private async Task<bool> WaitAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stoppingToken.IsCancellationRequested;
    }
}
